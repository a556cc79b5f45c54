import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  randomBytes,
  timingSafeEqual,
} from 'node:crypto';
import { derivedKey, Invalid, keyIdOf } from '@risk/kit';

const KEY_BYTES = 16;
const IV_BYTES = 16;
const MAC_BYTES = 32;

/** One master key at work: SM4-CBC (GB/T 32907), then HMAC-SM3 (GB/T 32905) over all before it. */
export class SealingKey {
  readonly id: string;
  private readonly sealKey: Buffer;
  private readonly macKey: Buffer;

  constructor(master: Uint8Array) {
    if (master.length < 32) throw new Invalid('保险箱密钥至少 32 字节');
    this.id = keyIdOf(master);
    this.sealKey = derivedKey(master, 'seal').subarray(0, KEY_BYTES);
    this.macKey = derivedKey(master, 'mac');
  }

  seal(header: Buffer, plain: Uint8Array, place: string): Buffer {
    const iv = randomBytes(IV_BYTES);
    const cipher = createCipheriv('sm4-cbc', this.sealKey, iv);
    const body = Buffer.concat([header, iv, cipher.update(plain), cipher.final()]);
    return Buffer.concat([body, this.mac(body, place)]);
  }

  /** What was sealed behind a header of this length; null when it is not what this key sealed here. */
  open(sealed: Buffer, headerBytes: number, place: string): Buffer | null {
    const at = headerBytes + IV_BYTES;
    if (sealed.length <= at + MAC_BYTES) return null;
    const body = sealed.subarray(0, -MAC_BYTES);
    if (!timingSafeEqual(sealed.subarray(-MAC_BYTES), this.mac(body, place))) return null;
    const decipher = createDecipheriv('sm4-cbc', this.sealKey, body.subarray(headerBytes, at));
    return Buffer.concat([decipher.update(body.subarray(at)), decipher.final()]);
  }

  /** The place is bound in with its length, so that no other place and body give the same bytes. */
  private mac(body: Buffer, place: string): Buffer {
    const placed = Buffer.from(place, 'utf8');
    const length = Buffer.alloc(4);
    length.writeUInt32BE(placed.length);
    return createHmac('sm3', this.macKey).update(length).update(placed).update(body).digest();
  }
}
