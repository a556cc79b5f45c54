import type { LegalElement, OutcomeVerdict, Scheme, Tier } from '@risk/domain';
import type { Aggravation } from '../handover/thresholds.js';
import type { MaskedText } from './masked-text.js';

/** Who writes to whom on which day; a letter is a draft until a person signs. */
export interface LetterEnds {
  /** The day of the paper, yyyy-mm-dd. */
  readonly on: string;
  readonly from: string;
  readonly to: string;
  readonly copies: readonly string[];
}

/** A firm or person as the register tells it; nobody here ever comes from a complaint. */
export interface Registered {
  readonly name: string;
  readonly uscc: string | null;
  readonly representative: string | null;
  readonly address: string | null;
  readonly region: string | null;
}

/** Somebody involved, and as what. */
export interface Involved extends Registered {
  /** 涉嫌主体, 关联主体, 股东 … */
  readonly role: string;
}

/** One reason of the index; its words stand in records of others, so they come masked. */
export interface ReasonFacts {
  readonly because: MaskedText;
  readonly quote: MaskedText | null;
}

export interface AlertFacts {
  readonly id: string;
  readonly raisedAt: Date;
  readonly tier: Tier;
  /** 0 to 100 */
  readonly score: number;
  readonly scheme: Scheme;
  readonly reasons: readonly ReasonFacts[];
}

/** What is known of one element, with the numbers of the evidence that shows it. */
export interface ElementFacts {
  readonly element: LegalElement;
  /** Null: not yet looked at. */
  readonly suspected: boolean | null;
  readonly note: MaskedText | null;
  /** Counted from 1 in the evidence list. */
  readonly evidence: readonly number[];
}

/** Sums in yuan and people, as far as they are told; null is not known. */
export interface Sums {
  readonly amount: number | null;
  readonly people: number | null;
  readonly losses: number | null;
}

export interface EvidenceFacts {
  readonly name: MaskedText;
  /** Bytes. */
  readonly size: number;
  readonly sha256: string;
  readonly sm3: string;
  /** The official who took it in. */
  readonly by: string;
  readonly at: Date;
}

export interface Officer {
  readonly name: string;
  readonly unit: string;
  /** 执法证号 */
  readonly badge: string | null;
}

/** The administrative finding of article 23, made by people. */
export interface Finding {
  /** yyyy-mm-dd */
  readonly on: string;
  readonly by: string;
  readonly because: MaskedText;
}

export interface HandoverFacts extends LetterEnds {
  readonly firm: Registered;
  readonly involved: readonly Involved[];
  readonly alert: AlertFacts;
  readonly elements: readonly ElementFacts[];
  readonly sums: Sums;
  /** What makes half the sum enough, as people found it. */
  readonly aggravated: readonly Aggravation[];
  /** Signs of flight or of destroyed books. */
  readonly flight: readonly MaskedText[];
  readonly evidence: readonly EvidenceFacts[];
  /** Among the evidence is what no machine reads: pictures, PDF. */
  readonly unread: boolean;
  readonly officers: readonly Officer[];
  /** Who allowed the hand-over, and why it is made. */
  readonly approver: string;
  readonly because: MaskedText;
  /** Null: handed over without waiting for one (article 23, paragraph 2). */
  readonly finding: Finding | null;
}

export interface SuspensionFacts extends LetterEnds {
  readonly firms: readonly Registered[];
  readonly scheme: Scheme;
  /** The day on which the investigation began: without one article 22 gives no power. */
  readonly investigatedSince: string;
  readonly officers: readonly Officer[];
}

export interface WarningFacts extends LetterEnds {
  readonly firm: Registered;
  readonly at: Date | null;
  readonly place: string | null;
  /** Written by an official for the firm to read: never taken from a complaint. */
  readonly matters: readonly MaskedText[];
  readonly materials: readonly string[];
  readonly demands: readonly MaskedText[];
  readonly contact: string | null;
}

export interface StopFacts extends LetterEnds {
  readonly firm: Registered;
  /** 非法集资人 or 非法集资协助人 (article 3) */
  readonly as: 'fundraiser' | 'assistant';
  readonly finding: Finding | null;
  readonly activities: readonly MaskedText[];
  /** Where and until when one may object; null leaves it to whoever signs. */
  readonly remedy: MaskedText | null;
}

export interface MeetingFacts extends LetterEnds {
  /** The name of the joint meeting (units.yaml, `meeting`). */
  readonly meeting: string;
  readonly at: Date | null;
  readonly place: string | null;
  readonly convener: string | null;
  readonly attendees: readonly string[];
}

export interface AgendaFacts extends MeetingFacts {
  readonly reds: readonly {
    readonly alert: string;
    readonly name: string;
    readonly region: string | null;
    readonly raisedAt: Date;
    readonly lead: string;
    readonly status: string;
  }[];
  readonly overdue: readonly {
    readonly unit: string;
    readonly alert: string;
    readonly name: string;
    readonly what: string;
    readonly dueAt: Date;
  }[];
  readonly disputes: readonly {
    readonly name: string;
    readonly units: readonly string[];
    readonly about: MaskedText;
  }[];
  /** Hand-overs that public security has not answered. */
  readonly receipts: readonly {
    readonly unit: string;
    readonly alert: string;
    readonly name: string;
    readonly handedOverAt: Date;
    readonly dueAt: Date;
  }[];
  readonly others: readonly string[];
}

export interface MinutesFacts extends MeetingFacts {
  readonly absent: readonly string[];
  readonly items: readonly { readonly subject: string; readonly said: MaskedText | null }[];
  readonly tasks: readonly {
    readonly decision: string;
    readonly unit: string;
    /** yyyy-mm-dd */
    readonly dueOn: string;
  }[];
  readonly recorder: string | null;
}

export interface VerificationFacts extends LetterEnds {
  readonly firm: Registered;
  readonly alert: Pick<AlertFacts, 'id' | 'raisedAt' | 'tier' | 'score' | 'scheme'>;
  readonly officers: readonly Officer[];
  readonly elements: readonly ElementFacts[];
  readonly visits: readonly {
    readonly at: Date;
    readonly place: string;
    readonly found: MaskedText;
  }[];
  readonly interviews: readonly {
    readonly at: Date;
    /** What the person is to the firm, never who reported. */
    readonly role: string;
    readonly said: MaskedText;
  }[];
  /** Documents, accounts and whatever else was looked at. */
  readonly others: readonly {
    readonly at: Date;
    readonly action: string;
    /** Who allowed it, where the law binds it to approval. */
    readonly approver: string | null;
    readonly result: MaskedText;
  }[];
  readonly evidence: readonly EvidenceFacts[];
  readonly verdict: OutcomeVerdict | null;
  readonly because: MaskedText | null;
}
