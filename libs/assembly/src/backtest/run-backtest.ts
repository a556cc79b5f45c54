import {
  COURSE_CHANGES,
  NOTHING_REPLAYED,
  changeBetween,
  joinReplayed,
  walkEntity,
  withOnly,
  withVerdicts,
  type Course,
  type CourseChange,
  type EntityMemory,
  type Replayed,
  type SlimVerdict,
} from '@risk/assessment';
import type { EngineVersions } from '@risk/domain';
import { chinaDay, chunksOf, Invalid } from '@risk/kit';
import { PgMemory, PgReplay, type Database, type ReplayPeriod } from '@risk/store';
import { replayInThreads } from './replay-in-threads.js';
import { compileTwo, plainVersions, type TwoJudgings, type TwoVersions } from './two-versions.js';

/** What a backtest is asked. */
export interface BacktestWish {
  readonly versions: TwoVersions;
  readonly period: ReplayPeriod;
  readonly database: Database;
  readonly databaseUrl: string;
  readonly onProgress: (done: number, of: number, what: string) => void;
}

/** An entity that fares differently. */
export interface ChangedEntity {
  readonly entityId: string;
  readonly name: string;
  readonly uscc: string | null;
  readonly change: CourseChange;
  readonly base: Course;
  readonly candidate: Course;
}

/** What a candidate would have changed, had it judged in that period. */
export interface BacktestReport extends Omit<Replayed, 'verdicts'> {
  readonly period: ReplayPeriod;
  readonly base: EngineVersions;
  readonly candidate: EngineVersions;
  /** Entities that carry a signal under either. */
  readonly suspected: number;
  /** How many entities fare how. */
  readonly entities: Readonly<Record<CourseChange, number>>;
  /** Those that fare differently, the graver first. */
  readonly changed: readonly ChangedEntity[];
}

const CHUNK = 500;
const IDS_AT_ONCE = 20_000;

type Measured = Awaited<ReturnType<PgReplay['measure']>>;
type Verdicts = ReadonlyMap<string, readonly [base: SlimVerdict, candidate: SlimVerdict]>;

/** Replays stored records through two versions, as if the platform had begun at the beginning of the period. */
export async function runBacktest(wish: BacktestWish): Promise<BacktestReport> {
  const { database, period } = wish;
  const replay = new PgReplay(database);
  const measured = await measure(replay, period);
  const judgings = compileTwo(wish.versions);
  const { replayed, verdicts } = await replayAll(wish, measured);
  const roots = await rootsAbout(replay, [...verdicts.keys()]);
  const compared = await compareAll(wish, roots, verdicts, judgings);
  const { verdicts: _kept, ...sums } = replayed;
  return {
    ...sums,
    period,
    base: judgings.base.judge.version,
    candidate: judgings.candidate.judge.version,
    suspected: compared.length,
    entities: countOf(compared),
    changed: compared.filter(({ change }) => change !== 'same').sort(gravestFirst),
  };
}

/** A backtest over nothing shows nothing; only where there is no record at all it cannot show more. */
async function measure(replay: PgReplay, period: ReplayPeriod): Promise<Measured> {
  const measured = await replay.measure(period);
  if (measured.records > 0 || (await replay.isEmpty())) return measured;
  throw new Invalid(
    `${chinaDay(period.from)} 至 ${chinaDay(period.to)} 没有已存的记录，回测说明不了什么，请换一段时间`,
  );
}

async function replayAll(
  { versions, period, databaseUrl, onProgress }: BacktestWish,
  { records, ids }: Measured,
): Promise<{ replayed: Replayed; verdicts: Verdicts }> {
  const verdicts = new Map<string, readonly [SlimVerdict, SlimVerdict]>();
  let replayed = NOTHING_REPLAYED;
  if (records === 0) return { replayed, verdicts };
  const task = { databaseUrl, period, versions: plainVersions(versions) };
  await replayInThreads(task, ids, (stretch) => {
    for (const [recordId, base, candidate] of stretch.verdicts)
      verdicts.set(recordId, [base, candidate]);
    replayed = joinReplayed(replayed, stretch);
    onProgress(replayed.records, records, '重放记录');
  });
  return { replayed, verdicts };
}

async function rootsAbout(replay: PgReplay, recordIds: readonly string[]): Promise<string[]> {
  const roots = new Set<string>();
  for (const ids of chunksOf(recordIds, IDS_AT_ONCE))
    for (const id of await replay.rootsAbout(ids)) roots.add(id);
  return [...roots];
}

async function compareAll(
  { database, period, onProgress }: BacktestWish,
  roots: readonly string[],
  verdicts: Verdicts,
  judgings: TwoJudgings,
): Promise<ChangedEntity[]> {
  const memory = new PgMemory(database);
  const compared: ChangedEntity[] = [];
  for (const ids of chunksOf(roots, CHUNK)) {
    const memories = await memory.inForce(ids, period.to);
    compared.push(...memories.map((one) => compareOne(one, period, verdicts, judgings)));
    onProgress(compared.length, roots.length, '比较主体');
  }
  return compared;
}

function compareOne(
  whole: EntityMemory,
  { from, to }: ReplayPeriod,
  verdicts: Verdicts,
  judgings: TwoJudgings,
): ChangedEntity {
  const memory = withOnly(whole, ({ occurredAt }) => occurredAt >= from && occurredAt <= to);
  const base = walkEntity(
    withVerdicts(memory, (id) => verdicts.get(id)?.[0]),
    judgings.base.indexOf,
  );
  const candidate = walkEntity(
    withVerdicts(memory, (id) => verdicts.get(id)?.[1]),
    judgings.candidate.indexOf,
  );
  const { entityId, name, uscc } = whole;
  return { entityId, name, uscc, change: changeBetween(base, candidate), base, candidate };
}

const countOf = (compared: readonly ChangedEntity[]): BacktestReport['entities'] =>
  Object.fromEntries(
    COURSE_CHANGES.map((change) => [
      change,
      compared.filter((one) => one.change === change).length,
    ]),
  ) as Record<CourseChange, number>;

const gravestFirst = (a: ChangedEntity, b: ChangedEntity): number =>
  COURSE_CHANGES.indexOf(a.change) - COURSE_CHANGES.indexOf(b.change) ||
  Math.max(b.base.score, b.candidate.score) - Math.max(a.base.score, a.candidate.score) ||
  Number(a.entityId) - Number(b.entityId);
