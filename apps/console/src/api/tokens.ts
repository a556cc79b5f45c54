/** The three ways in which records come. */
export const FEED_NAMES = {
  registration: '登记注册',
  complaint: '投诉举报',
  advertisement: '广告监测',
} as const;

export type FeedCode = keyof typeof FEED_NAMES;

/** A token by which another system delivers records. */
export interface TokenLine {
  readonly id: string;
  readonly name: string;
  readonly feeds: readonly FeedCode[];
  readonly madeBy: string;
  readonly madeAt: string;
  readonly endsAt: string;
  readonly revokedBy: string | null;
  readonly lastUsedAt: string | null;
}

/** A new token; it is told this once. */
export interface FreshToken {
  readonly id: string;
  readonly token: string;
}
