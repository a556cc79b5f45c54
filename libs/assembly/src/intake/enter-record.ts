import { randomUUID } from 'node:crypto';
import type { Feed, Reporter } from '@risk/domain';
import type { RawItem, ReadItem, SourceBook } from '@risk/intake';
import { days, fingerprintOf, Invalid, Unavailable, type Clock } from '@risk/kit';
import type { Explanation } from '@risk/store';
import type { BatchReport } from '../process-batch.js';

/** What somebody at a desk typed in. */
export interface Entry {
  readonly feed: Feed;
  readonly source: string;
  /** The number that the piece has elsewhere; without it, one is made of its content. */
  readonly sourceId: string | null;
  readonly occurredAt: string;
  readonly payload: Readonly<Record<string, unknown>>;
  readonly reporter: Reporter | null;
  /** Who types. */
  readonly by: string;
}

/** What became of it. */
export interface Entered {
  readonly outcome: 'stored' | 'duplicate';
  readonly explanation: Explanation;
}

/** What entries go through: the same path as what systems deliver. */
export interface EntryPath {
  readonly parse: (item: RawItem) => ReadItem;
  readonly process: { run(items: readonly RawItem[]): Promise<BatchReport> };
  readonly explanation: { of(id: string): Promise<Explanation | null> };
  readonly pseudonymOf: (reporter: Reporter) => string | null;
}

/** Takes in what somebody typed; what is wrong with it goes back to the desk instead of among the dead letters. */
export class EnterRecord {
  constructor(
    private readonly path: EntryPath,
    private readonly sources: SourceBook,
    private readonly clock: Clock,
  ) {}

  async run(entry: Entry): Promise<Entered> {
    this.refuseUnfit(entry);
    const item = this.itemOf(entry);
    const read = this.path.parse(item);
    if ('refused' in read) throw new Invalid(read.refused.reason);
    const { stored, refusals } = await this.path.process.run([item]);
    const [refusal] = refusals;
    if (refusal) throw new Invalid(refusal.reason);
    const { source, sourceId } = read.good.record;
    const explanation = await this.path.explanation.of(`${source}/${sourceId}`);
    if (!explanation) throw new Unavailable('已收到，结果暂时读不出来，请稍后在记录中查看');
    return { outcome: stored > 0 ? 'stored' : 'duplicate', explanation };
  }

  private refuseUnfit({ source: name, feed, occurredAt }: Entry): void {
    const source = this.sources.get(name);
    if (!source || source.sample) throw new Invalid('source：没有这个来源');
    if (source.feed !== feed) throw new Invalid(`source：“${source.title}”不是这一类线索的来源`);
    if (new Date(occurredAt).getTime() > this.clock.now().getTime() + days(1))
      throw new Invalid('occurredAt：发生时间不能在将来');
  }

  private itemOf({ feed, source, occurredAt, payload, reporter, by, ...entry }: Entry): RawItem {
    const sourceId = entry.sourceId ?? this.numberOf({ occurredAt, payload, reporter });
    const whole = { ...payload, ...(reporter && { reporter }) };
    const value = { source, sourceId, occurredAt, payload: whole };
    const bytes = Buffer.from(JSON.stringify(value));
    return { feed, door: 'desk', bytes, value, origin: { by, entry: randomUUID() } };
  }

  /** The same content of the same person has the same number: typed in twice, it is a duplicate. */
  private numberOf({
    reporter,
    ...content
  }: Pick<Entry, 'occurredAt' | 'payload' | 'reporter'>): string {
    const who = reporter && this.path.pseudonymOf(reporter);
    const day = content.occurredAt.slice(0, 10).replaceAll('-', '');
    return `LR${day}-${fingerprintOf({ ...content, who })
      .slice(0, 10)
      .toUpperCase()}`;
  }
}
