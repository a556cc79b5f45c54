import { UnitMap } from './unit-map.js';

const maps = new Map<string, UnitMap>();

/** 1 for each of some stops; made once for all that have the same ones. */
export function stopMapOf(stops: string): UnitMap {
  const known = maps.get(stops);
  if (known) return known;
  const units = Array.from({ length: stops.length }, (_, i) => [stops.charCodeAt(i), 1] as const);
  const map = new UnitMap(units);
  maps.set(stops, map);
  return map;
}
