import type { Evidence } from '@risk/domain';
import type { Facts } from './facts.js';

/** How a sight is made of its parts: a question has none, a denial has one, else so many of them must hold. */
export type Joins = 'question' | 'not' | number;

/** What a condition saw in the facts: the answer, a Chinese sentence, the places it rests on. */
export interface Sight {
  readonly held: boolean;
  readonly says: string;
  readonly evidence: readonly Evidence[];
  readonly parts: readonly Sight[];
  readonly joins: Joins;
  /** Whether its holding tells something about this record; a circumstance is met by nearly every one. */
  readonly telling: boolean;
}

/** A compiled condition: the bare answer, and the answer with its reasons. */
export interface Condition {
  readonly test: (facts: Facts) => boolean;
  readonly look: (facts: Facts) => Sight;
}

const NOWHERE: readonly Evidence[] = [];
const WHOLE: readonly Sight[] = [];

/** How a condition puts what it saw into words, and where that stands. */
export interface Reasons<T> {
  readonly joins: Joins;
  readonly circumstance?: boolean;
  readonly tell: (seen: T, held: boolean) => string;
  readonly find: (seen: T, held: boolean) => readonly Evidence[];
}

/** Reasons cost more than answers and are seldom read, so they are put into words when asked for. */
class LazySight<T> implements Sight {
  private told: string | undefined = undefined;
  private found: readonly Evidence[] | undefined = undefined;

  constructor(
    readonly held: boolean,
    readonly parts: readonly Sight[],
    private readonly seen: T,
    private readonly reasons: Reasons<T>,
  ) {}

  get says(): string {
    return (this.told ??= this.reasons.tell(this.seen, this.held));
  }

  get evidence(): readonly Evidence[] {
    return (this.found ??= this.reasons.find(this.seen, this.held));
  }

  get joins(): Joins {
    return this.reasons.joins;
  }

  get telling(): boolean {
    return this.reasons.circumstance !== true;
  }

  toJSON(): Pick<Sight, 'held' | 'says' | 'evidence' | 'parts'> {
    const { held, says, evidence, parts } = this;
    return { held, says, evidence, parts };
  }
}

/** An atomic condition: how to answer, how to put what was seen into words, where it stands. */
export const asking = (
  test: (facts: Facts) => boolean,
  tell: Reasons<Facts>['tell'],
  find?: (facts: Facts) => readonly Evidence[],
): Condition =>
  answering(test, {
    joins: 'question',
    tell,
    find: (facts, held) => (held && find ? find(facts) : NOWHERE),
  });

/** A condition that nearly every record meets: that something is missing, or of a common kind. */
export const circumstance = (
  test: (facts: Facts) => boolean,
  tell: Reasons<Facts>['tell'],
): Condition =>
  answering(test, { joins: 'question', circumstance: true, tell, find: () => NOWHERE });

const answering = (test: Condition['test'], reasons: Reasons<Facts>): Condition => ({
  test,
  look: (facts) => new LazySight(test(facts), WHOLE, facts, reasons),
});

/** What a condition made of others saw. */
export const jointSight = (
  held: boolean,
  parts: readonly Sight[],
  reasons: Reasons<readonly Sight[]>,
): Sight => new LazySight(held, parts, parts, reasons);

/** The places of the first condition that rests on any: what a reader should be shown first. */
export function leadingPlaces(seen: Sight): readonly Evidence[] {
  const leading = seen.parts.find((part) => part.held && part.evidence.length > 0);
  return leading ? leadingPlaces(leading) : seen.evidence;
}
