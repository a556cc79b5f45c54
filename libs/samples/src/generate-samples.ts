import { days } from '@risk/kit';
import type { Feed } from '@risk/domain';
import { castStories, type Cast } from './cast.js';
import { freshTexts, type Draft, type SampleEnvelope, type SampleRecord } from './draft.js';
import { feedDay, feedTime, type Window } from './moments.js';
import { NEAR_MISSES } from './near-misses.js';
import { ordinaryAdvertisements } from './ordinary-advertisements.js';
import { ordinaryComplaints } from './ordinary-complaints.js';
import { ordinaryRegistrations } from './ordinary-registrations.js';
import { PLOTS } from './plots/index.js';
import { randomOf, type Random } from './random.js';
import { tellStory, type Beat } from './story.js';
import { tellNearMiss, type ToldNearMiss } from './tell-near-miss.js';

/** What samples to make. */
export interface SampleOptions {
  readonly seed: number;
  /** As of when: nothing happens later. */
  readonly until: Date;
  /** How many days before that are filled. */
  readonly days: number;
  /** How many ordinary records surround the stories. */
  readonly ordinary: number;
}

/** A story with the part of it that has happened by now. */
export interface ToldStory {
  readonly cast: Cast;
  readonly beats: readonly Beat[];
}

/** All samples, in the order in which they happened. */
export interface World {
  readonly stories: readonly ToldStory[];
  readonly nearMisses: readonly ToldNearMiss[];
  readonly drafts: readonly Draft[];
  /** The number each draft got, by its key. */
  readonly ids: ReadonlyMap<string, string>;
}

/** How ordinary records divide over the feeds. */
const SHARES = { registration: 0.42, complaint: 0.4 };

/** Invents a world: the same options give the same world, byte for byte. */
export function inventWorld(options: SampleOptions): World {
  const random = randomOf(`samples-${options.seed}`);
  const until = options.until.getTime();
  const window = { from: until - days(options.days), until };
  const stories = tellStories(window, random);
  const fresh = freshTexts();
  const nearMisses = NEAR_MISSES.map((plot) =>
    tellNearMiss(plot, { window, fresh, random: random.fork(plot.kind) }),
  );
  const drafts = [
    ...stories.flatMap(({ beats }) => beats.map(({ draft }) => draft)),
    ...nearMisses.flatMap((told) => told.drafts),
    ...ordinaryDrafts(options.ordinary, window, random),
  ].sort((a, b) => a.at - b.at || (a.key < b.key ? -1 : 1));
  return { stories, nearMisses, drafts, ids: numbered(drafts) };
}

function tellStories(window: Window, random: Random): ToldStory[] {
  const fresh = freshTexts();
  const span = window.until - window.from;
  const casts = castStories(PLOTS, random.fork('cast'));
  const starts = random.fork('starts').shuffle(casts.map((_, at) => at / casts.length));
  return casts.map((cast, at) => {
    const own = random.fork(cast.id);
    const from = window.from + (0.005 + 0.66 * (starts[at] ?? 0)) * span;
    const story = { from, until: from + (0.36 + 0.32 * own.next()) * span };
    const beats = tellStory(cast, { window: story, fresh, random: own });
    return { cast, beats: beats.filter(({ draft }) => draft.at <= window.until) };
  });
}

function ordinaryDrafts(count: number, window: Window, random: Random): Draft[] {
  const registrations = Math.round(count * SHARES.registration);
  const complaints = Math.round(count * SHARES.complaint);
  const advertisements = Math.max(0, count - registrations - complaints);
  const scene = (label: string) => ({ window, fresh: freshTexts(), random: random.fork(label) });
  return [
    ...ordinaryRegistrations(registrations, scene('registrations')),
    ...ordinaryComplaints(complaints, scene('complaints')),
    ...ordinaryAdvertisements(advertisements, scene('advertisements')),
  ];
}

const SIGNS: Readonly<Record<Feed, string>> = {
  registration: 'DJ',
  complaint: 'TS',
  advertisement: 'GG',
};

/** Numbers as an office gives them: sign of the feed, day, running number. */
function numbered(drafts: readonly Draft[]): Map<string, string> {
  const counts = { registration: 0, complaint: 0, advertisement: 0 };
  return new Map(
    drafts.map(({ feed, at, key }) => {
      counts[feed] += 1;
      const day = feedDay(at).replaceAll('-', '');
      return [key, `${SIGNS[feed]}${day}${String(counts[feed]).padStart(6, '0')}`];
    }),
  );
}

/** The sample feeds, in the order in which they happened; see CONTRACTS: Feeds. */
export function* generateSamples(options: SampleOptions): Iterable<SampleRecord> {
  const { drafts, ids } = inventWorld(options);
  for (const draft of drafts) yield { feed: draft.feed, envelope: envelopeOf(draft, ids) };
}

function envelopeOf(draft: Draft, ids: ReadonlyMap<string, string>): SampleEnvelope {
  const related = draft.related.flatMap((key) => ids.get(key) ?? []);
  return {
    source: `sample-${draft.feed}`,
    sourceId: ids.get(draft.key) ?? draft.key,
    occurredAt: feedTime(draft.at),
    ...(related.length > 0 ? { related } : {}),
    payload: { ...draft.payload },
  };
}
