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

/** How a condition puts what it saw into words, and where it stands. */
interface Reasons {
  readonly tell: (facts: Facts, held: boolean) => string;
  readonly find: ((facts: Facts) => readonly Evidence[]) | null;
}

/** Reasons cost more than answers and are seldom read, so they are put into words when asked for. */
class AtomicSight implements Sight {
  readonly parts = WHOLE;
  private told: string | undefined = undefined;
  private found: readonly Evidence[] | undefined = undefined;

  constructor(
    readonly held: boolean,
    private readonly facts: Facts,
    private readonly reasons: Reasons,
  ) {}

  get says(): string {
    return (this.told ??= this.reasons.tell(this.facts, this.held));
  }

  get evidence(): readonly Evidence[] {
    const { held, facts, reasons } = this;
    return (this.found ??= (held ? reasons.find?.(facts) : null) ?? NOWHERE);
  }

  toJSON(): Sight {
    return plain(this);
  }
}

/** How a condition made of others tells what they saw. */
export interface JointReasons {
  readonly tell: (parts: readonly Sight[], held: boolean) => string;
  readonly find: (parts: readonly Sight[]) => readonly Evidence[];
}

/** What a condition made of others saw. */
export class JointSight implements Sight {
  private told: string | undefined = undefined;
  private found: readonly Evidence[] | undefined = undefined;

  constructor(
    readonly held: boolean,
    readonly parts: readonly Sight[],
    private readonly reasons: JointReasons,
  ) {}

  get says(): string {
    return (this.told ??= this.reasons.tell(this.parts, this.held));
  }

  get evidence(): readonly Evidence[] {
    return (this.found ??= this.reasons.find(this.parts));
  }

  toJSON(): Sight {
    return plain(this);
  }
}

const plain = ({ held, says, evidence, parts }: Sight): Sight => ({ held, says, evidence, parts });

/** An atomic condition: how to answer, how to put what was seen into words, where it stands. */
export function asking(
  test: (facts: Facts) => boolean,
  tell: Reasons['tell'],
  find?: (facts: Facts) => readonly Evidence[],
): Condition {
  const reasons: Reasons = { tell, find: find ?? null };
  return { test, look: (facts) => new AtomicSight(test(facts), facts, reasons) };
}

/** The places of the first condition that rests on any: what a reader should be shown first. */
export function leadingPlaces(seen: Sight): readonly Evidence[] {
  const leading = seen.parts.find((part) => part.held && part.evidence.length > 0);
  return leading ? leadingPlaces(leading) : seen.evidence;
}
