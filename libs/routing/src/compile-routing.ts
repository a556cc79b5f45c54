import { refuse, repeated, shaped, type ConfigProblem } from '@risk/kit';
import type { RegionRegister } from './regions.js';
import { routingSchema, type RouteNode, type RoutingData, type Signs } from './route-schema.js';
import { unitOf, type UnitRegister } from './units.js';
import { unreachableRoutes } from './unreachable.js';
import { workCalendar, type ToldCalendar } from './work-calendar.js';

/** Names in the tree that stand for a unit found from the places of the case. */
export const PLACE_REFERENCES = ['territory', 'zone', 'business-place'] as const;
export type PlaceReference = (typeof PLACE_REFERENCES)[number];

/** The routing of the city, checked against its units and regions and ready to be asked. */
export interface RoutingTree {
  readonly root: RouteNode;
  readonly deadlines: RoutingData['deadlines'];
  readonly standIn: RoutingData['standIn'];
  readonly signs: Signs;
  readonly calendar: ToldCalendar;
  /** Who set the office hours; no law sets them. */
  readonly hoursBasis: string;
  readonly units: UnitRegister;
  readonly regions: RegionRegister;
}

const FILE = 'routing.yaml';

export const isPlaceReference = (name: string): name is PlaceReference =>
  (PLACE_REFERENCES as readonly string[]).includes(name);

/** Turns the content of routing.yaml into a tree, or refuses it with every problem named. */
export function compileRouting(
  data: unknown,
  units: UnitRegister,
  regions: RegionRegister,
): RoutingTree {
  const { calendar, standIn, signs, ...root } = shaped(FILE, routingSchema, data);
  refuse(FILE, [
    ...badStandIns(standIn, units),
    ...repeatedSigns(signs),
    ...routeProblems(root, [], units, regions),
    ...waitingProblems(root, [], [], units),
    ...unreachableRoutes(root.routes, regions),
    ...withoutUnit(units, regions),
    ...strayUnits(units, regions),
  ]);
  return {
    root,
    deadlines: root.deadlines,
    standIn,
    signs,
    calendar: workCalendar(calendar.hours, calendar),
    hoursBasis: calendar.basis,
    units,
    regions,
  };
}

function repeatedSigns(signs: Signs): ConfigProblem[] {
  return (['flight', 'aggravated'] as const).flatMap((sign) =>
    repeated(signs[sign], (at) => ['signs', sign, at]),
  );
}

function badStandIns(standIn: RoutingData['standIn'], units: UnitRegister): ConfigProblem[] {
  return Object.entries(standIn).flatMap(([which, code]) =>
    unitProblem(code, ['standIn', which], units),
  );
}

function unitProblem(
  code: string,
  path: readonly PropertyKey[],
  units: UnitRegister,
): ConfigProblem[] {
  if (unitOf(units, code)) return [];
  return [{ path, message: `"${code}" 不是已登记的单位` }];
}

function routeProblems(
  route: RouteNode,
  path: readonly PropertyKey[],
  units: UnitRegister,
  regions: RegionRegister,
): ConfigProblem[] {
  return [
    ...roleProblems(route, path, units),
    ...regionProblems(route, path, regions),
    ...route.routes.flatMap((below, at) =>
      routeProblems(below, [...path, 'routes', at], units, regions),
    ),
  ];
}

function roleProblems(
  route: RouteNode,
  path: readonly PropertyKey[],
  units: UnitRegister,
): ConfigProblem[] {
  const named = (['lead', 'assist', 'copy'] as const).flatMap((role) =>
    route[role].flatMap((code, at) =>
      isPlaceReference(code)
        ? []
        : unitProblem(code, [...path, role, ...(route[role].length > 1 ? [at] : [])], units),
    ),
  );
  const adds = route.lead.length + route.assist.length + route.copy.length > 0;
  if (adds && route.because === undefined)
    named.push({ path: [...path, 'because'], message: '指定了单位就要写明依据' });
  return named;
}

function regionProblems(
  route: RouteNode,
  path: readonly PropertyKey[],
  { counties, zones }: RegionRegister,
): ConfigProblem[] {
  const known = new Set([...counties, ...zones].map((region) => region.code));
  return (route.match.region ?? []).flatMap((code) =>
    known.has(code)
      ? []
      : [{ path: [...path, 'match', 'region'], message: `"${code}" 不是已登记的区域` }],
  );
}

/** A branch that waits for a finding which nobody on the way to it is asked for would wait for ever. */
function waitingProblems(
  { after, lead, assist, routes }: RouteNode,
  path: readonly PropertyKey[],
  asked: readonly string[],
  units: UnitRegister,
): ConfigProblem[] {
  const below = routes.flatMap((route, at) =>
    waitingProblems(route, [...path, 'routes', at], [...asked, ...assist], units),
  );
  if (after === undefined) return below;
  const here = [...path, 'after'];
  if (!unitOf(units, after)) return [...unitProblem(after, here, units), ...below];
  if (!asked.includes(after))
    return [{ path: here, message: `上级分支的 assist 里没有 "${after}"，会一直等下去` }, ...below];
  if ([...lead, ...assist].includes(after))
    return [{ path: here, message: `"${after}" 不能等自己` }, ...below];
  return below;
}

/** A county or zone whose alerts nobody would receive. */
function withoutUnit(units: UnitRegister, { counties, zones }: RegionRegister): ConfigProblem[] {
  return [...counties, ...zones].flatMap((region) => {
    if (units.units.some((one) => one.region === region.code)) return [];
    const message = `${region.name}没有属地单位（units.yaml）`;
    return [{ path: ['regions', region.code], message }];
  });
}

/** A unit of a place that is in no register: what happens there would never reach it. */
function strayUnits({ units }: UnitRegister, { city, counties, zones }: RegionRegister) {
  const known = new Set([city, ...counties, ...zones].map((region) => region.code));
  return units.flatMap(({ name, region }, at): ConfigProblem[] =>
    region === null || known.has(region)
      ? []
      : [
          {
            path: ['units', at, 'region'],
            message: `${name}的区域 "${region}" 未登记（units.yaml）`,
          },
        ],
  );
}
