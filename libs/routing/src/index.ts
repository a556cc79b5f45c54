export {
  asUnit,
  compileUnits,
  unitNameOn,
  unitNamed,
  unitOf,
  unitsSchema,
  type UnitEntry,
  type UnitRegister,
} from './units.js';
export { compileRegions, regionOf, regionsSchema, type RegionRegister } from './regions.js';
export { territoryOf, type Territory, type Whereabouts } from './territory.js';
export {
  routingSchema,
  type AlertTier,
  type Deadline,
  type Match,
  type RouteNode,
} from './route-schema.js';
export { PLACE_REFERENCES, compileRouting, type RoutingTree } from './compile-routing.js';
export type { RouteQuestion } from './match-route.js';
export {
  findRoute,
  scheduleSteps,
  type Role,
  type Route,
  type RouteStep,
  type ScheduledStep,
} from './find-route.js';
export { allowanceText, dueAt, explainDue, type Allowance } from './due-at.js';
export {
  workCalendar,
  type CalendarOverrides,
  type OfficeHours,
  type WorkCalendar,
} from './work-calendar.js';
