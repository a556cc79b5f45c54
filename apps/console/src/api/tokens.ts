import type { Feed } from './codes.js';
/** A token by which another system delivers records. */
export interface TokenLine {
  readonly id: string;
  readonly name: string;
  readonly feeds: readonly Feed[];
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
