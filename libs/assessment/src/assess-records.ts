import { relationsOf, type IndexReason, type RiskIndex } from '@risk/domain';
import type { Clock, Transaction } from '@risk/kit';
import type { AttachMentions } from './attach-mentions.js';
import type {
  CutStore,
  EntityState,
  EntityStore,
  IndexWrite,
  JudgedRecord,
  KeptCuts,
  VerdictStore,
} from './ports.js';

/** Computes an entity's index from its state at a moment, with the cuts kept last at that moment. */
export type IndexOf = (state: EntityState, at: Date, kept?: KeptCuts | null) => RiskIndex;

/** What indices are computed with. */
export interface Indexing {
  readonly indexOf: IndexOf;
  readonly clock: Clock;
  readonly cuts: Pick<CutStore, 'at'>;
}

/** An entity whose index moved just now. */
export interface IndexedEntity extends Omit<EntityState, 'signals' | 'quotes'> {
  readonly index: RiskIndex;
  /** When the newest signal of it happened. */
  readonly evidenceAt: Date | null;
}

/** A change smaller than this is not worth a line in the history. */
const SMALLEST_MOVE = 0.05;

/** Ties judged records to entities, keeps the verdicts and moves the indices of all concerned. */
export class AssessRecords {
  constructor(
    private readonly attach: AttachMentions,
    private readonly entities: EntityStore,
    private readonly verdicts: VerdictStore,
    private readonly indexing: Indexing,
  ) {}

  async run(tx: Transaction, judged: readonly JudgedRecord[]): Promise<IndexedEntity[]> {
    if (judged.length === 0) return [];
    const forgotten = await this.verdicts.forget(
      tx,
      judged.flatMap((j) => j.replaces ?? []),
    );
    const inForce = judged.filter((j) => j.current && j.record.operation === 'upsert');
    const { links, ownRoots } = await this.attach.run(tx, inForce, this.indexing.clock.now());
    const touched = new Set([...forgotten, ...links.map((l) => l.entityId)]);
    const roots = await this.rootsOf(tx, [...touched], ownRoots);
    // Only behind the locks: so the moments of one entity follow each other as what was known of it did.
    const at = this.indexing.clock.now();
    await this.verdicts.keep(tx, judged, links, at);
    return this.moveIndices(tx, roots, at);
  }

  /** Computes the indices of these entities anew, for example after records were taken away. */
  async reindex(tx: Transaction, entityIds: readonly string[]): Promise<IndexedEntity[]> {
    const roots = await this.entities.lockRoots(tx, entityIds);
    return this.moveIndices(tx, roots, this.indexing.clock.now());
  }

  /** Locked, but for those that are their own roots and that nobody else can see. */
  private async rootsOf(
    tx: Transaction,
    touched: readonly string[],
    ownRoots: ReadonlySet<string>,
  ): Promise<string[]> {
    const standing = touched.filter((id) => !ownRoots.has(id));
    const locked = await this.entities.lockRoots(tx, standing);
    return [...new Set([...locked, ...touched.filter((id) => ownRoots.has(id))])];
  }

  private async moveIndices(
    tx: Transaction,
    roots: readonly string[],
    at: Date,
  ): Promise<IndexedEntity[]> {
    const suspected = await this.entities.suspected(tx, roots);
    const states = await this.entities.statesOf(tx, suspected, at);
    const kept = states.length === 0 ? null : await this.indexing.cuts.at(tx, at);
    const indexed = states.map((state) =>
      indexedEntity(state, this.indexing.indexOf(state, at, kept)),
    );
    const moved = indexed.filter(hasMoved);
    const writes = moved.map(writeOf);
    await this.verdicts.saveIndices(tx, writes, at);
    await this.verdicts.noteEvidence(
      tx,
      indexed.filter((one) => !hasMoved(one)),
    );
    return indexed;
  }
}

function indexedEntity(whole: EntityState, index: RiskIndex): IndexedEntity {
  const { signals, quotes, ...state } = whole;
  const reasons = index.reasons.map((reason): IndexReason => {
    const quote = quotes.get(reason.code);
    return quote === undefined ? reason : { ...reason, quote };
  });
  return { ...state, index: { ...index, reasons }, evidenceAt: latestOf(signals) };
}

const latestOf = (signals: EntityState['signals']): Date | null =>
  signals.reduce<Date | null>(
    (latest, { occurredAt }) => (latest !== null && latest > occurredAt ? latest : occurredAt),
    null,
  );

const writeOf = ({ entityId, index, facts, evidenceAt }: IndexedEntity): IndexWrite => ({
  entityId,
  index,
  evidenceAt,
  relations: relationsOf(facts),
  causeId: null,
});

const hasMoved = ({ index, formerScore, formerTier }: IndexedEntity): boolean =>
  index.tier !== formerTier || Math.abs(index.score - formerScore) >= SMALLEST_MOVE;
