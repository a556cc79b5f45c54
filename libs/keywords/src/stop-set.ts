import { UnitSet } from './unit-map.js';

const sets = new Map<string, UnitSet>();

/** Some stops as a set; made once for all that have the same ones. */
export function stopSetOf(stops: string): UnitSet {
  const known = sets.get(stops);
  if (known) return known;
  const set = new UnitSet(Array.from({ length: stops.length }, (_, i) => stops.charCodeAt(i)));
  sets.set(stops, set);
  return set;
}
