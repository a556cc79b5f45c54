import type { EntityVerdict, RaiseAlerts } from '@risk/alerting';
import type { AssessRecords, IndexedEntity, JudgedRecord } from '@risk/assessment';
import { hideReporter, type FeedRecord } from '@risk/domain';
import type {
  ParsedBatch,
  ParsedItem,
  RawItem,
  ReceiveRecords,
  Receipt,
  RecordStore,
  RefusedItem,
} from '@risk/intake';
import { isRetryable, type Log, type UnitOfWork } from '@risk/kit';
import type { Judgement } from './compile-engines.js';

/** The path of a batch, for whoever hands one in. */
export type BatchPath = Pick<ProcessBatch, 'run'>;

/** What became of a batch, for the door that handed it in. */
export interface BatchReport {
  readonly received: number;
  readonly stored: number;
  readonly duplicate: number;
  readonly deadLettered: number;
  readonly raised: number;
  readonly upgraded: number;
  /** Why each refused item was refused, in the order of arrival. */
  readonly refusals: readonly { readonly origin: RawItem['origin']; readonly reason: string }[];
}

/** The pure steps before any transaction. */
export interface Reading {
  readonly parse: (
    item: RawItem,
  ) => { readonly good: ParsedItem } | { readonly refused: RefusedItem };
  readonly judgeAll: (records: readonly FeedRecord[]) => readonly Judgement[];
  readonly isSample: (source: string) => boolean;
}

/** The use cases that a batch passes through, in this order, in one transaction. */
export interface Line {
  readonly receive: ReceiveRecords;
  readonly assess: AssessRecords;
  readonly raise: RaiseAlerts;
  readonly records: RecordStore;
}

export const NOTHING: BatchReport = {
  received: 0,
  stored: 0,
  duplicate: 0,
  deadLettered: 0,
  raised: 0,
  upgraded: 0,
  refusals: [],
};

/**
 * The natural path of a batch, the same from every door: parse and judge (pure), then receive, assess
 * and raise in one transaction. A batch that the database refuses is halved until the one bad record
 * stands alone; that one becomes a dead letter and its neighbours go in.
 */
export class ProcessBatch {
  constructor(
    private readonly reading: Reading,
    private readonly line: Line,
    private readonly work: UnitOfWork,
    private readonly log: Log,
  ) {}

  async run(items: readonly RawItem[]): Promise<BatchReport> {
    if (items.length === 0) return NOTHING;
    const read = this.read(items);
    try {
      return await this.keep(read);
    } catch (error) {
      if (isRetryable(error)) throw error;
      return items.length > 1 ? this.halve(items) : this.buryOnly(items, error);
    }
  }

  private read(items: readonly RawItem[]): ReadBatch {
    const refused: RefusedItem[] = [];
    const parsed: ParsedItem[] = [];
    for (const item of items) {
      const read = this.reading.parse(item);
      if ('refused' in read) refused.push(read.refused);
      else parsed.push(read.good);
    }
    const { judged, broken } = this.judge(parsed);
    // Refusals are told in the order of arrival.
    const order = new Map(items.map((item, i) => [item, i]));
    const arrival = (a: RefusedItem, b: RefusedItem): number =>
      (order.get(a.item) ?? 0) - (order.get(b.item) ?? 0);
    return { good: [...judged.keys()], refused: [...refused, ...broken].sort(arrival), judged };
  }

  /** Judges what was parsed together; where that breaks, one by one, so that it breaks for the one record only. */
  private judge(parsed: readonly ParsedItem[]): Judged {
    try {
      const verdicts = this.reading.judgeAll(parsed.map(({ record }) => record));
      const pairs = parsed.flatMap((item, i) => {
        const verdict = verdicts[i];
        return verdict ? [behindVeil(item, verdict)] : [];
      });
      return { judged: new Map(pairs), broken: [] };
    } catch (error) {
      if (parsed.length > 1) return joined(parsed.map((one) => this.judge([one])));
      return { judged: new Map(), broken: parsed.map((one) => this.unjudged(one, error)) };
    }
  }

  private unjudged({ item, record }: ParsedItem, error: unknown): RefusedItem {
    this.log.error('a record could not be judged', { origin: item.origin, error: String(error) });
    const reason = '评估时出现内部错误，原件已保留，修复后可重放';
    return { item, source: record.source, reason };
  }

  private keep(batch: ReadBatch): Promise<BatchReport> {
    return this.work.run(async (tx) => {
      const receipt = await this.line.receive.run(tx, batch);
      const judged = judgedRecords(batch, receipt, this.reading.isSample);
      const indexed = await this.line.assess.run(tx, judged);
      const raised = await this.line.raise.run(tx, indexed.map(verdictOf));
      // Last, because every door books on the same few lines and would wait for the commit of the other.
      await this.line.records.count(tx, receipt.ledger);
      return reportOf(batch, receipt, raised);
    });
  }

  private async halve(items: readonly RawItem[]): Promise<BatchReport> {
    const middle = items.length >> 1;
    const first = await this.run(items.slice(0, middle));
    return sumOf(first, await this.run(items.slice(middle)));
  }

  private buryOnly(items: readonly RawItem[], error: unknown): Promise<BatchReport> {
    const reason = error instanceof Error ? error.message : String(error);
    this.log.warn('a record could not be stored', {
      origin: items[0]?.origin,
      error: String(error),
    });
    const refused = items.map((item) => ({ item, source: this.sourceOf(item), reason }));
    return this.keep({ good: [], refused, judged: new Map() });
  }

  private sourceOf(item: RawItem): string | null {
    const parsed = this.reading.parse(item);
    return 'good' in parsed ? parsed.good.record.source : parsed.refused.source;
  }
}

/** Judged on the original, kept without anything by which the reporter can be known. */
function behindVeil(item: ParsedItem, verdict: Judgement): readonly [ParsedItem, Judgement] {
  const told = { record: item.record, ...verdict };
  const { record, assessment, mentions, original } = hideReporter(told, item.reporter);
  return [
    { ...item, record, original },
    { assessment, mentions },
  ];
}

/** Verdicts, in the order of arrival, and what could not be judged. */
interface Judged {
  readonly judged: ReadonlyMap<ParsedItem, Judgement>;
  readonly broken: readonly RefusedItem[];
}

const joined = (parts: readonly Judged[]): Judged => ({
  judged: new Map(parts.flatMap(({ judged }) => [...judged])),
  broken: parts.flatMap(({ broken }) => broken),
});

interface ReadBatch extends ParsedBatch {
  readonly judged: ReadonlyMap<ParsedItem, Judgement>;
}

/** Only what is new is assessed: a second delivery changes nothing. */
function judgedRecords(
  { good, judged }: ReadBatch,
  { kept }: Receipt,
  isSample: (source: string) => boolean,
): JudgedRecord[] {
  return good.flatMap((item, i) => {
    const here = kept[i];
    const judgement = judged.get(item);
    if (!here || !judgement || here.outcome === 'duplicate') return [];
    const { recordId, current, replaces } = here;
    return [
      {
        recordId,
        current,
        replaces,
        record: item.record,
        ...judgement,
        sample: isSample(item.record.source),
      },
    ];
  });
}

/** What alerting needs to know of an entity whose index was just computed. */
export const verdictOf = (entity: Omit<IndexedEntity, 'evidenceAt'>): EntityVerdict => ({
  ...entity,
  complaintAmount: entity.facts.complaintAmount,
  complaintPeople: entity.facts.complaintPeople,
});

function reportOf(
  { refused }: ParsedBatch,
  { received, stored, duplicate, deadLettered }: Receipt,
  { raised, upgraded }: { readonly raised: number; readonly upgraded: number },
): BatchReport {
  const refusals = refused.map(({ item, reason }) => ({ origin: item.origin, reason }));
  return { received, stored, duplicate, deadLettered, raised, upgraded, refusals };
}

export function sumOf(a: BatchReport, b: BatchReport): BatchReport {
  return {
    received: a.received + b.received,
    stored: a.stored + b.stored,
    duplicate: a.duplicate + b.duplicate,
    deadLettered: a.deadLettered + b.deadLettered,
    raised: a.raised + b.raised,
    upgraded: a.upgraded + b.upgraded,
    refusals: [...a.refusals, ...b.refusals],
  };
}
