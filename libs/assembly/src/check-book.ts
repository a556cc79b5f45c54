import { BookChecker, type BookVersions, type RuleBook, type WholeBook } from '@risk/editions';
import { Invalid } from '@risk/kit';
import type { Bench } from './drafts/threaded-bench.js';

/** Compiles a book and runs its examples, aside from what judges meanwhile. */
export class CheckBook extends BookChecker {
  constructor(
    private readonly bench: Pick<Bench, 'whole'>,
    /** The book with the words that it judges with. */
    private readonly wholeOf: (book: RuleBook) => Promise<WholeBook>,
  ) {
    super();
  }

  async check(book: RuleBook): Promise<BookVersions> {
    const { versions, problems } = await this.bench.whole(await this.wholeOf(book));
    const says = problems.map((problem) => problem.says);
    if (!versions || says.length > 0) throw new Invalid(says.join('\n'), { problems: says });
    const { rules, scoring, lexicon } = versions;
    return { rules, scoring, lexicon: book.lexicon === null ? null : lexicon };
  }
}
