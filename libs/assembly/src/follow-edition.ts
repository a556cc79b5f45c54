import {
  isSame,
  type BookVersions,
  type Edition,
  type EditionStore,
  type RuleBook,
} from '@risk/editions';
import { isRetryable, RiskError, seconds, type Log } from '@risk/kit';
import { watching } from './watching.js';

const EVERY = seconds(2);

/** Where a published edition goes, and where it is said that one cannot be used. */
export interface EditionPlace {
  readonly versions: () => BookVersions;
  readonly use: (book: RuleBook) => Promise<void>;
  /** Keeps the one sentence that people should see; null takes it away. */
  readonly warn: (sentence: string | null) => Promise<void>;
}

/** Puts the edition that was published or rolled back to in force in this process, without a restart. */
export class FollowEdition {
  private refused: string | null = null;

  constructor(
    private readonly store: EditionStore,
    private readonly place: EditionPlace,
    private readonly log: Log,
  ) {}

  /** Looks every two seconds until the answer is called. */
  start(): () => Promise<void> {
    return watching(() => this.look(), EVERY);
  }

  /** One look at what is in force; never throws. */
  async look(): Promise<void> {
    try {
      const edition = await this.store.inForce();
      const isNew = edition && !isSame(edition, this.place.versions());
      if (isNew && edition.id !== this.refused) await this.take(edition);
    } catch (error) {
      this.log.warn('the edition in force could not be looked up', { error: String(error) });
    }
  }

  private async take(edition: Edition): Promise<void> {
    const { id, title } = edition;
    const before = this.place.versions();
    try {
      const book = await this.store.bookOf(edition);
      if (!book) throw new Error('its texts are missing');
      await this.place.use(book);
      this.refused = null;
      this.log.info('another edition of the rules is in force', { before, edition: id, title });
      await this.place.warn(null);
    } catch (error) {
      if (isRetryable(error)) throw error;
      this.refused = id;
      const problem = error instanceof RiskError ? error.message : String(error);
      this.log.error('an edition cannot be used, the previous one stays in force', { id, problem });
      await this.place.warn(
        `已发布的规则版本 ${id}（${title}）不能使用，仍按原版本（规则 ${before.rules}）评估：${problem.split('\n').join('；')}`,
      );
    }
  }
}
