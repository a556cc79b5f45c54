import { createHmac, timingSafeEqual } from 'node:crypto';
import { TipSeals } from '../ports.js';

const KEY = 'a test';
const MASK = 0x5a;
const DIGEST = 32;
const digestOf = (place: string, body: Uint8Array): Buffer =>
  createHmac('sha256', KEY).update(`${place}\n`).update(body).digest();
const masked = (bytes: Uint8Array): Buffer => Buffer.from(bytes.map((byte) => byte ^ MASK));

/** Seals without secrecy worth the name, but bound to their place and proof against change. */
export class FakeSeals extends TipSeals {
  seal(plain: Uint8Array, place: string): Buffer {
    const body = masked(plain);
    return Buffer.concat([digestOf(place, body), body]);
  }

  open(sealed: Buffer, place: string): Buffer {
    const [digest, body] = [sealed.subarray(0, DIGEST), sealed.subarray(DIGEST)];
    if (digest.length < DIGEST || !timingSafeEqual(digest, digestOf(place, body)))
      throw new Error('not sealed here');
    return masked(body);
  }

  keyed(text: string): string {
    return createHmac('sha256', KEY).update(text).digest('hex').slice(0, 32);
  }
}
