import type { DimensionScores, LegalElement, Scheme, Tier } from '@risk/domain';
import type { Evidence } from '../desk/ports.js';
import type { RegisteredShare } from '../drafting/ports.js';
import type { CheckedLine } from '../verification/checklist.js';
import type { Aggravation, ThresholdRow } from './thresholds.js';

/** A figure, and who says it: officers found it, or complaints name it and nobody verified it. */
export interface SaidFigure {
  readonly value: number | null;
  readonly source: 'officers' | 'complaints' | null;
}

/** A unit by its code and by its name at that time. */
export interface NamedUnit {
  readonly code: string;
  readonly name: string;
}

/**
 * All that public security is told, as it stood at the hand-over. Whoever complained is not in it: of
 * complaints only the number is told, and no words of theirs are quoted.
 */
export interface HandOverFacts {
  readonly alert: {
    readonly id: string;
    readonly tier: Tier;
    readonly stage: string;
    readonly raisedAt: Date;
    readonly sample: boolean;
  };
  readonly entity: {
    readonly id: string;
    readonly name: string;
    readonly uscc: string | null;
    readonly address: string | null;
    /** As the register tells it; the oldest hand-overs do not say. */
    readonly representative?: string | null;
    readonly shareholders?: readonly RegisteredShare[];
    readonly regionCode: string | null;
  };
  readonly index: {
    readonly score: number;
    readonly scheme: Scheme;
    readonly dimensions: DimensionScores;
    readonly elements: Readonly<Record<LegalElement, boolean>>;
    readonly reasons: readonly { readonly code: string; readonly because: string }[];
  };
  readonly complaints: number;
  readonly complainants: number;
  readonly amount: SaidFigure;
  readonly people: SaidFigure;
  readonly losses: SaidFigure;
  readonly aggravated: readonly Aggravation[];
  readonly thresholds: readonly ThresholdRow[];
  /** The latest verification; null when none was opened: article 23 asks for none. */
  readonly verification: {
    readonly id: string;
    readonly officers: readonly string[];
    readonly checklist: readonly CheckedLine[];
    readonly actions: number;
  } | null;
  /** The administrative finding in force; null or unsaid: handed over without waiting for one. */
  readonly finding?: {
    /** yyyy-mm-dd */
    readonly on: string;
    /** The name of the unit that found it. */
    readonly by: string;
    readonly because: string;
  } | null;
  readonly evidence: readonly Evidence[];
  readonly from: NamedUnit;
  readonly to: NamedUnit;
  readonly officers: readonly string[];
  readonly approver: string;
  /** The number of the letter; a draft has none, and the oldest hand-overs do not say. */
  readonly number?: string | null;
  readonly by: string;
  readonly because: string;
  readonly at: Date;
}

const ANSWERS = { filed: '立案', declined: '不予立案', material: '补充材料' } as const;

/** What public security can answer. */
export type ReceiptAnswer = keyof typeof ANSWERS;
export const RECEIPT_ANSWERS = Object.keys(ANSWERS) as ReceiptAnswer[];
export const answerName = (answer: ReceiptAnswer): string => ANSWERS[answer];

/** An answer as it came in. */
export interface Receipt {
  readonly id: string;
  readonly answer: ReceiptAnswer;
  /** The number of their letter; null when they gave none. */
  readonly number: string | null;
  /** The day on which it was received, yyyy-mm-dd. */
  readonly receivedOn: string;
  readonly by: string;
  readonly because: string;
  readonly at: Date;
}

/** Public security took the papers in; what it decides comes as a receipt. */
export interface TakenIn {
  readonly by: string;
  readonly because: string;
  readonly at: Date;
}

/** The package as it left: the digests say whether a copy is the same. */
export interface PackageMark {
  readonly name: string;
  readonly size: number;
  readonly sha256: string;
  readonly sm3: string;
}

/** A hand-over: made once, then only answered. */
export interface HandOver {
  readonly id: string;
  readonly alertId: string;
  /** The earlier hand-over of the same alert that this one adds to. */
  readonly follows: string | null;
  readonly facts: HandOverFacts;
  readonly package: PackageMark;
  readonly dutyId: string;
  readonly dueAt: Date;
  /** Null while public security did not say that it has the papers. */
  readonly taken: TakenIn | null;
  /** Oldest first; the latest is in force. */
  readonly receipts: readonly Receipt[];
}

/** Whether public security has decided at any time to file a case or not to; asking for material decides nothing. */
export const isDecided = ({ receipts }: Pick<HandOver, 'receipts'>): boolean =>
  receipts.some(({ answer }) => answer !== 'material');

/** The answer in force; null while none came. */
export const answerOf = ({ receipts }: HandOver): Receipt | null => receipts.at(-1) ?? null;
