import { isRetryable, RiskError, seconds, type Log } from '@risk/kit';
import type { PackedText } from './pack-in-thread.js';
import { watching } from './watching.js';

const EVERY = seconds(2);
/** No files have this mark. */
const AGAIN = '';

/** The lexicon as it lies in the configuration folder. */
export interface LexiconFolder {
  /** Changes whenever one of the files does. */
  readonly mark: () => Promise<string>;
  /** Compiles it aside; throws Invalid naming file, line and reason. */
  readonly pack: () => Promise<PackedText>;
}

/** Where a lexicon that was compiled goes, and where it is said that one cannot be used. */
export interface LexiconPlace {
  readonly version: () => string;
  /** Keeps what it was compiled from and puts it in force. */
  readonly use: (packed: PackedText) => Promise<void>;
  /** Keeps the one sentence that people should see; null takes it away. */
  readonly warn: (sentence: string | null) => Promise<void>;
}

/**
 * Puts an edited lexicon in force while the house runs. The files must have lain still from one look to the next,
 * for an editor may be half through them; what cannot be used is named, and the previous lexicon stays in force.
 */
export class FollowLexicon {
  private seen: string | null = null;
  private problem: string | null = null;
  /** What people were told last; nothing yet. */
  private told: string | null | undefined = undefined;

  constructor(
    private readonly folder: LexiconFolder,
    private readonly place: LexiconPlace,
    private readonly log: Log,
    /** The mark of the files that the lexicon in force was read from. */
    private taken: string,
  ) {}

  /** Looks every two seconds until the answer is called. */
  start(): () => Promise<void> {
    return watching(() => this.look(), EVERY);
  }

  /** Takes the files again at the next look, although they did not change. */
  again(): void {
    this.taken = AGAIN;
  }

  /** One look at the files; never throws. */
  async look(): Promise<void> {
    try {
      const mark = await this.folder.mark();
      const still = mark === this.seen;
      this.seen = mark;
      if (still && mark !== this.taken) await this.take(mark);
      await this.tell();
    } catch (error) {
      this.log.warn('the lexicon could not be looked at', { error: String(error) });
    }
  }

  private async take(mark: string): Promise<void> {
    this.taken = mark;
    try {
      const taken = await this.folder.pack();
      if (taken.packed.version !== this.place.version()) await this.swap(taken);
      this.problem = null;
    } catch (error) {
      if (isRetryable(error)) {
        this.taken = AGAIN;
        throw error;
      }
      this.problem = error instanceof RiskError ? error.message : String(error);
      this.log.error('a lexicon cannot be used, the previous one stays in force', {
        problem: this.problem,
        inForce: this.place.version(),
      });
    }
  }

  private async swap(taken: PackedText): Promise<void> {
    const before = this.place.version();
    await this.place.use(taken);
    this.log.info('another lexicon is in force', { before, now: taken.packed.version });
  }

  private async tell(): Promise<void> {
    const { problem } = this;
    if (problem === this.told) return;
    await this.place.warn(
      problem === null
        ? null
        : `改过的词库不能使用，仍按原词库（版本 ${this.place.version()}）评估：${problem.split('\n').join('；')}`,
    );
    this.told = problem;
  }
}
