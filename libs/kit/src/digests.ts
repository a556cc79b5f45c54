import { createHash } from 'node:crypto';

/** How long something is and what it hashes to. */
export interface Digests {
  readonly size: number;
  readonly sha256: string;
  readonly sm3: string;
}

/** The digests of bytes at hand: those of a file as it is kept, handed over and signed. */
export const digestsOf = (bytes: Uint8Array): Digests => ({
  size: bytes.length,
  sha256: createHash('sha256').update(bytes).digest('hex'),
  sm3: createHash('sm3').update(bytes).digest('hex'),
});
