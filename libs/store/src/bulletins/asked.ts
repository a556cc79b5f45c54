import type { BulletinScope, Span } from '@risk/domain';
import type { Question } from '@risk/bulletins';
import { Bound } from '../bound.js';

/** What every question says, whatever the stretch of time. */
export type Asking = Omit<Question, 'span'>;

/** A question as parts of a statement: only what a statement names is bound to it. */
export class Asked {
  constructor(
    private readonly asking: Asking,
    private readonly span: Span,
    readonly bound = new Bound(),
  ) {}

  static of({ scope, samples, knownAt, span }: Question): Asked {
    return new Asked({ scope, samples, knownAt }, span);
  }

  get values(): unknown[] {
    return this.bound.values;
  }

  get scope(): BulletinScope {
    return this.asking.scope;
  }

  get since(): string {
    return this.put(this.span.since, 'timestamptz');
  }

  /** The end, which does not belong to the span: nothing that happened at it or later is known. */
  get until(): string {
    return this.put(this.span.until, 'timestamptz');
  }

  /** Until when findings of people are known; never before the end. */
  get known(): string {
    const { knownAt } = this.asking;
    return knownAt && knownAt > this.span.until ? this.put(knownAt, 'timestamptz') : this.until;
  }

  /** The last moment that belongs to the span; PostgreSQL counts in microseconds. */
  get last(): string {
    return `(${this.until} - interval '1 microsecond')`;
  }

  get samples(): string {
    return this.put(this.asking.samples, 'boolean');
  }

  /** The code of the scope; the city has none. */
  get code(): string {
    return this.put('code' in this.scope ? this.scope.code : null, 'text');
  }

  put(value: unknown, type: string): string {
    return this.bound.put(value, type);
  }

  /** Whether a moment lies in the span: at its begin it does, at its end it does not. */
  within(moment: string): string {
    return `(${moment} >= ${this.since} and ${moment} < ${this.until})`;
  }
}
