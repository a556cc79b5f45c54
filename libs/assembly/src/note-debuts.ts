import type { Clock, UnitOfWork } from '@risk/kit';
import { PgDebuts } from '@risk/store';
import type { Engines } from './compile-engines.js';

/** Keeps since when each code can be raised with: alerts of a new one are watched for floods. */
export class NoteDebuts {
  private noted = '';

  constructor(
    private readonly engines: Pick<Engines, 'judging' | 'versions'>,
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** Cheap while the same rules and words are in force. */
  async run(): Promise<void> {
    const { rules, lexicon } = this.engines.versions;
    const mark = `${rules} ${lexicon}`;
    if (mark === this.noted) return;
    const codes = [...this.engines.judging.codes];
    await this.work.run((tx) => new PgDebuts().note(tx, codes, this.clock.now()));
    this.noted = mark;
  }
}
