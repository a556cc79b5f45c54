import { refuse, shaped, type ConfigProblem } from './checked-config.js';
import type { RegionRegister } from './regions.js';
import { routingSchema, type RouteNode, type RoutingData } from './route-schema.js';
import { unitOf, type UnitRegister } from './units.js';
import { unreachableRoutes } from './unreachable.js';
import { workCalendar, type WorkCalendar } from './work-calendar.js';

/** Names in the tree that stand for a unit found from the places of the case. */
export const PLACE_REFERENCES = ['territory', 'zone', 'business-place'] as const;
export type PlaceReference = (typeof PLACE_REFERENCES)[number];

/** The routing of the city, checked against its units and regions and ready to be asked. */
export interface RoutingTree {
  readonly root: RouteNode;
  readonly deadlines: RoutingData['deadlines'];
  readonly standIn: RoutingData['standIn'];
  readonly calendar: WorkCalendar;
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
  const { calendar, standIn, ...root } = shaped(FILE, routingSchema, data);
  refuse(FILE, [
    ...badHours(calendar.hours),
    ...badStandIns(standIn, units),
    ...routeProblems(root, [], units, regions),
    ...unreachableRoutes(root.routes),
    ...withoutUnit(units, regions),
  ]);
  return {
    root,
    deadlines: root.deadlines,
    standIn,
    calendar: workCalendar(calendar.hours, calendar),
    units,
    regions,
  };
}

function badHours(hours: RoutingData['calendar']['hours']): ConfigProblem[] {
  return hours.flatMap(({ opens, closes }, at) => {
    const before = hours[at - 1]?.closes ?? 0;
    if (before <= opens && opens < closes) return [];
    return [{ path: ['calendar', 'hours', at], message: '上班时段应先后排列、互不重叠' }];
  });
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
  const unit = unitOf(units, code);
  if (!unit) return [{ path, message: `"${code}" 不是已登记的单位` }];
  if (unit.email === null)
    return [{ path, message: `"${code}"（${unit.name}）没有接收预警的邮箱` }];
  return [];
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

/** A county or zone whose alerts nobody would receive. */
function withoutUnit(units: UnitRegister, { counties, zones }: RegionRegister): ConfigProblem[] {
  return [...counties, ...zones].flatMap((region) => {
    const unit = units.units.find((one) => one.region === region.code);
    if (!unit)
      return [
        { path: ['regions', region.code], message: `${region.name}没有属地单位（units.yaml）` },
      ];
    return unitProblem(unit.code, ['regions', region.code], units);
  });
}
