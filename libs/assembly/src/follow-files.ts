import { isRetryable, RiskError, seconds, type Log } from '@risk/kit';
import { watching } from './watching.js';

const EVERY = seconds(2);
/** No files have this mark. */
const AGAIN = '';

/** Files of the configuration folder that people edit while the house runs. */
export interface FollowedFiles {
  /** What people call them: 词库. */
  readonly title: string;
  /** Changes whenever one of them does. */
  readonly mark: () => Promise<string>;
  /** Reads them, keeps what they say and puts it in force; throws Invalid naming file, line and reason. */
  readonly take: () => Promise<void>;
  /** The version in force. */
  readonly version: () => string;
  /** Keeps the one sentence that people should see; null takes it away. */
  readonly warn: (sentence: string | null) => Promise<void>;
}

/**
 * Puts edited files in force while the house runs. They must have lain still from one look to the next, for an
 * editor may be half through them; what cannot be used is named, and what was in force stays so.
 */
export class FollowFiles {
  private seen: string | null = null;
  private problem: string | null = null;
  /** What people were told last; nothing yet. */
  private told: string | null | undefined = undefined;

  constructor(
    private readonly files: FollowedFiles,
    private readonly log: Log,
    /** The mark of the files that what is in force was read from. */
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
    const { title } = this.files;
    try {
      const mark = await this.files.mark();
      const still = mark === this.seen;
      this.seen = mark;
      if (still && mark !== this.taken) await this.take(mark);
      await this.tell();
    } catch (error) {
      this.log.warn('files could not be looked at', { title, error: String(error) });
    }
  }

  private async take(mark: string): Promise<void> {
    const { title } = this.files;
    const before = this.files.version();
    this.taken = mark;
    try {
      await this.files.take();
      const now = this.files.version();
      if (now !== before) this.log.info('edited files are in force', { title, before, now });
      this.problem = null;
    } catch (error) {
      if (isRetryable(error)) {
        this.taken = AGAIN;
        throw error;
      }
      this.problem = error instanceof RiskError ? error.message : String(error);
      this.log.error('edited files cannot be used, what was in force stays so', {
        ...{ title, problem: this.problem, inForce: before },
      });
    }
  }

  private async tell(): Promise<void> {
    const { problem } = this;
    if (problem === this.told) return;
    const { title, version, warn } = this.files;
    await warn(
      problem === null
        ? null
        : `改过的${title}不能使用，仍按原${title}（版本 ${version()}）评估：${problem.split('\n').join('；')}`,
    );
    this.told = problem;
  }
}
