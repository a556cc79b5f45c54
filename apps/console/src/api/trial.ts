import type { Dimension, Element } from './codes.js';
import type { MarkedSpan } from '../marked/segments.js';
import type { AnyTier } from './rules.js';

/** What one version of the engines makes of a text that was typed in. */
export interface Trial {
  readonly score: number;
  readonly tier: AnyTier;
  readonly next: { readonly tier: string; readonly from: number; readonly points: number } | null;
  readonly dimensions: Readonly<Record<Dimension, number>>;
  readonly elements: Readonly<Record<Element, boolean>>;
  readonly categories: readonly { readonly name: string; readonly probability: number }[];
  readonly annualYieldPercent: number | null;
  readonly texts: readonly {
    readonly field: string;
    readonly label: string;
    readonly text: string;
    readonly spans: readonly MarkedSpan[];
  }[];
  readonly hits: readonly {
    readonly code: string;
    readonly title: string;
    readonly term: string;
    readonly quote: string;
    readonly field: string;
    readonly transforms: readonly string[];
    readonly confidence: number;
    readonly suppressed: string | null;
  }[];
  readonly yields: readonly {
    readonly kind: 'return' | 'loan';
    readonly percent: number;
    readonly because: string;
    readonly quote: string;
    readonly field: string;
    readonly suppressed: string | null;
  }[];
  readonly signals: readonly TrialSignal[];
  readonly near: readonly {
    readonly rule: string;
    readonly title: string;
    readonly held: readonly string[];
    readonly lacks: readonly string[];
    readonly score: number;
  }[];
  readonly names: readonly string[];
}

/** A reason of a trial. */
export interface TrialSignal {
  readonly engine: 'keywords' | 'numbers' | 'rules' | 'classifier';
  readonly code: string;
  readonly title: string;
  readonly dimension: Dimension;
  readonly weight: number;
  readonly because: string;
  readonly counts: boolean;
}

/** The answer of POST /api/try. */
export interface TrialPair {
  readonly inForce: Trial;
  readonly other: Trial | null;
}
