/** A county, city or zone. Zones have no GB/T 2260 code and overlay their counties. */
export interface Region {
  readonly code: string;
  readonly name: string;
  readonly kind: 'city' | 'county' | 'zone';
  /** For a zone: the counties it lies in. */
  readonly within: readonly string[];
  /** Place names that mark an address as lying here. */
  readonly places: readonly string[];
  /** Where it stands on the schematic map: column and row, from 1; absent for what is drawn beside. */
  readonly tile?: readonly [number, number];
}

/** A member unit of the joint meeting. */
export interface Unit {
  readonly code: string;
  readonly name: string;
  readonly aliases: readonly string[];
  /** Region code, null for a unit of the whole city. */
  readonly region: string | null;
  readonly email: string | null;
}
