import { describe, expect, it } from '@jest/globals';
import { addressOfSecret, madeSecret, stepOfCode, textOfSecret } from './one-time-codes.js';

/** RFC 6238, appendix B, SHA-1: seconds, and the last six of eight digits. */
const VECTORS: [number, string][] = [
  [59, '287082'],
  [1_111_111_109, '081804'],
  [1_111_111_111, '050471'],
  [1_234_567_890, '005924'],
  [2_000_000_000, '279037'],
  [20_000_000_000, '353130'],
];
const SECRET = Buffer.from('12345678901234567890');
const at = (seconds: number): Date => new Date(seconds * 1000);
const [SECONDS, CODE] = [1_234_567_890, '005924'];
const STEP = Math.floor(SECONDS / 30);

describe('a one-time code', () => {
  it.each(VECTORS)('is at %d s as RFC 6238 has it: %s', (seconds, code) => {
    expect(stepOfCode(SECRET, code, 0, at(seconds))).toBe(Math.floor(seconds / 30));
  });

  it.each([
    ['the step before', -30, STEP],
    ['the step after', 30, STEP],
    ['two steps before', -60, null],
    ['two steps after', 60, null],
    ['the first second of the step before', (-SECONDS % 30) - 30, STEP],
    ['the last second of the step after', 59 - (SECONDS % 30), STEP],
    ['one second later still', 60 - (SECONDS % 30), null],
  ])('counts for its own step when the clock shows %s', (_what, off, step) => {
    expect(stepOfCode(SECRET, CODE, 0, at(SECONDS + off))).toBe(step);
  });

  it.each([
    ['was taken', STEP, null],
    ['lies before one that was taken', STEP + 1, null],
    ['lies behind all that were taken', STEP - 1, STEP],
  ])('of a step that %s', (_what, lastStep, step) => {
    expect(stepOfCode(SECRET, CODE, lastStep, at(SECONDS))).toBe(step);
  });

  it.each([
    '',
    '00592',
    '0059240',
    '005925',
    '00592a',
    '-05924',
    '5924',
    '0x1724',
    '\u0660\u0660\u0665\u0669\u0662\u0664',
    CODE.repeat(20),
  ])('is not %j', (code) => {
    expect(stepOfCode(SECRET, code, 0, at(SECONDS))).toBeNull();
  });

  it.each(['005 924', ' 005924 ', '0 0 5 9 2 4'])('may be typed as %j', (code) => {
    expect(stepOfCode(SECRET, code, 0, at(SECONDS))).toBe(STEP);
  });

  it('of another secret is none', () => {
    expect(stepOfCode(Buffer.from('12345678901234567891'), CODE, 0, at(SECONDS))).toBeNull();
  });
});

describe('a secret', () => {
  it('has 160 bits and is never the same', () => {
    expect(madeSecret()).toHaveLength(20);
    expect(madeSecret().equals(madeSecret())).toBe(false);
  });

  it('is told to apps by an address, and to people in groups of four', () => {
    const address = new URL(addressOfSecret(SECRET, 'wang'));
    expect(address.protocol + address.host).toBe('otpauth:totp');
    expect(decodeURIComponent(address.pathname)).toBe('/非法金融活动风险监测预警平台:wang');
    expect(Object.fromEntries(address.searchParams)).toEqual({
      ...{ issuer: '非法金融活动风险监测预警平台', secret: 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ' },
      ...{ algorithm: 'SHA1', digits: '6', period: '30' },
    });
    expect(textOfSecret(SECRET)).toBe('GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ');
  });

  it('is read from its bytes alone, also when they lie in a larger buffer', () => {
    const larger = Buffer.concat([Buffer.alloc(7, 1), SECRET, Buffer.alloc(7, 1)]);
    expect(textOfSecret(larger.subarray(7, 27))).toBe(textOfSecret(SECRET));
  });
});
