import type { KeptCuts, NearRule } from '@risk/assessment';
import type { FeedRecord, Tier } from '@risk/domain';
import type { Clock, UnitOfWork } from '@risk/kit';
import type { NextTier } from '@risk/scoring';
import { PgEntities, type Explanation } from '@risk/store';
import type { Judging } from './compile-judging.js';
import { keptRecord } from './kept-record.js';

/** How far a score is from the next tier, and which rules came nearest to raising it. */
export interface WhyNotHigher {
  /** The score with the engines in force, which may be newer than those of the verdict kept. */
  readonly score: number;
  readonly tier: Tier;
  readonly next: NextTier | null;
  readonly nearest: readonly NearRule[];
}

/** The same for a record and for everybody that it is tied to. */
export interface WhyNotHigherStory {
  /** Null when the record was not judged: it was withdrawn. */
  readonly record: WhyNotHigher | null;
  readonly entities: readonly (WhyNotHigher & { readonly id: string; readonly name: string })[];
}

/** What the question is asked over; a house is such a ground. */
export interface WhyNotGround {
  readonly engines: { readonly judging: Judging };
  readonly work: UnitOfWork;
  readonly clock: Clock;
  cutsAt(at: Date): Promise<KeptCuts | null>;
}

const MOST = 3;

/** Asks the engines in force why a kept record and its entities have no higher score. */
export async function whyNotHigher(
  house: WhyNotGround,
  { record, assessment, entities }: Explanation,
): Promise<WhyNotHigherStory> {
  const { judging } = house.engines;
  return {
    record: assessment ? ofRecord(judging, keptRecord(record)) : null,
    entities: await whyNotEntities(
      house,
      entities.map(({ id }) => id),
    ),
  };
}

/** Asks the engines in force why whole entities have no higher score. */
async function whyNotEntities(
  house: WhyNotGround,
  ids: readonly string[],
): Promise<WhyNotHigherStory['entities']> {
  const { judging } = house.engines;
  const at = house.clock.now();
  const kept = await house.cutsAt(at);
  const states = await house.work.run((tx) => new PgEntities().statesOf(tx, ids, at));
  return states.map((state) => {
    const { score, tier, cuts } = judging.indexOf(state, at, kept);
    const nearest = judging.whyNot.entity(state, at, MOST);
    const next = judging.scoring.nextTier(score, cuts);
    return { id: state.entityId, name: state.name, score, tier, next, nearest };
  });
}

/** The same of one whole entity; null when it is gone. */
export async function whyNotEntity(house: WhyNotGround, id: string): Promise<WhyNotHigher | null> {
  const [story] = await whyNotEntities(house, [id]);
  if (!story) return null;
  const { id: _id, name: _name, ...why } = story;
  return why;
}

function ofRecord({ judge, scoring, whyNot }: Judging, record: FeedRecord): WhyNotHigher {
  const judged = judge.judge(record);
  const { score, tier } = judged;
  const nearest = whyNot.record(record, judged, MOST);
  return { score, tier, next: scoring.nextTier(score), nearest };
}
