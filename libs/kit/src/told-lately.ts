import type { Clock } from './clock.js';
import type { Milliseconds } from './duration.js';

interface Told<T> {
  readonly at: number;
  readonly answer: Promise<T>;
}

/** Tells again what was read a moment ago: figures of the whole cost the database something, and many look at once. */
export class ToldLately<T> {
  private readonly told = new Map<string, Told<T>>();

  /** What is older than `fresh` is read anew; of more than `most` different questions the oldest is forgotten. */
  constructor(
    private readonly clock: Clock,
    private readonly fresh: Milliseconds,
    private readonly most = 100,
  ) {}

  /** Whoever asks the same while it is being read waits for that answer; one that failed is nobody else's. */
  tell(question: string, read: () => Promise<T>): Promise<T> {
    const now = this.clock.now().getTime();
    const known = this.told.get(question);
    if (known && now - known.at < this.fresh) return known.answer;
    const answer = read();
    const told = { at: now, answer };
    this.told.delete(question);
    this.told.set(question, told);
    this.forgetOldest();
    answer.catch(() => {
      if (this.told.get(question) === told) this.told.delete(question);
    });
    return answer;
  }

  private forgetOldest(): void {
    const [oldest] = this.told.keys();
    if (this.told.size > this.most && oldest !== undefined) this.told.delete(oldest);
  }
}
