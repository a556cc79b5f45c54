import { bulletinName, writtenDay, type PeriodicKind, type Span } from '@risk/domain';
import { assertNever, chinaDay, chinaMidnight, days, isCalendarDay, minutes } from '@risk/kit';
import { nextWorkday, previousWorkday, type Workdays } from '@risk/routing';

/** When an issue comes out: minutes after midnight in China. */
export interface Rhythm {
  readonly kind: PeriodicKind;
  readonly at: number;
}

/** One issue that is to come out: it tells of its span, as that was known at the end of it. */
export interface Slot {
  readonly kind: PeriodicKind;
  /** `2026-11-30` of a daily, `2026-W48`, `2026-11`, `2026-Q4`: one issue each. */
  readonly name: string;
  /** When it comes out. */
  readonly at: Date;
  readonly span: Span;
}

const A_DAY = days(1);

/** The slots of a kind that fell due after one moment and not after another, the oldest first. */
export function slotsBetween(rhythm: Rhythm, calendar: Workdays, after: Date, until: Date): Slot[] {
  const slots: Slot[] = [];
  for (
    let slot = lastSlot(rhythm, calendar, until);
    slot.at > after;
    slot = slotBefore(rhythm, calendar, slot)
  )
    slots.unshift(slot);
  return slots;
}

/** The latest slot that was due at a moment. */
export function lastSlot(rhythm: Rhythm, calendar: Workdays, now: Date): Slot {
  let start = startOf(rhythm.kind, chinaDay(now));
  for (;;) {
    const slot = slotFrom(rhythm, calendar, start);
    if (slot && slot.at <= now) return slot;
    start = stepped(rhythm.kind, start, -1);
  }
}

/** The first slot that falls due after a moment. */
export function nextSlot(rhythm: Rhythm, calendar: Workdays, now: Date): Slot {
  let start = startOfSlot(lastSlot(rhythm, calendar, now));
  for (;;) {
    start = stepped(rhythm.kind, start, 1);
    const slot = slotFrom(rhythm, calendar, start);
    if (slot && slot.at > now) return slot;
  }
}

/** The slot before another; their spans touch. */
export function slotBefore(rhythm: Rhythm, calendar: Workdays, slot: Slot): Slot {
  let start = stepped(rhythm.kind, startOfSlot(slot), -1);
  for (;;) {
    const before = slotFrom(rhythm, calendar, start);
    if (before) return before;
    start = stepped(rhythm.kind, start, -1);
  }
}

/** The slot of a name; null when none is called so: a day of rest has no daily. */
export function slotNamed(rhythm: Rhythm, calendar: Workdays, name: string): Slot | null {
  const start = startNamed(rhythm.kind, name);
  return start === null ? null : slotFrom(rhythm, calendar, start);
}

/**
 * The slot whose period is named by a first day: of a daily the day it comes out, of the others the first day
 * of the week, month or quarter that it tells of. Null for a daily on a day of rest.
 */
function slotFrom({ kind, at }: Rhythm, calendar: Workdays, start: string): Slot | null {
  if (kind === 'daily') return dailySlot(at, calendar, start);
  const next = stepped(kind, start, 1);
  const span = { since: chinaMidnight(start), until: chinaMidnight(next) };
  const out = calendar.isWorkday(next) ? next : nextWorkday(next, calendar);
  return { kind, name: nameOf(kind, start), at: momentOf(out, at), span };
}

/** What happened on days of rest is told on the next working day. */
function dailySlot(at: number, calendar: Workdays, day: string): Slot | null {
  if (!calendar.isWorkday(day)) return null;
  const until = momentOf(day, at);
  const since = momentOf(previousWorkday(day, calendar), at);
  return { kind: 'daily', name: day, at: until, span: { since, until } };
}

const momentOf = (day: string, at: number): Date =>
  new Date(chinaMidnight(day).getTime() + minutes(at));

const dayAfter = (day: string, by: number): string =>
  chinaDay(new Date(chinaMidnight(day).getTime() + by * A_DAY));

const parts = (day: string): [number, number, number] => {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  return [year, month, date];
};

const dayOf = (year: number, month: number, date: number): string =>
  new Date(Date.UTC(year, month - 1, date)).toISOString().slice(0, 10);

/** Monday is the first day of a week. */
const mondayOf = (day: string): string => {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return dayAfter(day, -((weekday + 6) % 7));
};

/** The first day of the period that a day lies in. */
function startOf(kind: PeriodicKind, day: string): string {
  const [year, month] = parts(day);
  switch (kind) {
    case 'daily':
      return day;
    case 'weekly':
      return mondayOf(day);
    case 'monthly':
      return dayOf(year, month, 1);
    case 'quarterly':
      return dayOf(year, month - ((month - 1) % 3), 1);
    default:
      return assertNever(kind);
  }
}

/** The first day of the period that lies so many periods later. */
function stepped(kind: PeriodicKind, start: string, by: number): string {
  const [year, month] = parts(start);
  switch (kind) {
    case 'daily':
      return dayAfter(start, by);
    case 'weekly':
      return dayAfter(start, 7 * by);
    case 'monthly':
      return dayOf(year, month + by, 1);
    case 'quarterly':
      return dayOf(year, month + 3 * by, 1);
    default:
      return assertNever(kind);
  }
}

function startOfSlot({ kind, name, span }: Slot): string {
  return kind === 'daily' ? name : chinaDay(span.since);
}

/** ISO 8601: the week belongs to the year that its Thursday lies in. */
function weekName(monday: string): string {
  const thursday = dayAfter(monday, 3);
  const [year] = parts(thursday);
  const first = mondayOf(dayOf(year, 1, 4));
  const weeks = (chinaMidnight(monday).getTime() - chinaMidnight(first).getTime()) / (7 * A_DAY);
  return `${year}-W${String(weeks + 1).padStart(2, '0')}`;
}

function nameOf(kind: Exclude<PeriodicKind, 'daily'>, start: string): string {
  const [year, month] = parts(start);
  switch (kind) {
    case 'weekly':
      return weekName(start);
    case 'monthly':
      return start.slice(0, 7);
    case 'quarterly':
      return `${year}-Q${(month + 2) / 3}`;
    default:
      return assertNever(kind);
  }
}

const NAMES: Readonly<Record<PeriodicKind, RegExp>> = {
  daily: /^\d{4}-\d{2}-\d{2}$/,
  weekly: /^(\d{4})-W(\d{2})$/,
  monthly: /^\d{4}-(0[1-9]|1[0-2])$/,
  quarterly: /^(\d{4})-Q([1-4])$/,
};

/** The first day of the period of a name; null when it names none. */
function startNamed(kind: PeriodicKind, name: string): string | null {
  const match = NAMES[kind].exec(name);
  if (!match) return null;
  const [year, nth] = [Number(match[1]), Number(match[2])];
  if (kind === 'daily') return isCalendarDay(name) ? name : null;
  if (kind === 'monthly') return `${name}-01`;
  if (kind === 'quarterly') return dayOf(year, nth * 3 - 2, 1);
  const monday = dayAfter(mondayOf(dayOf(year, 1, 4)), 7 * (nth - 1));
  return weekName(monday) === name ? monday : null;
}

/** What the period is called on paper. */
export function slotTitle({ kind, name }: Pick<Slot, 'kind' | 'name'>): string {
  const [year, rest] = [name.slice(0, 4), name.slice(5)];
  switch (kind) {
    case 'daily':
      return writtenDay(name);
    case 'weekly':
      return `${year}年第${Number(rest.slice(1))}周`;
    case 'monthly':
      return `${year}年${Number(rest)}月`;
    case 'quarterly':
      return `${year}年第${['一', '二', '三', '四'][Number(rest.slice(1)) - 1] ?? ''}季度`;
    default:
      return assertNever(kind);
  }
}

/** A slot as people name it. */
export const slotText = (slot: Pick<Slot, 'kind' | 'name'>): string =>
  `${bulletinName(slot.kind)} ${slotTitle(slot)}`;

/** The same stretch a year before; for a day that there was not, the day after. */
export function yearBefore({ kind, span }: Pick<Slot, 'kind' | 'span'>): Span {
  const moved = (at: Date): Date => {
    const [year, month, date] = parts(chinaDay(at));
    return new Date(
      at.getTime() + Date.UTC(year - 1, month - 1, date) - Date.UTC(year, month - 1, date),
    );
  };
  if (kind !== 'weekly') return { since: moved(span.since), until: moved(span.until) };
  // 52 weeks, so that the same weekdays are compared.
  return shifted(span, -52 * 7);
}

/** A stretch so many days later. */
export const shifted = ({ since, until }: Span, by: number): Span => ({
  since: new Date(since.getTime() + by * A_DAY),
  until: new Date(until.getTime() + by * A_DAY),
});
