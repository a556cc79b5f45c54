import { chinaDay } from '@risk/kit';
import type { RoutingTree } from './compile-routing.js';
import { calendarOf } from './contacts-of.js';
import { dueAt } from './due-at.js';
import type { Route, RouteStep } from './find-route.js';
import { unitNameOn, unitOf } from './units.js';

/** A step with the unit's name of that day and what is due when, by the unit's own calendar. */
export interface ScheduledStep extends RouteStep {
  /** Null for a copy: it asks for no acknowledgement. */
  readonly acknowledgeBy: Date | null;
  /** Null for a copy, which asks for no answer, and for who waits: its time begins with the finding. */
  readonly dueAt: Date | null;
}

/** The steps as they stand at a moment: names of that day, and when acknowledgement and answer are due. */
export function scheduleSteps(route: Route, from: Date, tree: RoutingTree): ScheduledStep[] {
  const { deadline } = route;
  return route.steps.map((step) => {
    const unit = unitOf(tree.units, step.unit);
    const calendar = calendarOf(tree, step.unit);
    const owed = step.role === 'copy' ? null : deadline;
    return {
      ...step,
      unitName: unit ? unitNameOn(unit, chinaDay(from)) : step.unitName,
      acknowledgeBy: owed && dueAt(from, owed.acknowledge, calendar),
      dueAt: owed && !step.waits ? dueAt(from, owed.answer, calendar) : null,
    };
  });
}
