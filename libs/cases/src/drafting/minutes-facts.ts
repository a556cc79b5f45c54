import { Invalid } from '@risk/kit';
import type { MinutesFacts } from '../letters/facts.js';
import { maskedText } from '../letters/masked-text.js';
import { minutesOf, type MinutesItem } from '../meeting/minutes.js';
import { meetingEnds, type KnownOfMeeting } from './known-of-meeting.js';
import type { MinutesSaid } from './said.js';
import { keptUnit, saidUnit } from './unit-words.js';

/** Facts for the minutes: what was on the agenda, what was said and decided. */
export function minutesFacts(known: KnownOfMeeting, said: MinutesSaid): MinutesFacts {
  const { items, tasks } = minutesOf(known.meeting, (unit) => keptUnit(known.units, unit));
  refuseUnknownItems(items, said);
  return {
    ...meetingEnds(known, said),
    absent: said.absent.map((one) => saidUnit(known.units, 'absent', one)),
    items: items.map((item) => ({
      subject: `${item.kind}：${item.subject}`,
      said: wordsOn(item, known, said),
    })),
    tasks: tasks.map(({ what, unitName: unit, dueOn }) => ({ decision: what, unit, dueOn })),
    recorder: said.recorder ?? null,
  };
}

/** What a person says was said, else what was decided; null leaves a blank. */
function wordsOn({ no, decisions }: MinutesItem, { reporters }: KnownOfMeeting, said: MinutesSaid) {
  const told = no === null ? undefined : said.said[String(no)];
  if (told !== undefined) return maskedText(told);
  if (decisions.length === 0) return null;
  return maskedText(decisions.map((one) => one.replace(/[。；\s]+$/u, '')).join('；'), reporters);
}

function refuseUnknownItems(items: readonly MinutesItem[], { said }: MinutesSaid): void {
  const known = new Set(items.flatMap(({ no }) => (no === null ? [] : [String(no)])));
  const unknown = Object.keys(said).find((no) => !known.has(no));
  if (unknown !== undefined) throw new Invalid(`said.${unknown}：没有第 ${unknown} 个议题`);
}
