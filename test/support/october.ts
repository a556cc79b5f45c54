import type { House } from '@risk/assembly';
import { groupBy, hours } from '@risk/kit';
import { generateSamples, type SampleRecord } from '@risk/samples';
import type { FakeClock } from '../../libs/kit/src/testing/fake-clock.js';

/** The sources that a city really has; what they bring here is made up. */
const SOURCES = {
  registration: 'gsj-registration',
  complaint: 'hotline-12345',
  advertisement: 'ad-monitor',
} as const;

const at = (text: string): number => Date.parse(`${text}:00+08:00`);

/** Nothing at all came in between these two moments. */
const QUIET = [at('2026-10-20T08:30'), at('2026-10-21T08:30')] as const;
/** The advertisements did not come from here to there. */
const MISSING = [at('2026-10-12T00:00'), at('2026-10-16T00:00')] as const;
/** What would have come in the last week came all in one afternoon. */
const STORM = at('2026-10-22T14:00');
const LAST_WEEK = at('2026-10-25T00:00');

const isIn = ([from, to]: readonly [number, number], moment: number): boolean =>
  moment >= from && moment < to;

/** One month of records, always the same: a holiday week, a missing feed, a quiet day and a storm. */
export function october(): SampleRecord[] {
  const story = {
    seed: 20_261_001,
    until: new Date('2026-11-01T00:00:00Z'),
    days: 45,
    ordinary: 300,
  };
  return [...generateSamples(story)].flatMap((record) => {
    const moment = Date.parse(record.envelope.occurredAt);
    if (isIn(QUIET, moment)) return [];
    if (record.feed === 'advertisement' && isIn(MISSING, moment)) return [];
    return [
      moved(record, moment >= LAST_WEEK ? STORM + ((moment - LAST_WEEK) % hours(3)) : moment),
    ];
  });
}

function moved({ feed, envelope }: SampleRecord, moment: number): SampleRecord {
  const occurredAt = new Date(moment).toISOString();
  return { feed, envelope: { ...envelope, source: SOURCES[feed], occurredAt } };
}

/** What comes in together: everything between two hours of the clock that are six apart. */
export function octoberHeaps(): SampleRecord[][] {
  const inOrder = [...october()].sort((a, b) => momentOf(a) - momentOf(b));
  return [...groupBy(inOrder, (record) => Math.floor(momentOf(record) / hours(6))).values()];
}

/** Takes a heap in at its last moment; a clock that is ahead already does not go back. */
export async function takeIn(
  house: House,
  clock: FakeClock,
  heap: readonly SampleRecord[],
): Promise<void> {
  const last = Math.max(clock.now().getTime(), ...heap.map(momentOf));
  clock.goTo(new Date(last).toISOString());
  await house.process.run(heap.map(itemOf));
}

export const momentOf = ({ envelope }: SampleRecord): number => Date.parse(envelope.occurredAt);

const itemOf = ({ feed, envelope }: SampleRecord) => ({
  feed,
  door: 'http' as const,
  bytes: Buffer.from(JSON.stringify(envelope)),
  origin: {},
});
