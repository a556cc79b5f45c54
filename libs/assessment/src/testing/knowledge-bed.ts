import type { FeedRecord, ResolvedMention, Signal } from '@risk/domain';
import type { UnitOfWork } from '@risk/kit';
import { FakeUnitOfWork } from '../../../kit/src/testing/fake-transaction.js';
import type {
  CutStore,
  EntityLink,
  EntityProfile,
  EntityState,
  EntityStore,
  Founder,
  JudgedRecord,
  VerdictStore,
} from '../ports.js';
import { InMemoryCuts } from './in-memory-cuts.js';
import { InMemoryEntities } from './in-memory-entities.js';
import { InMemoryKnowledge } from './in-memory-knowledge.js';
import { InMemoryVerdicts } from './in-memory-verdicts.js';
import { NOW, assessment, feedRecord, founder, profile, signal } from './judged.js';

/** The stores over one ground, with the intake's part of it. */
export interface KnowledgeBed {
  readonly entities: EntityStore;
  readonly verdicts: VerdictStore;
  readonly cuts: CutStore;
  readonly work: UnitOfWork;
  /** Keeps a record as the intake does; `sample-…` sources are samples. */
  receive(record: FeedRecord): Promise<Pick<JudgedRecord, 'recordId' | 'current' | 'replaces'>>;
}

export const isSample = (record: FeedRecord): boolean => record.source.startsWith('sample-');

/** The bed in memory. */
export function memoryBed(known = new InMemoryKnowledge()): KnowledgeBed {
  return {
    entities: new InMemoryEntities(known),
    verdicts: new InMemoryVerdicts(known),
    cuts: new InMemoryCuts(known),
    work: new FakeUnitOfWork(),
    receive: (record) => Promise.resolve(known.receive(record, isSample(record))),
  };
}

/** What a spec says of one record: which entities it is tied to, and what it says of them. */
export interface Saying {
  readonly about: readonly string[];
  readonly role?: EntityLink['role'];
  readonly confidence?: number;
  readonly signals?: readonly Signal[];
  readonly annualYield?: number;
  readonly mentions?: readonly ResolvedMention[];
}

/** Short sentences over a bed, so that a spec reads as a story. */
export class Story {
  constructor(readonly bed: KnowledgeBed) {}

  /** Founds an entity under these keys and answers its id. */
  async found(...keys: string[]): Promise<string> {
    return this.foundAs(keys);
  }

  async foundAs(
    keys: readonly string[],
    more: Partial<Founder> = {},
    at: Date = NOW,
  ): Promise<string> {
    const [id = ''] = await this.foundAll([founder(keys, more)], at);
    return id;
  }

  /** Founds them in one batch, with their keys. */
  async foundAll(founders: readonly Founder[], at: Date = NOW): Promise<string[]> {
    const { entities, work } = this.bed;
    return work.run(async (tx) => {
      const ids = await entities.found(tx, founders, at);
      const idOf = ({ handle }: Founder): string => ids.idOf.get(handle) ?? '';
      const keys = founders.flatMap((one) => one.keys.map((key) => ({ entityId: idOf(one), key })));
      await entities.addKeys(tx, keys, at);
      return founders.map(idOf);
    });
  }

  /** A registration describes an entity. */
  async describe(entityId: string, more: Partial<EntityProfile>, at: Date = NOW): Promise<void> {
    const told = [profile(entityId, more)];
    await this.bed.work.run((tx) => this.bed.entities.describe(tx, told, at));
  }

  /** A record arrives that speaks of these entities; answers those that an older version had told of. */
  async tell(record: FeedRecord, saying: Saying): Promise<string[]> {
    const { entities, verdicts, work } = this.bed;
    const kept = await this.bed.receive(record);
    const { about, role = 'target', confidence = 1, signals = [signal('s')] } = saying;
    const links = about.map((entityId) => ({
      recordId: kept.recordId,
      entityId,
      role,
      confidence,
      because: '文中写明',
      flags: [],
      sample: isSample(record),
    }));
    const judged: JudgedRecord = {
      ...kept,
      record,
      assessment: assessment(signals, { annualYieldPercent: saying.annualYield ?? null }),
      mentions: [],
      sample: isSample(record),
    };
    const counts = kept.current && record.operation === 'upsert';
    return work.run(async (tx) => {
      const touched = await verdicts.forget(tx, kept.replaces === null ? [] : [kept.replaces]);
      if (counts) await entities.link(tx, links);
      await verdicts.keep(tx, [judged], counts ? links : [], NOW);
      return touched;
    });
  }

  /** A complaint that speaks of one entity. */
  complaint(
    entityId: string,
    sourceId: string,
    more: Parameters<typeof feedRecord>[2] = {},
    saying: Partial<Saying> = {},
  ): Promise<string[]> {
    return this.tell(feedRecord('complaint', sourceId, more), { about: [entityId], ...saying });
  }

  async merge(memberId: string, intoId: string): Promise<void> {
    const merge = { memberId, intoId, because: '名称相同' };
    await this.bed.work.run((tx) => this.bed.entities.merge(tx, [merge], NOW));
  }

  undoMerge(memberId: string): Promise<string[]> {
    return this.bed.work.run((tx) => this.bed.entities.undoMerge(tx, memberId, '李科长', NOW));
  }

  rootsOf(...ids: string[]): Promise<string[]> {
    return this.bed.work.run((tx) => this.bed.entities.lockRoots(tx, ids));
  }

  async state(entityId: string, at = NOW): Promise<EntityState> {
    const [state] = await this.bed.work.run((tx) => this.bed.entities.statesOf(tx, [entityId], at));
    if (!state) throw new Error(`no entity ${entityId}`);
    return state;
  }

  /** What counts for an entity: code → points, to two digits. */
  async counting(entityId: string): Promise<Readonly<Record<string, number>>> {
    const { signals } = await this.state(entityId);
    return Object.fromEntries(signals.map((s) => [s.code, Math.round(s.weight * 100) / 100]));
  }
}
