import type { AnyTier } from './inbox.js';
import type { Named } from './session.js';

export type NoticeState =
  'gathering' | 'pending' | 'leased' | 'sending' | 'sent' | 'refused' | 'unknown' | 'moot';

/** A notice in a list. */
export interface NoticeLine {
  readonly id: string;
  readonly alertId: string | null;
  readonly step: string;
  readonly kind: string;
  readonly channel: string;
  readonly channelName: string;
  readonly unit: string;
  readonly to: {
    readonly unitName: string;
    readonly role: string;
    readonly because: string;
    readonly recipient: { readonly title: string };
  };
  readonly state: NoticeState;
  readonly attempt: number;
  readonly notBefore: string;
  readonly createdAt: string;
  readonly settledAt: string | null;
  readonly detail: string | null;
  readonly digestId: string | null;
  readonly subject: string | null;
  readonly sample: boolean;
}

/** A notice with what was said and what people decided on it. */
export interface NoticeFacts extends NoticeLine {
  readonly body: string | null;
  readonly decisions: readonly {
    readonly id: string;
    readonly verdict: 'resend' | 'received' | 'not-received';
    readonly by: string;
    readonly because: string;
    readonly at: string;
  }[];
}

/** A silence: nobody is told of what it covers until it ends. */
export interface SilenceLine {
  readonly id: string;
  /** What it covers, in words. */
  readonly what: string;
  readonly owner: string;
  readonly because: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly endedAt: string | null;
  readonly endedBy: string | null;
  readonly held: number;
}

/** What a silence can name. */
export interface SilenceChoices {
  readonly regions: readonly Named[];
  readonly schemes: readonly Named[];
}

/** A rule whose alerts are held until a person decides. */
export interface FloodLine {
  readonly id: string;
  readonly code: string;
  readonly openedAt: string;
  readonly endedAt: string | null;
  readonly endedBy: string | null;
  readonly because: string | null;
  readonly released: boolean | null;
  readonly held: number;
}

/** An alert of which nobody is told now. */
export interface HushedLine {
  readonly id: string;
  readonly entityName: string;
  readonly tier: AnyTier;
  readonly cause: string;
  readonly because: string;
  readonly since: string;
  readonly sample: boolean;
}
