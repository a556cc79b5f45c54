import type { DeadLetterStore, OpenedLetter, RawItem } from '@risk/intake';
import type { Clock, UnitOfWork } from '@risk/kit';
import type { BatchPath, Reading } from './process-batch.js';

/** What a replay did. */
export interface ReplayReport {
  readonly tried: number;
  readonly stored: number;
  readonly duplicate: number;
  /** Letters that still cannot be used, with today's reason. */
  readonly stillRefused: readonly { readonly id: string; readonly reason: string }[];
}

/** How a letter is read today. */
export interface Rereading extends Pick<Reading, 'parse'> {
  /** Maps a row of a file anew, by the columns of today; undefined when it is none. */
  readonly remap?: (opened: OpenedLetter) => Promise<unknown>;
}

/** So many letters are opened at a time: each may be as large as the largest message. */
const PAGE = 200;

/** A letter read again. */
interface Reread {
  readonly id: string;
  readonly item: RawItem;
  /** Why it cannot be used today either; null when it can be read. */
  readonly reason: string | null;
}

/** Tries dead letters again, for example after a source was registered; harmless to repeat. */
export class ReplayDeadLetters {
  constructor(
    private readonly letters: DeadLetterStore,
    private readonly reading: Rereading,
    private readonly process: BatchPath,
    private readonly around: { readonly work: UnitOfWork; readonly clock: Clock },
  ) {}

  async run(ids: readonly string[] | 'all'): Promise<ReplayReport> {
    let sum = NOTHING;
    let after: string | undefined;
    for (;;) {
      const page = await this.reread(ids, after);
      after = page.at(-1)?.id;
      if (after === undefined) return sum;
      sum = sumOf(sum, await this.tryAgain(page));
    }
  }

  private async reread(ids: readonly string[] | 'all', after?: string): Promise<Reread[]> {
    const taken = await this.around.work.run((tx) => this.letters.take(tx, ids, PAGE, after));
    const reread: Reread[] = [];
    for (const opened of taken) reread.push(await this.readAgain(opened));
    return reread;
  }

  /** As it was read when it came, else as its row would be mapped today. */
  private async readAgain(opened: OpenedLetter): Promise<Reread> {
    const first = this.readAs(opened, opened.value);
    if (first.reason === null || !this.reading.remap) return first;
    const value = await this.reading.remap(opened);
    return value === undefined ? first : this.readAs(opened, value);
  }

  private readAs({ letter, bytes }: OpenedLetter, value: unknown): Reread {
    const { id, feed, door, origin } = letter;
    const item: RawItem = { feed, door, bytes, value, origin };
    const parsed = this.reading.parse(item);
    return { id, item, reason: 'refused' in parsed ? parsed.refused.reason : null };
  }

  /** A letter that is refused on the way (by the judge, by the database) stays a dead letter. */
  private async tryAgain(page: readonly Reread[]): Promise<ReplayReport> {
    const usable = page.filter(({ reason }) => reason === null);
    const { stored, refusals } = await this.process.run(usable.map(({ item }) => item));
    const refused = new Map(refusals.map(({ origin, reason }) => [origin, reason]));
    const done = usable.filter(({ item }) => !refused.has(item.origin));
    await this.around.work.run((tx) =>
      this.letters.markReplayed(
        tx,
        done.map(({ id }) => id),
        this.around.clock.now(),
      ),
    );
    const stillRefused = page.flatMap(({ id, item, reason }) => {
      const today = reason ?? refused.get(item.origin);
      return today === undefined ? [] : [{ id, reason: today }];
    });
    return { tried: page.length, stored, duplicate: done.length - stored, stillRefused };
  }
}

const NOTHING: ReplayReport = { tried: 0, stored: 0, duplicate: 0, stillRefused: [] };

const sumOf = (a: ReplayReport, b: ReplayReport): ReplayReport => ({
  tried: a.tried + b.tried,
  stored: a.stored + b.stored,
  duplicate: a.duplicate + b.duplicate,
  stillRefused: [...a.stillRefused, ...b.stillRefused],
});
