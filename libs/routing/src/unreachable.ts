import { SCHEMES, TIERS } from '@risk/domain';
import type { ConfigProblem } from '@risk/kit';
import type { RegionRegister } from './regions.js';
import type { Match, RouteNode } from './route-schema.js';

type Wanted = Match[keyof Match];

/** Whether everything that satisfies `narrow` also satisfies `wide`, for one key. */
function includes(wide: Wanted, narrow: Wanted): boolean {
  if (wide === undefined) return true;
  if (narrow === undefined) return false;
  if (typeof wide === 'number') return typeof narrow === 'number' && wide <= narrow;
  if (wide === true) return narrow === true;
  return (
    Array.isArray(narrow) && narrow.every((value) => (wide as readonly string[]).includes(value))
  );
}

function covers(wide: Match, narrow: Match): boolean {
  const keys = Object.keys(wide) as (keyof Match)[];
  return keys.every((key) => includes(wide[key], narrow[key]));
}

/** What a case is one of: a scheme of a tier at a place; each combination is a cell. */
type Cells = ReadonlySet<string>;
const cellsOf = (
  schemes: readonly string[],
  tiers: readonly string[],
  places: readonly string[],
): string[] =>
  schemes.flatMap((scheme) =>
    tiers.flatMap((tier) => places.map((place) => `${scheme} ${tier} ${place}`)),
  );

/** Where a case may be registered when it is in no county of the city. */
const ELSEWHERE = 'elsewhere';
const ALERT_TIERS = TIERS.filter((tier) => tier !== 'none');
const CELL_KEYS: readonly (keyof Match)[] = ['scheme', 'tier', 'region'];

/** Tells which cells a match lets through, and which it takes whatever else a case is. */
class Reach {
  private readonly counties: readonly string[];

  constructor({ counties }: Pick<RegionRegister, 'counties'>) {
    this.counties = counties.map(({ code }) => code);
  }

  /** A zone lies over counties and beside them: whoever asks for one may be asked anywhere. */
  possible({ scheme = SCHEMES, tier = ALERT_TIERS, region, outside }: Match): Cells {
    const places = [...this.counties, ELSEWHERE];
    const isAnywhere = region?.every((code) => this.counties.includes(code)) !== true;
    const within = outside ? [ELSEWHERE] : places;
    const asked = isAnywhere ? within : within.filter((place) => region.includes(place));
    const tiers = tier.filter((one) => one !== 'none');
    return new Set(cellsOf(scheme, tiers, asked));
  }

  taken(match: Match): Cells {
    const given = (Object.keys(match) as (keyof Match)[]).filter((key) => match[key] !== undefined);
    if (!given.every((key) => CELL_KEYS.includes(key))) return new Set();
    const { scheme = SCHEMES, tier = ALERT_TIERS, region } = match;
    const places = region?.filter((code) => this.counties.includes(code));
    return new Set(cellsOf(scheme, tier, places ?? [...this.counties, ELSEWHERE]));
  }
}

const without = (cells: Cells, taken: Cells): Cells =>
  new Set([...cells].filter((cell) => !taken.has(cell)));
const both = (one: Cells, other: Cells): Cells =>
  new Set([...one].filter((cell) => other.has(cell)));

/** Branches that can never be taken: earlier ones take all they match, or those above let none of it through. */
export function unreachableRoutes(
  routes: readonly RouteNode[],
  regions: Pick<RegionRegister, 'counties'>,
): ConfigProblem[] {
  const reach = new Reach(regions);
  return below({ routes, path: [], above: [], open: reach.possible({}) }, reach);
}

/** Branches of one parent, with what reaches it. */
interface Level {
  readonly routes: readonly RouteNode[];
  readonly path: readonly PropertyKey[];
  readonly above: readonly RouteNode[];
  readonly open: Cells;
}

function below({ routes, path, above, open }: Level, reach: Reach): ConfigProblem[] {
  return routes.flatMap((route, at) => {
    const here = [...path, 'routes', at];
    const wanted = both(open, reach.possible(route.match));
    if (wanted.size === 0)
      return [{ path: [...here, 'match'], message: contradiction(route, above, reach) }];
    const earlier = routes.slice(0, at).filter((one) => !one.continue);
    const left = earlier.reduce((cells, one) => without(cells, reach.taken(one.match)), wanted);
    const takers = takersOf(route, earlier, wanted, left, reach);
    const within = { routes: route.routes, path: here, above: [...above, route] };
    // What lies below a branch that is never taken is told as if it were: one fault is enough.
    const deeper = below({ ...within, open: left.size === 0 ? wanted : left }, reach);
    if (takers.length === 0) return deeper;
    const names = takers.map(({ name }) => `“${name}”`).join('、');
    return [{ path: [...here, 'match'], message: `走不到：前面的${names}已全部截走` }, ...deeper];
  });
}

/** The one that takes all of a branch, or those that do so together. */
function takersOf(
  { match }: RouteNode,
  earlier: readonly RouteNode[],
  wanted: Cells,
  left: Cells,
  reach: Reach,
): readonly RouteNode[] {
  const one = earlier.find((other) => covers(other.match, match));
  if (one) return [one];
  if (left.size > 0) return [];
  return earlier.filter((other) => both(wanted, reach.taken(other.match)).size > 0);
}

/** Which of the branches above excludes this one; several may do so only together. */
function contradiction({ match }: RouteNode, above: readonly RouteNode[], reach: Reach): string {
  const wanted = reach.possible(match);
  if (wanted.size === 0) return '走不到：没有这样的预警';
  const upper = above.find((one) => both(wanted, reach.possible(one.match)).size === 0);
  return upper ? `走不到：与上级“${upper.name}”的条件矛盾` : '走不到：上级放行的已被前面的分支截走';
}
