import type { Element, Finding, ReceiptAnswer, Verdict } from './codes.js';

export type ActionKind = 'visit' | 'interview' | 'documents' | 'account' | 'other';

interface SignedEntry {
  readonly id: string;
  readonly at: string;
  readonly by: string;
  readonly because: string;
  readonly corrects: string | null;
}

export type Entry = SignedEntry &
  (
    | {
        readonly kind: ActionKind;
        readonly happenedAt: string;
        readonly officers: readonly string[];
        readonly result: string;
        readonly approver: string | null;
        readonly evidence: readonly string[];
      }
    | {
        readonly kind: 'element';
        readonly element: Element;
        readonly finding: Finding;
        readonly evidence: readonly string[];
      }
    | { readonly kind: 'concluded'; readonly verdict: Verdict; readonly outcomeId: string }
  );

export interface Verification {
  readonly id: string;
  readonly unit: string;
  readonly officers: readonly string[];
  readonly by: string;
  readonly because: string;
  readonly at: string;
  readonly entries: readonly Entry[];
  readonly checklist: readonly {
    readonly element: Element;
    readonly finding: Finding;
    readonly evidence: readonly string[];
    readonly because: string | null;
  }[];
  readonly isOpen: boolean;
}

export interface Receipt {
  readonly id: string;
  readonly answer: ReceiptAnswer;
  readonly number: string | null;
  readonly receivedOn: string;
  readonly by: string;
  readonly because: string;
  readonly at: string;
}

export interface SaidFigure {
  readonly value: number | null;
  readonly source: 'officers' | 'complaints' | null;
}

export interface HandOver {
  readonly id: string;
  readonly follows: string | null;
  readonly dueAt: string;
  readonly facts: {
    readonly amount: SaidFigure;
    readonly people: SaidFigure;
    readonly losses: SaidFigure;
    readonly thresholds: readonly {
      readonly crime: string;
      readonly grade: string;
      readonly article: string;
      readonly reached: boolean | null;
    }[];
    readonly from: { readonly name: string };
    readonly to: { readonly code: string; readonly name: string };
    readonly officers: readonly string[];
    readonly approver: string;
    /** The oldest do not say. */
    readonly number?: string | null;
    readonly by: string;
    readonly because: string;
    readonly at: string;
  };
  readonly package: {
    readonly name: string;
    readonly size: number;
    readonly sha256: string;
    readonly sm3: string;
  };
  readonly receipts: readonly Receipt[];
}

export interface Letter {
  readonly id: string;
  readonly code: string;
  readonly unit: string;
  readonly number: string | null;
  readonly on: string;
  readonly title: string;
  readonly size: number;
  readonly sha256: string;
  readonly sm3: string;
  readonly by: string;
  readonly because: string;
  readonly at: string;
}
