import type { RoutingTree } from './compile-routing.js';
import type { Contact, ContactRole } from './contact.js';
import type { LadderTarget } from './handling-schema.js';
import { unitOf } from './units.js';
import type { ToldCalendar } from './work-calendar.js';

/** The people of a unit in a role; the convener is the same for all of them. */
export function contactsOf(tree: RoutingTree, unit: string, role: ContactRole): readonly Contact[] {
  if (role === 'convener') return [tree.units.convener];
  return unitOf(tree.units, unit)?.contacts.filter((contact) => contact.role === role) ?? [];
}

/** Who hears when a unit's duty reaches a rung of the ladder; above the office itself stands its head. */
export function contactsAt(tree: RoutingTree, unit: string, to: LadderTarget): readonly Contact[] {
  if (to !== 'office') return contactsOf(tree, unit, to);
  const { office } = tree.units;
  return contactsOf(tree, office, unit === office ? 'head' : 'liaison');
}

/** The working calendar of a unit: its own office hours, or the city's. */
export function calendarOf(tree: RoutingTree, unit: string): ToldCalendar {
  const hours = unitOf(tree.units, unit)?.hours;
  return hours ? { ...tree.calendar, hours } : tree.calendar;
}
