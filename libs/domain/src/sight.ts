/**
 * What somebody may see: alerts that units were told of, of entities in regions. `all` of both sees the whole
 * city; a member unit sees what it was told of; a county's monitor sees the county.
 */
export interface Sight {
  /** Codes of units.yaml. */
  readonly units: 'all' | readonly string[];
  /** Codes of regions.yaml. */
  readonly regions: 'all' | readonly string[];
}

/** The whole city. */
export const WHOLE_CITY: Sight = { units: 'all', regions: 'all' };

/** Whether what lies before a unit is in sight. */
export const seesUnit = ({ units }: Sight, unit: string): boolean =>
  units === 'all' || units.includes(unit);

export const seesWholeCity = ({ units, regions }: Sight): boolean =>
  units === 'all' && regions === 'all';
