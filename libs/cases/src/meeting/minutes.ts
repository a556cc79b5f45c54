import { chinaDay } from '@risk/kit';
import { agendaKindName } from './agenda.js';
import type { Meeting } from './meeting.js';

/** What was talked about, and what was decided on it. */
export interface MinutesItem {
  /** Null for what was decided outside of the agenda. */
  readonly no: number | null;
  readonly kind: string;
  readonly subject: string;
  readonly because: string;
  readonly decisions: readonly string[];
}

/** A task as it stands in the minutes. */
export interface MinutesTask {
  readonly unitName: string;
  readonly what: string;
  /** yyyy-mm-dd */
  readonly dueOn: string;
  /** yyyy-mm-dd; null while it is not done. */
  readonly doneOn: string | null;
}

/** The minutes of a meeting as data: letters turn them into a paper. */
export interface Minutes {
  readonly title: string;
  readonly heldOn: string;
  readonly chair: string;
  readonly unitNames: readonly string[];
  readonly items: readonly MinutesItem[];
  readonly tasks: readonly MinutesTask[];
}

/** Puts a meeting into the order of minutes. */
export function minutesOf(meeting: Meeting, nameOf: (unit: string) => string): Minutes {
  const { title, heldOn, chair, units, agenda, decisions } = meeting;
  const decidedOn = (no: number | null): string[] =>
    decisions.filter(({ item }) => item === no).map(({ decision }) => decision);
  const items = agenda.map(({ no, kind, subject, because }) => ({
    ...{ no, kind: agendaKindName(kind), subject, because },
    decisions: decidedOn(no),
  }));
  const others = decidedOn(null);
  const rest = { no: null, kind: '其他', subject: '其他事项', because: '', decisions: others };
  return {
    ...{ title, heldOn, chair },
    unitNames: units.map(nameOf),
    items: others.length === 0 ? items : [...items, rest],
    tasks: decisions
      .flatMap(({ tasks }) => tasks)
      .map(({ unit, what, dueAt, done }) => ({
        unitName: nameOf(unit),
        what,
        dueOn: chinaDay(dueAt),
        doneOn: done && chinaDay(done.at),
      })),
  };
}
