import type { ConfigProblem } from '@risk/kit';
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

/** Conditions that a case meets with one value only, so that two of them can exclude each other. */
const SINGLE = ['scheme', 'tier'] as const;

/** The branch above that only lets cases through which this match does not take. */
function excluder(match: Match, above: readonly RouteNode[]): RouteNode | undefined {
  return above.find((upper) =>
    SINGLE.some((key) => {
      const [wide, narrow]: (readonly string[] | undefined)[] = [upper.match[key], match[key]];
      return wide !== undefined && narrow?.every((value) => !wide.includes(value)) === true;
    }),
  );
}

/** Branches that can never be taken: an earlier one takes all they match, or one above lets none of it through. */
export function unreachableRoutes(
  routes: readonly RouteNode[],
  path: readonly PropertyKey[] = [],
  above: readonly RouteNode[] = [],
): ConfigProblem[] {
  return routes.flatMap((route, at) => {
    const here = [...path, 'routes', at];
    const upper = excluder(route.match, above);
    if (upper) {
      const message = `走不到：与上级“${upper.name}”的条件矛盾`;
      return [{ path: [...here, 'match'], message }];
    }
    const taker = routes
      .slice(0, at)
      .find((earlier) => !earlier.continue && covers(earlier.match, route.match));
    const below = unreachableRoutes(route.routes, here, [...above, route]);
    if (!taker) return below;
    return [
      { path: [...here, 'match'], message: `走不到：前面的“${taker.name}”已全部截走` },
      ...below,
    ];
  });
}
