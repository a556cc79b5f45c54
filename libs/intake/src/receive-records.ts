import { chinaDay, groupBy, type Clock, type Transaction } from '@risk/kit';
import type {
  KeptRecord,
  LedgerEntry,
  ParsedItem,
  RawItem,
  RecordStore,
  RefusedItem,
  ReporterVault,
  VaultEntry,
} from './ports.js';

/** A batch after parsing: what can be used and what cannot. */
export interface ParsedBatch {
  readonly good: readonly ParsedItem[];
  readonly refused: readonly RefusedItem[];
}

/** What became of a batch. */
export interface Receipt {
  readonly kept: readonly KeptRecord[];
  readonly received: number;
  readonly stored: number;
  readonly duplicate: number;
  readonly deadLettered: number;
  /** Lines for the ledger; whoever owns the transaction books them last. */
  readonly ledger: readonly LedgerEntry[];
}

const UNKNOWN_SOURCE = 'unknown';

/** Keeps a parsed batch, buries what cannot be used and draws up the daily identity. */
export class ReceiveRecords {
  constructor(
    private readonly records: RecordStore,
    private readonly vault: ReporterVault,
    private readonly clock: Clock,
  ) {}

  async run(tx: Transaction, batch: ParsedBatch): Promise<Receipt> {
    const at = this.clock.now();
    const kept = await this.records.keep(tx, batch.good, at);
    const buried = await this.records.bury(tx, batch.refused, at);
    await this.vault.seal(tx, reportersOf(batch.good, kept));

    const tallies = [
      ...batch.good.map((g, i) => tally(g.item, g.record.source, kept[i]?.outcome ?? 'stored')),
      ...batch.refused.map((r, i) =>
        tally(r.item, r.source ?? UNKNOWN_SOURCE, buried[i] === 'duplicate' ? 'duplicate' : 'dead'),
      ),
    ];
    return { ...receiptOf(kept, tallies), ledger: ledgerOf(tallies, at) };
  }
}

type Fate = 'stored' | 'duplicate' | 'dead';
interface Tally {
  readonly item: RawItem;
  readonly source: string;
  readonly fate: Fate;
}

const tally = (item: RawItem, source: string, fate: Fate): Tally => ({ item, source, fate });

const countOf = (tallies: readonly Tally[], fate: Fate): number =>
  tallies.filter((t) => t.fate === fate).length;

function ledgerOf(tallies: readonly Tally[], at: Date): LedgerEntry[] {
  const heaps = groupBy(tallies, (t) => `${t.source}\n${t.item.feed}\n${t.item.door}`);
  return [...heaps.values()].flatMap((heap) => {
    const [first] = heap;
    if (!first) return [];
    return {
      day: chinaDay(at),
      at,
      source: first.source,
      feed: first.item.feed,
      door: first.item.door,
      received: heap.length,
      stored: countOf(heap, 'stored'),
      duplicate: countOf(heap, 'duplicate'),
      deadLettered: countOf(heap, 'dead'),
    };
  });
}

function reportersOf(good: readonly ParsedItem[], kept: readonly KeptRecord[]): VaultEntry[] {
  return good.flatMap(({ record, reporter, original = {} }, i) => {
    const here = kept[i];
    const isNobody = !reporter && Object.keys(original).length === 0;
    if (isNobody || !here || here.outcome === 'duplicate') return [];
    const secret = record.feed === 'complaint' && record.payload.secret === true;
    return [{ recordId: here.recordId, reporter: reporter ?? {}, secret, original }];
  });
}

function receiptOf(
  kept: readonly KeptRecord[],
  tallies: readonly Tally[],
): Omit<Receipt, 'ledger'> {
  return {
    kept,
    received: tallies.length,
    stored: countOf(tallies, 'stored'),
    duplicate: countOf(tallies, 'duplicate'),
    deadLettered: countOf(tallies, 'dead'),
  };
}
