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
export { compileMap, type CityMap, type MapShape } from './city-map.js';
export { compileRegions, regionOf, regionsSchema, type RegionRegister } from './regions.js';
export { territoryOf, type Territory, type Whereabouts } from './territory.js';
export { MEDIA, routingSchema, type Deadline, type Match, type RouteNode } from './route-schema.js';
export { PLACE_REFERENCES, compileRouting, type RoutingTree } from './compile-routing.js';
export type { RouteQuestion } from './match-route.js';
export { findRoute, type Role, type Route, type RouteStep } from './find-route.js';
export { scheduleSteps, type ScheduledStep } from './schedule-steps.js';
export { allowanceText, type Allowance } from './allowance.js';
export { beforeDue, dueAt, explainDue } from './due-at.js';
export {
  addWorkingTime,
  nextWorkday,
  previousWorkday,
  workingTimeBetween,
  type Workdays,
} from './working-time.js';
export { clockSchema } from './office-hours.js';
export { webhookSecretName, type ChannelBook } from './channels.js';
export type { Contact, ContactRole } from './contact.js';
export { calendarOf, contactsAt, contactsOf } from './contacts-of.js';
export { handlingSchema, type LadderTarget, type Webhook } from './handling-schema.js';
export { compileHandling, type HandlingPolicy, type Ladder } from './compile-handling.js';
export { rungsOf, type Rung } from './rungs-of.js';
export { nextDigest } from './digest.js';
export { strangeSigns, type SignEvidence } from './signs.js';
export type { Arrangement, CalendarDay, DayKind } from './calendar-day.js';
export { countedDays, type CountedDay } from './counted-days.js';
export {
  workCalendar,
  type CalendarOverrides,
  type OfficeHours,
  type ToldCalendar,
  type WorkCalendar,
} from './work-calendar.js';
