import { describe, expect, it } from '@jest/globals';
import { createCipheriv, createHash, createHmac } from 'node:crypto';
import { derivedKey, keyIdOf } from '@risk/kit';
import fc from 'fast-check';
import type { KeySource } from './master-keys.js';
import { sealedWith, VaultCipher } from './vault-cipher.js';

const cipher = new VaultCipher(Buffer.alloc(32, 7));

const keys = ([current, ...former]: readonly number[]): KeySource => ({
  mark: () => String([current, ...former]),
  read: () => ({
    current: Buffer.alloc(32, current),
    former: former.map((byte) => Buffer.alloc(32, byte)),
    pseudonym: derivedKey(Buffer.alloc(32, 7), 'pseudonym'),
  }),
});

/** What the first version of the vault wrote: no key named. */
function sealedOfOld(master: Buffer, plain: Buffer, place: string): Buffer {
  const iv = Buffer.alloc(16, 5);
  const sm4 = createCipheriv('sm4-cbc', derivedKey(master, 'seal').subarray(0, 16), iv);
  const body = Buffer.concat([Buffer.of(1), iv, sm4.update(plain), sm4.final()]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(Buffer.byteLength(place));
  const mac = createHmac('sm3', derivedKey(master, 'mac')).update(length).update(place);
  return Buffer.concat([body, mac.update(body).digest()]);
}

describe('the algorithms of this Node', () => {
  it('SM4 gives the example of GB/T 32907-2016', () => {
    const key = Buffer.from('0123456789abcdeffedcba9876543210', 'hex');
    const sm4 = createCipheriv('sm4-ecb', key, null).setAutoPadding(false);
    expect(sm4.update(key).toString('hex')).toBe('681edf34d206965e86b3e94f536e4246');
  });

  it('SM3 gives the example of GB/T 32905-2016', () => {
    expect(createHash('sm3').update('abc').digest('hex')).toBe(
      '66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0',
    );
  });
});

describe('what is sealed', () => {
  it('opens again, at its own place', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), fc.string(), (plain, place) => {
        expect(cipher.open(cipher.seal(plain, place), place)).toEqual(Buffer.from(plain));
      }),
    );
  });

  it('looks different every time, block by block', () => {
    const plain = Buffer.alloc(64, 1);
    const a = cipher.seal(plain, 'p');
    expect(a.equals(cipher.seal(plain, 'p'))).toBe(false);
    expect(a.subarray(25, 41).equals(a.subarray(41, 57))).toBe(false);
  });

  it('does not open after the change of any byte, at another place, or with another key', () => {
    const sealed = cipher.seal(Buffer.from('张某某 13800000000'), 'reporter:1');
    for (let at = 0; at < sealed.length; at += 1) {
      const forged = Buffer.from(sealed);
      forged[at] = forged[at]! ^ 1;
      expect(() => cipher.open(forged, 'reporter:1')).toThrow('已损坏');
    }
    expect(() => cipher.open(sealed, 'reporter:2')).toThrow('已损坏');
    expect(() => new VaultCipher(Buffer.alloc(32, 8)).open(sealed, 'reporter:1')).toThrow('已损坏');
    expect(() => cipher.open(Buffer.alloc(3), 'reporter:1')).toThrow('已损坏');
  });

  it('before keys rotated still opens, and not after the change of any byte', () => {
    const sealed = sealedOfOld(Buffer.alloc(32, 7), Buffer.from('张某某'), 'reporter:1');
    const later = new VaultCipher(keys([9, 8, 7]));
    expect(later.open(sealed, 'reporter:1').toString()).toBe('张某某');
    for (let at = 0; at < sealed.length; at += 1) {
      const forged = Buffer.from(sealed);
      forged[at] = forged[at]! ^ 1;
      expect(() => later.open(forged, 'reporter:1')).toThrow('已损坏');
    }
  });

  it('needs a key of 32 bytes', () => {
    expect(() => new VaultCipher(Buffer.alloc(16))).toThrow('32 字节');
  });
});

describe('a pseudonym', () => {
  it('is equal for equal text and different under another key', () => {
    expect(cipher.pseudonym('a')).toBe(cipher.pseudonym('a'));
    expect(cipher.pseudonym('a')).not.toBe(cipher.pseudonym('b'));
    expect(new VaultCipher(Buffer.alloc(32, 8)).pseudonym('a')).not.toBe(cipher.pseudonym('a'));
  });
});

describe('a ring of keys', () => {
  it('seals with the current one, says so, and opens what any of them sealed', () => {
    const [before, after] = [new VaultCipher(keys([7])), new VaultCipher(keys([8, 7]))];
    const [old, fresh] = [before, after].map((c) => c.seal(Buffer.from('甲'), 'p'));
    expect([old, fresh].map((sealed) => sealedWith(sealed!))).toEqual([
      keyIdOf(Buffer.alloc(32, 7)),
      after.currentKey,
    ]);
    expect(after.open(old!, 'p').toString()).toBe('甲');
    expect(() => before.open(fresh!, 'p')).toThrow('密钥不符');
  });

  it('is read anew when an unknown key is met, and before a batch', () => {
    let held = [7];
    const live: KeySource = { mark: () => keys(held).mark(), read: () => keys(held).read() };
    const running = new VaultCipher(live);
    held = [8, 7];
    const sealed = new VaultCipher(live).seal(Buffer.from('甲'), 'p');
    expect(running.open(sealed, 'p').toString()).toBe('甲');
    held = [9, 8, 7];
    expect(running.refresh().currentKey).toBe(keyIdOf(Buffer.alloc(32, 9)));
  });

  it('leaves pseudonyms alone', () => {
    expect(new VaultCipher(keys([9, 8])).pseudonym('a')).toBe(cipher.pseudonym('a'));
  });
});
