import { Timetable, type Caller, type Contact, type Rung } from '@risk/alerting';
import type { DutyKind, Tier } from '@risk/domain';
import { chinaDay } from '@risk/kit';
import {
  addWorkingTime,
  calendarOf,
  contactsAt,
  dueAt,
  nextDigest,
  rungsOf,
  unitNameOn,
  unitOf,
  workingTimeBetween,
  type HandlingPolicy,
  type RoutingTree,
} from '@risk/routing';

/** Deadlines, ladders and contacts as the configuration of the city says. */
export class CityTimetable extends Timetable {
  constructor(
    private readonly tree: RoutingTree,
    private readonly handling: HandlingPolicy,
  ) {
    super();
  }

  get office(): string {
    return this.tree.units.office;
  }

  rungsOf(duty: { kind: DutyKind; unit: string; from: Date; dueAt: Date }): readonly Rung[] {
    const calendar = calendarOf(this.tree, duty.unit);
    return rungsOf(this.handling, duty.kind, duty.from, duty.dueAt, calendar);
  }

  contactsOf(unit: string, to: Caller, at: Date): readonly Contact[] {
    return contactsAt(this.tree, unit, to).map((contact) => {
      const entry = unitOf(this.tree.units, contact.unit);
      const unitName = entry ? unitNameOn(entry, chinaDay(at)) : contact.unitName;
      return { unit: contact.unit, unitName, recipient: contact };
    });
  }

  dueAfterPause(unit: string, due: Date, pausedAt: Date, now: Date): Date {
    // A deadline that had passed before the pause stays as it was: late is late.
    if (pausedAt >= due) return due;
    const calendar = calendarOf(this.tree, unit);
    return addWorkingTime(now, workingTimeBetween(pausedAt, due, calendar), calendar);
  }

  deadlines(unit: string, tier: Tier, at: Date): { acknowledgeBy: Date; dueAt: Date } | null {
    if (tier === 'none' || !unitOf(this.tree.units, unit)) return null;
    const { acknowledge, answer } = this.tree.deadlines[tier];
    const calendar = calendarOf(this.tree, unit);
    return { acknowledgeBy: dueAt(at, acknowledge, calendar), dueAt: dueAt(at, answer, calendar) };
  }

  digestAt(tier: Tier, at: Date): Date | null {
    const tiers: readonly Tier[] = this.handling.digest.tiers;
    return tiers.includes(tier) ? this.nextDigest(at) : null;
  }

  nextDigest(at: Date): Date {
    return nextDigest(this.handling, at, this.tree.calendar);
  }
}
