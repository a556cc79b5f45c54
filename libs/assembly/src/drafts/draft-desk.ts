import type {
  Changes,
  DraftEdition,
  Edition,
  EditionStore,
  RuleBook,
  Tried,
  WholeBook,
} from '@risk/editions';
import { Invalid, NotFound, type Clock } from '@risk/kit';
import type { Engines } from '../compile-engines.js';
import { draftBook } from './draft-book.js';
import type { BookReport } from './draft-bench.js';
import { toldDifference, type ToldDifference } from './tell-difference.js';
import type { Bench } from './threaded-bench.js';
import { tryText, type Trial } from './try-text.js';

/** Changes that somebody wants to keep as a draft. */
export interface KeptChanges {
  readonly changes: Changes;
  readonly title: string;
  readonly by: string;
  readonly because: string;
}

/** What a draft in the making comes to. */
export interface DraftReport extends BookReport {
  readonly difference: ToldDifference;
}

/** What a text comes to with the edition in force, and beside it with another. */
export interface TrialPair {
  readonly inForce: Trial;
  readonly other: Trial | null;
}

/** Where drafts are made ready, aside from what judges meanwhile. */
export interface DraftTools {
  readonly engines: Pick<Engines, 'judging'>;
  readonly store: EditionStore;
  readonly bench: Bench;
  readonly draft: DraftEdition;
  readonly clock: Clock;
  /** A book with the words that it judges with. */
  readonly wholeOf: (book: RuleBook) => Promise<WholeBook>;
}

/** Where drafts are made: checked while somebody types, tried on texts, compared, and kept at last. */
export class DraftDesk {
  constructor(private readonly tools: DraftTools) {}

  /** Compiles changes that nobody keeps yet. */
  async check(changes: Changes): Promise<DraftReport> {
    const base = await this.bookOf(changes.base);
    const { changed, ...report } = await this.tools.bench.check(base, changes);
    return { ...report, difference: toldDifference(changed) };
  }

  /** Keeps changes as a draft; refuses what does not compile or whose examples do not hold. */
  async keep({ changes, ...wish }: KeptChanges): Promise<Edition> {
    const ground = await this.found(changes.base);
    const { book, problems } = draftBook(await this.tools.wholeOf(ground), changes);
    if (problems.length > 0) throw new Invalid(problems.map(({ says }) => says).join('\n'));
    // Who changes no word keeps following the configuration folder where the ground does.
    const lexicon = changes.words.length === 0 ? ground.lexicon : book.lexicon;
    return this.tools.draft.run({ ...wish, book: { ...book, lexicon } });
  }

  /** What a text comes to; nothing of it is kept anywhere. */
  async try(tried: Tried, other: Changes | string | null): Promise<TrialPair> {
    const at = this.tools.clock.now();
    return {
      inForce: tryText(this.tools.engines.judging, tried, at),
      other: other === null ? null : await this.tryOther(tried, other, at),
    };
  }

  /** What an edition says otherwise than another. */
  async difference(from: string, to: string): Promise<ToldDifference> {
    const [before, after] = await Promise.all([this.bookOf(from), this.bookOf(to)]);
    return toldDifference(await this.tools.bench.difference(before, after));
  }

  /** The rules, scoring and words of an edition. */
  async bookOf(editionId: string): Promise<WholeBook> {
    return this.tools.wholeOf(await this.found(editionId));
  }

  private async tryOther(tried: Tried, other: Changes | string, at: Date): Promise<Trial> {
    const { bench } = this.tools;
    if (typeof other === 'string') return bench.try(await this.bookOf(other), tried, at);
    return bench.tryChanges(await this.bookOf(other.base), other, tried, at);
  }

  private async found(editionId: string): Promise<RuleBook> {
    const edition = await this.tools.store.find(editionId);
    const book = edition && (await this.tools.store.bookOf(edition));
    if (!book) throw new NotFound(`没有版本 ${editionId}`);
    return book;
  }
}
