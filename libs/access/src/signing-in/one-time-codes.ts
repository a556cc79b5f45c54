import { randomBytes } from 'node:crypto';
import { Secret, TOTP } from 'otpauth';

const PERIOD = 30;
const SECRET_BYTES = 20;
const NEIGHBOURS = 1;
const ISSUER = '非法金融活动风险监测预警平台';

/** A secret of 160 bits, as RFC 4226 recommends. */
export const madeSecret = (): Buffer => randomBytes(SECRET_BYTES);

/** The address that authenticator apps read from a QR code. */
export const addressOfSecret = (secret: Uint8Array, login: string): string =>
  totpOf(secret, login).toString();

/** The secret as people type it, in groups of four. */
export const textOfSecret = (secret: Uint8Array): string =>
  secretOf(secret).base32.replace(/(.{4})(?=.)/g, '$1 ');

/**
 * The time step of a code (RFC 6238: 30 s, 6 digits, one step to either side), or null. A step whose code was
 * taken once, and any before it, is refused: a code that was overlooked opens nothing.
 */
export function stepOfCode(
  secret: Uint8Array,
  code: string,
  lastStep: number,
  now: Date,
): number | null {
  const digits = code.replace(/\s/g, '');
  if (!/^\d{6}$/.test(digits)) return null;
  const timestamp = now.getTime();
  const delta = totpOf(secret, '').validate({ token: digits, timestamp, window: NEIGHBOURS });
  if (delta === null) return null;
  const step = Math.floor(timestamp / 1000 / PERIOD) + delta;
  return step > lastStep ? step : null;
}

const secretOf = (bytes: Uint8Array): Secret =>
  new Secret({ buffer: Uint8Array.from(bytes).buffer });

const totpOf = (secret: Uint8Array, login: string): TOTP =>
  new TOTP({ issuer: ISSUER, label: login, secret: secretOf(secret), digits: 6, period: PERIOD });
