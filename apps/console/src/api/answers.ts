import type { Asking } from './ask.js';
import { problemIn, type Problem } from './problem.js';

/** What an address of the API answered so far. */
export interface Answer<T> {
  /** Null before the first answer; what was known before stays while it is asked again. */
  readonly data: T | null;
  /** Why the last question failed. */
  readonly problem: Problem | null;
  readonly isAsking: boolean;
}

type Ask = (path: string, asking: Asking) => Promise<unknown>;

const NOTHING_YET: Answer<never> = { data: null, problem: null, isAsking: true };
const MOST_KEPT = 60;

/** Keeps the last answers, so that Back shows at once what was there; they go with the page. */
export class Answers {
  private readonly kept = new Map<string, Answer<unknown>>();
  /** The latest question of each address that is not answered yet. */
  private readonly open = new Map<string, symbol>();
  private readonly listeners = new Set<() => void>();

  constructor(private readonly ask: Ask) {}

  readonly follow = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  read(path: string): Answer<unknown> {
    return this.kept.get(path) ?? NOTHING_YET;
  }

  /** Asks anew; when it is asked again meanwhile, only the latest answer counts. */
  refresh(path: string): Promise<void> {
    this.keep(path, { ...this.read(path), isAsking: true });
    return this.question(path, {});
  }

  /** Asks by itself and quietly: nothing says so, no login is kept awake, and an open question is let be. */
  async look(path: string): Promise<void> {
    if (!this.open.has(path)) await this.question(path, { isRefresh: true });
  }

  private async question(path: string, asking: Asking): Promise<void> {
    const turn = Symbol(path);
    this.open.set(path, turn);
    const answer = await this.answerOf(path, asking);
    if (this.open.get(path) !== turn) return;
    this.open.delete(path);
    this.keep(path, answer);
  }

  private async answerOf(path: string, asking: Asking): Promise<Answer<unknown>> {
    try {
      return { data: await this.ask(path, asking), problem: null, isAsking: false };
    } catch (error) {
      return { data: this.read(path).data, problem: problemIn(error), isAsking: false };
    }
  }

  private keep(path: string, answer: Answer<unknown>): void {
    this.kept.delete(path);
    this.kept.set(path, answer);
    for (const oldest of this.kept.keys()) {
      if (this.kept.size <= MOST_KEPT) break;
      this.kept.delete(oldest);
    }
    this.listeners.forEach((listener) => listener());
  }
}
