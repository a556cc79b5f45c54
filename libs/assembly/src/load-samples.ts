import { generateSamples, sampleTruth, type SampleOptions, type SampleRecord } from '@risk/samples';
import { chinaDay, days, groupBy } from '@risk/kit';
import type { RawItem } from '@risk/intake';
import type { BatchReport } from './process-batch.js';
import { NOTHING, sumOf } from './process-batch.js';
import type { House } from './house.js';
import { SampleOfficials, StoryClock } from './sample-officials.js';

/** How far loading has come. */
export type Progress = (done: number, of: number, day: string) => void;

const LOADED = 'samples-loaded';
const RECENT_DAYS = 2;
/**
 * From so many records on the database looks how they are spread, and again whenever they have doubled: it would do so
 * by itself only when all are loaded, and until then plan as for empty tables.
 */
const LEAST_KNOWN = 400;

/** What would have been said long ago in the story is not said now. */
const PASSED = `
  update notice set state = 'sent', settled_at = created_at, detail = '样例的历史通知，没有真的发送'
  where sample and state in ('pending', 'gathering') and created_at < $1
`;

/** The story that is told, ending yesterday: the same for the loader and for whoever checks it. */
export function sampleStory(now: Date): SampleOptions {
  const until = new Date(now);
  until.setUTCHours(0, 0, 0, 0);
  return { seed: 20_261_122, until, days: 240, ordinary: 6_500 };
}

/** Whether the samples were loaded to the end once; they are not loaded again after being removed. */
export async function samplesLoaded({ database }: House): Promise<boolean> {
  const rows = await database.rows('select 1 from milestone where name = $1', [LOADED]);
  return rows.length > 0;
}

/**
 * Plays the sample feeds day by day, as if the days were passing, and what officials do with the alerts. Harmless to repeat: what an
 * interrupted load has kept already is recognised as a second delivery.
 */
export async function loadSamples(house: House, progress: Progress): Promise<BatchReport> {
  const story = sampleStory(house.clock.now());
  const records = [...generateSamples(story)];
  const clock = new StoryClock();
  const officials = new SampleOfficials(house, clock, sampleTruth(story));
  const process = house.processAt(clock);
  let report = NOTHING;
  let known = LEAST_KNOWN;
  for (const [day, heap] of groupBy(records, (r) => chinaDay(new Date(r.envelope.occurredAt)))) {
    const moments = heap.map((r) => Date.parse(r.envelope.occurredAt));
    clock.at = new Date(Math.min(...moments));
    await officials.work();
    clock.at = new Date(Math.max(...moments));
    report = sumOf(report, await process.run(heap.map(itemOf)));
    officials.heard(clock.at);
    progress(report.received, records.length, day);
    if (report.received < known) continue;
    await house.database.rows('analyze');
    known = report.received * 2;
  }
  await house.database.rows(PASSED, [new Date(clock.at.getTime() - days(RECENT_DAYS))]);
  const { demonstration, city } = house.access;
  await demonstration.prepare(city.office, city.units);
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
