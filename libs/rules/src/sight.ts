import type { Evidence } from '@risk/domain';
import type { Facts } from './facts.js';

/** What a condition saw in the facts: the answer, a Chinese sentence, the places it rests on. */
export interface Sight {
  readonly held: boolean;
  readonly says: string;
  readonly evidence: readonly Evidence[];
  readonly parts: readonly Sight[];
}

/** A compiled condition: the bare answer, and the answer with its reasons. */
export interface Condition {
  readonly test: (facts: Facts) => boolean;
  readonly look: (facts: Facts) => Sight;
}

const NOWHERE: readonly Evidence[] = [];
const WHOLE: readonly Sight[] = [];

/** Reasons cost more than answers and are seldom read, so they are put into words when asked for. */
class LazySight implements Sight {
  private told: string | undefined;
  private found: readonly Evidence[] | undefined;

  constructor(
    readonly held: boolean,
    private readonly tell: () => string,
    private readonly find: (() => readonly Evidence[]) | null,
    readonly parts: readonly Sight[],
  ) {}

  get says(): string {
    return (this.told ??= this.tell());
  }

  get evidence(): readonly Evidence[] {
    return (this.found ??= this.find?.() ?? NOWHERE);
  }

  toJSON(): Sight {
    const { held, says, evidence, parts } = this;
    return { held, says, evidence, parts };
  }
}

/** An atomic condition: how to answer, how to put what was seen into words, where it stands. */
export function asking(
  test: (facts: Facts) => boolean,
  tell: (facts: Facts, held: boolean) => string,
  find?: (facts: Facts) => readonly Evidence[],
): Condition {
  return {
    test,
    look: (facts) => {
      const held = test(facts);
      const places = held && find ? () => find(facts) : null;
      return new LazySight(held, () => tell(facts, held), places, WHOLE);
    },
  };
}

/** What a condition made of others saw. */
export function jointSight(
  held: boolean,
  parts: readonly Sight[],
  tell: () => string,
  find: () => readonly Evidence[],
): Sight {
  return new LazySight(held, tell, find, parts);
}

/** The places of the first condition that rests on any: what a reader should be shown first. */
export function leadingPlaces(seen: Sight): readonly Evidence[] {
  const leading = seen.parts.find((part) => part.held && part.evidence.length > 0);
  return leading ? leadingPlaces(leading) : seen.evidence;
}
