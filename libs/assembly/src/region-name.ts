import type { RoutingTree } from '@risk/routing';

/** What a region is called; a code that is not of this city is shown as such. */
export function regionNameIn(
  { city, counties, zones }: RoutingTree['regions'],
  code: string | null,
): string {
  const known = [city, ...counties, ...zones].find((region) => region.code === code);
  return known?.name ?? (code === null ? '属地不明' : `外地（${code}）`);
}
