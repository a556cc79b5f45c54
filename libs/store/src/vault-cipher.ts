import { createHmac } from 'node:crypto';
import { derivedKey, Invalid } from '@risk/kit';
import type { KeySource, MasterKeys } from './master-keys.js';
import { SealingKey } from './sealing-key.js';

/** First byte of what is sealed; 1 names no key and was written before keys rotated. */
const OLD = 1;
const KEYED = 2;
const ID_BYTES = 8;

/** Keys ready for work, as one reading of the source gave them. */
interface Ring {
  readonly mark: string;
  readonly current: SealingKey;
  readonly all: readonly SealingKey[];
  readonly pseudonym: Uint8Array;
}

/**
 * Seals bytes with a ring of keys, encrypt-then-MAC, because Node's OpenSSL has no SM4-GCM. The place
 * (table row) is bound into the MAC, so that a sealed value cannot be moved to another row. Another
 * process may rotate the keys meanwhile: `refresh` before a batch, and an unknown key, read them anew.
 */
export class VaultCipher {
  private ring: Ring;
  private readonly source: KeySource;

  constructor(keys: Uint8Array | KeySource) {
    this.source = keys instanceof Uint8Array ? only(keys) : keys;
    this.ring = ringOf(this.source);
  }

  /** The key that seals now. */
  get currentKey(): string {
    return this.ring.current.id;
  }

  get formerKeys(): string[] {
    return this.ring.all.slice(1).map(({ id }) => id);
  }

  /** Tells two pseudonym keys apart without telling either. */
  get pseudonymMark(): string {
    return this.pseudonym('pseudonym-mark');
  }

  /** Takes up keys that were added meanwhile. */
  refresh(): this {
    if (this.source.mark() !== this.ring.mark) this.ring = ringOf(this.source);
    return this;
  }

  seal(plain: Uint8Array, place: string): Buffer {
    const { current } = this.ring;
    return current.seal(headerOf(current.id), plain, place);
  }

  open(sealed: Buffer, place: string): Buffer {
    const plain = this.tryOpen(sealed, place) ?? this.refreshed().tryOpen(sealed, place);
    if (plain) return plain;
    const key = sealedWith(sealed);
    throw new Invalid('密封内容已损坏、被改动或者密钥不符', { key });
  }

  /** A pseudonym that only the holder of the key can compute; equal for equal text, whatever seals. */
  pseudonym(text: string): string {
    return createHmac('sm3', this.ring.pseudonym).update(text).digest('hex').slice(0, 32);
  }

  private tryOpen(sealed: Buffer, place: string): Buffer | null {
    const id = sealedWith(sealed);
    const able = this.ring.all.filter((key) => id === null || key.id === id);
    const header = id === null ? 1 : 1 + ID_BYTES;
    for (const key of able) {
      const plain = key.open(sealed, header, place);
      if (plain) return plain;
    }
    return null;
  }

  private refreshed(): this {
    this.ring = ringOf(this.source);
    return this;
  }
}

/** One key that is everything: tests, and houses whose keys never rotate. */
const only = (master: Uint8Array): KeySource => {
  const keys: MasterKeys = {
    current: master,
    former: [],
    pseudonym: derivedKey(master, 'pseudonym'),
  };
  return { mark: () => 'only', read: () => keys };
};

/** The mark is taken first: a key that is added while reading is read at the next look. */
function ringOf(source: KeySource): Ring {
  const mark = source.mark();
  const { current, former, pseudonym } = source.read();
  const now = new SealingKey(current);
  return { mark, current: now, all: [now, ...former.map((f) => new SealingKey(f))], pseudonym };
}

const headerOf = (id: string): Buffer => Buffer.concat([Buffer.of(KEYED), Buffer.from(id, 'hex')]);

/** The id of the key that sealed this; null where none is named. */
export function sealedWith(sealed: Buffer): string | null {
  if (sealed[0] === OLD) return null;
  return sealed.subarray(1, 1 + ID_BYTES).toString('hex');
}
