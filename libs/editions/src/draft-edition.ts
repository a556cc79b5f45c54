import { nameProblem, personName } from '@risk/domain';
import { Invalid, NotFound, type Clock, type UnitOfWork } from '@risk/kit';
import { isSame, type Edition, type RuleBook } from './edition.js';
import type { BookChecker, EditionStore } from './ports.js';

/** A book that somebody hands in as a draft. */
export interface DraftWish {
  /** Without scoring or lexicon those of the edition in force are taken along. */
  readonly book: Pick<RuleBook, 'rules' | 'lexicon'> & {
    readonly scoring: RuleBook['scoring'] | null;
  };
  readonly title: string;
  readonly by: string;
  readonly because: string;
}

/** Takes a book as a draft when it compiles and every example beside its rules turns out as it says. */
export class DraftEdition {
  constructor(
    private readonly checker: BookChecker,
    private readonly store: EditionStore,
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  async run({ book: wanted, ...wish }: DraftWish): Promise<Edition> {
    const [title, by, because] = [wish.title.trim(), personName(wish.by), wish.because.trim()];
    if (title === '') throw new Invalid('请写明版本名称');
    const nobody = nameProblem(wish.by, '起草人');
    if (nobody !== null) throw new Invalid(nobody);
    if (because.length < 2) throw new Invalid('请写明理由');
    const inForce = await this.store.inForce();
    const book = await this.completed(wanted, inForce);
    const versions = await this.checker.check(book);
    if (inForce && isSame(inForce, versions)) {
      throw new Invalid(`与现行版本 ${inForce.id}（${inForce.title}）完全相同，没有可起草的内容`);
    }
    const draft = {
      ...versions,
      origin: 'person' as const,
      title,
      by,
      because,
      at: this.clock.now(),
    };
    const id = await this.work.run((tx) => this.store.draft(tx, draft, book));
    const kept = await this.store.find(id);
    if (!kept) throw new Invalid('草稿没有保存下来');
    return kept;
  }

  private async completed(
    { rules, scoring, lexicon }: DraftWish['book'],
    inForce: Edition | null,
  ): Promise<RuleBook> {
    const book = inForce && (await this.store.bookOf(inForce));
    const scale = scoring ?? book?.scoring;
    if (!scale) throw new NotFound('还没有现行版本可沿用，请一并给出评分参数（scoring.yaml）');
    return { rules, scoring: scale, lexicon: lexicon ?? book?.lexicon ?? null };
  }
}
