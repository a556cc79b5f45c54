import type { ConfigProblem } from './checked-config.js';
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

/** Branches that can never be taken because an earlier one takes everything they match. */
export function unreachableRoutes(
  routes: readonly RouteNode[],
  path: readonly PropertyKey[] = [],
): ConfigProblem[] {
  return routes.flatMap((route, at) => {
    const here = [...path, 'routes', at];
    const taker = routes
      .slice(0, at)
      .find((earlier) => !earlier.continue && covers(earlier.match, route.match));
    const below = unreachableRoutes(route.routes, here);
    if (!taker) return below;
    return [
      { path: [...here, 'match'], message: `走不到：前面的“${taker.name}”已全部截走` },
      ...below,
    ];
  });
}
