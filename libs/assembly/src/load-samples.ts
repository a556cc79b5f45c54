import { generateSamples, type SampleOptions, type SampleRecord } from '@risk/samples';
import { Clock, chinaDay, groupBy } from '@risk/kit';
import type { RawItem } from '@risk/intake';
import type { BatchReport } from './process-batch.js';
import { NOTHING, sumOf } from './process-batch.js';
import type { House } from './house.js';

/** How far loading has come. */
export type Progress = (done: number, of: number, day: string) => void;

const LOADED = 'samples-loaded';

/** The story that is told, ending yesterday: the same for the loader and for whoever checks it. */
export function sampleStory(now: Date): SampleOptions {
  const until = new Date(now);
  until.setUTCHours(0, 0, 0, 0);
  return { seed: 20_261_122, until, days: 240, ordinary: 6_500 };
}

/** A clock that stands where the story is, so that alerts carry the day on which they would have come. */
class StoryClock extends Clock {
  at = new Date(0);

  now(): Date {
    return this.at;
  }
}

/** Whether the samples were loaded to the end once; they are not loaded again after being removed. */
export async function samplesLoaded({ database }: House): Promise<boolean> {
  const rows = await database.rows('select 1 from milestone where name = $1', [LOADED]);
  return rows.length > 0;
}

/**
 * Plays the sample feeds day by day, as if the days were passing. Harmless to repeat: what an
 * interrupted load has kept already is recognised as a second delivery.
 */
export async function loadSamples(house: House, progress: Progress): Promise<BatchReport> {
  const records = [...generateSamples(sampleStory(house.clock.now()))];
  const clock = new StoryClock();
  const process = house.processAt(clock);
  let report = NOTHING;
  for (const [day, heap] of groupBy(records, (r) => chinaDay(new Date(r.envelope.occurredAt)))) {
    clock.at = new Date(Math.max(...heap.map((r) => Date.parse(r.envelope.occurredAt))));
    report = sumOf(report, await process.run(heap.map(itemOf)));
    progress(report.received, records.length, day);
  }
  await house.database.rows(
    'insert into milestone (name, reached_at) values ($1, $2) on conflict do nothing',
    [LOADED, house.clock.now()],
  );
  return report;
}

function itemOf({ feed, envelope }: SampleRecord): RawItem {
  const bytes = Buffer.from(JSON.stringify(envelope));
  return {
    feed,
    door: 'file',
    bytes,
    value: envelope,
    origin: { file: '样例', id: envelope.sourceId },
  };
}
