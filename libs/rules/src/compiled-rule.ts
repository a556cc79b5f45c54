import type { Dimension, Evidence, LegalElement, Scheme } from '@risk/domain';
import type { Facts, Subject } from './facts.js';
import type { PlacedCodes } from './known-codes.js';
import type { RuleSource } from './schema.js';
import type { Condition, Sight } from './sight.js';

/** A rule that fired, with its sentence and the strongest place it rests on. */
export interface Finding {
  readonly rule: string;
  readonly title: string;
  readonly source: RuleSource;
  readonly dimension: Dimension;
  readonly weight: number;
  readonly halfLifeDays: number | null;
  readonly elements: readonly LegalElement[];
  readonly scheme: Scheme | null;
  readonly because: string;
  readonly evidence: Evidence | null;
  /** The cue without which it would count (see context.ts), or null. */
  readonly suppressed: string | null;
}

/** A legal basis with the milliseconds between which it holds. */
export interface LegalBasis {
  readonly source: RuleSource;
  readonly from: number;
  readonly to: number;
}

/** A rule ready to run. */
export interface CompiledRule {
  readonly file: string;
  readonly id: string;
  readonly title: string;
  readonly feed: Subject;
  readonly bases: readonly LegalBasis[];
  readonly condition: Condition;
  /** The codes that it asks for, or that its examples give. */
  readonly asks: readonly PlacedCodes[];
  /** What a person should look at although the rule can be used. */
  readonly remarks: readonly string[];
  readonly verdict: Pick<Finding, 'dimension' | 'weight' | 'halfLifeDays' | 'elements' | 'scheme'>;
  readonly explain: (facts: Facts, seen: Sight) => string;
}

/** The basis that held at that time. */
export function basisAt(rule: CompiledRule, when: Date): LegalBasis | undefined {
  const at = when.getTime();
  return rule.bases.find((basis) => at >= basis.from && at < basis.to);
}
