import { problemIn, type Problem } from './problem.js';

/** What an address of the API answered so far. */
export interface Answer<T> {
  /** Null before the first answer; what was known before stays while it is asked again. */
  readonly data: T | null;
  /** Why the last question failed. */
  readonly problem: Problem | null;
  readonly isAsking: boolean;
}

type Ask = (path: string) => Promise<unknown>;

const NOTHING_YET: Answer<never> = { data: null, problem: null, isAsking: true };
const MOST_KEPT = 60;

/** Keeps the last answers, so that Back shows at once what was there; they go with the page. */
export class Answers {
  private readonly kept = new Map<string, Answer<unknown>>();
  private readonly turns = new Map<string, number>();
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
  async refresh(path: string): Promise<void> {
    const turn = (this.turns.get(path) ?? 0) + 1;
    this.turns.set(path, turn);
    this.keep(path, { ...this.read(path), isAsking: true });
    const answer = await this.answerOf(path);
    if (this.turns.get(path) === turn) this.keep(path, answer);
  }

  private async answerOf(path: string): Promise<Answer<unknown>> {
    try {
      return { data: await this.ask(path), problem: null, isAsking: false };
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
