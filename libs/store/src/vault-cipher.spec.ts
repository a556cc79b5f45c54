import { describe, expect, it } from '@jest/globals';
import { createCipheriv, createHash } from 'node:crypto';
import fc from 'fast-check';
import { VaultCipher } from './vault-cipher.js';

const cipher = new VaultCipher(Buffer.alloc(32, 7));

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
    expect(a.subarray(17, 33).equals(a.subarray(33, 49))).toBe(false);
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
