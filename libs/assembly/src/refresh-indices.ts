import { chinaDay, type Clock, type UnitOfWork } from '@risk/kit';
import type { PgRefresh } from '@risk/store';
import type { Engines } from './compile-engines.js';
import { remeasure, type Consequences } from './remeasure.js';

/** The use cases that a refresh passes through. */
export interface RefreshLine extends Consequences {
  readonly refresh: PgRefresh;
  readonly work: UnitOfWork;
  readonly clock: Clock;
}

const AT_ONCE = 200;

/**
 * Computes every index anew once a day and after each change of rules, scoring or register: signals fade and windows
 * move also for whom nothing new is said. What is interrupted begins again; nothing is told twice.
 */
export class RefreshIndices {
  constructor(
    private readonly engines: Pick<Engines, 'versions'>,
    private readonly line: RefreshLine,
  ) {}

  /** Answers how many entities were looked at; none when today's refresh was done. */
  async run(): Promise<number> {
    const { refresh, clock } = this.line;
    const { rules, scoring, licensed = '' } = this.engines.versions;
    const name = `indices ${chinaDay(clock.now())} ${rules} ${scoring} ${licensed}`;
    if (await refresh.isDone(name)) return 0;
    let seen = 0;
    for (let after: string | null = '0'; after !== null;) {
      const ids: readonly string[] = await refresh.indexedAfter(after, AT_ONCE);
      await this.refreshAll(ids);
      seen += ids.length;
      after = ids.at(-1) ?? null;
    }
    await refresh.done(name, clock.now());
    return seen;
  }

  private async refreshAll(ids: readonly string[]): Promise<void> {
    if (ids.length > 0) await this.line.work.run((tx) => remeasure(this.line, tx, ids));
  }
}
