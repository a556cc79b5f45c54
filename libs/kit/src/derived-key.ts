import { createHmac } from 'node:crypto';

/** A key for one purpose out of a master key (HMAC-SM3): knowing it tells nothing of the others. */
export const derivedKey = (master: Uint8Array, purpose: string): Buffer =>
  createHmac('sm3', master).update(purpose).digest();

/** The name under which a master key is known; it may be shown and lies openly in what the key sealed. */
export const keyIdOf = (master: Uint8Array): string =>
  derivedKey(master, 'key-id').toString('hex').slice(0, 16);
