import type { Feed } from './feed.js';

/** A party as a complaint or an advertisement names it; any part may be missing. */
export interface Target {
  readonly name?: string | undefined;
  readonly uscc?: string | undefined;
  readonly phone?: string | undefined;
  readonly website?: string | undefined;
  readonly app?: string | undefined;
  readonly address?: string | undefined;
}

/** Who reported. Goes to the vault at the door and is never seen behind it. */
export interface Reporter {
  readonly name?: string | undefined;
  readonly phone?: string | undefined;
  readonly idNumber?: string | undefined;
}

export interface Shareholder {
  readonly name: string;
  readonly kind?: string | undefined;
  /** Share of the capital in per cent. */
  readonly share?: number | undefined;
}

/** A code of GB/T 4754 with its edition, because codes moved between 2011 and 2017. */
export interface IndustryCode {
  readonly code: string;
  readonly edition?: string | undefined;
}

export interface RegistrationChange {
  readonly field: string;
  readonly before?: string | undefined;
  readonly after?: string | undefined;
  /** Calendar day, yyyy-mm-dd. */
  readonly on?: string | undefined;
}

/** One event in the life of a registered firm; sums in yuan, days as yyyy-mm-dd. */
export interface RegistrationPayload {
  readonly event?:
    'establish' | 'change' | 'annual-report' | 'abnormal' | 'penalty' | 'cancel' | undefined;
  readonly name: string;
  readonly formerNames?: readonly string[] | undefined;
  /** Unified social credit code (GB 32100-2015) or an old 15-digit registration number. */
  readonly uscc?: string | undefined;
  readonly legalRepresentative?: string | undefined;
  readonly shareholders?: readonly Shareholder[] | undefined;
  readonly registeredCapital?: number | undefined;
  readonly paidInCapital?: number | undefined;
  readonly establishedOn?: string | undefined;
  readonly address?: string | undefined;
  readonly businessAddress?: string | undefined;
  readonly regionCode?: string | undefined;
  readonly industry?: IndustryCode | undefined;
  readonly businessScope?: string | undefined;
  readonly phones?: readonly string[] | undefined;
  readonly websites?: readonly string[] | undefined;
  readonly apps?: readonly string[] | undefined;
  readonly wechat?: readonly string[] | undefined;
  readonly changes?: readonly RegistrationChange[] | undefined;
  readonly [extra: string]: unknown;
}

export interface ComplaintPayload {
  readonly channel?:
    '12345' | '12315' | '110' | 'letter' | 'web' | 'phone' | 'wechat' | 'grid' | 'bank' | undefined;
  readonly title?: string | undefined;
  readonly text: string;
  readonly targets?: readonly Target[] | undefined;
  /** Sum at stake in yuan. */
  readonly amount?: number | undefined;
  /** People concerned. */
  readonly people?: number | undefined;
  readonly regionCode?: string | undefined;
  readonly reporter?: Reporter | undefined;
  /** The reporter asked for secrecy: the identity stays hidden even from case officers. */
  readonly secret?: boolean | undefined;
  readonly [extra: string]: unknown;
}

export interface AdvertisementPayload {
  readonly medium?:
    'outdoor' | 'tv' | 'paper' | 'web' | 'wechat' | 'app' | 'sms' | 'leaflet' | 'video' | undefined;
  readonly title?: string | undefined;
  readonly text: string;
  /** Text recognised in the picture. */
  readonly imageText?: string | undefined;
  readonly url?: string | undefined;
  readonly advertiser?: Target | undefined;
  readonly publisher?: Target | undefined;
  readonly publishedOn?: string | undefined;
  readonly regionCode?: string | undefined;
  readonly [extra: string]: unknown;
}

export interface PayloadOf {
  registration: RegistrationPayload;
  complaint: ComplaintPayload;
  advertisement: AdvertisementPayload;
}
export type Payload = PayloadOf[Feed];

/** What every door hands in: the outer shape of a record (CONTRACTS: Feeds). */
export interface Envelope<F extends Feed = Feed> {
  /** A name in config/sources.yaml. */
  readonly source: string;
  /** Unique within the source. */
  readonly sourceId: string;
  readonly occurredAt: Date;
  readonly operation: 'upsert' | 'withdraw';
  /** sourceIds of repeated or merged pieces. */
  readonly related: readonly string[];
  readonly payload: PayloadOf[F];
}

/** A record that passed the door: its feed is known and the reporter is out of it. */
export type FeedRecord = {
  readonly [F in Feed]: Envelope<F> & {
    readonly feed: F;
    /** Content fingerprint: the second delivery of the same content is a no-op. */
    readonly fingerprint: string;
    /** Keyed pseudonym of the reporter, to count persons and not pieces; null when unknown. */
    readonly reporterKey: string | null;
  };
}[Feed];
