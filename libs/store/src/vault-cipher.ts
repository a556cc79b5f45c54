import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  randomBytes,
  timingSafeEqual,
} from 'node:crypto';
import { Invalid } from '@risk/kit';

const KEY_BYTES = 16;
const IV_BYTES = 16;
const MAC_BYTES = 32;
const VERSION = 1;

/**
 * Seals bytes with SM4-CBC and HMAC-SM3 (GB/T 32907, GB/T 32905), encrypt-then-MAC, because Node's
 * OpenSSL has no SM4-GCM. The place (table row) is bound into the MAC, so that a sealed value
 * cannot be moved to another row.
 */
export class VaultCipher {
  private readonly sealKey: Buffer;
  private readonly macKey: Buffer;
  private readonly nameKey: Buffer;

  constructor(master: Uint8Array) {
    if (master.length < 32) throw new Invalid('保险箱密钥至少 32 字节');
    const derive = (purpose: string): Buffer => createHmac('sm3', master).update(purpose).digest();
    this.sealKey = derive('seal').subarray(0, KEY_BYTES);
    this.macKey = derive('mac');
    this.nameKey = derive('pseudonym');
  }

  seal(plain: Uint8Array, place: string): Buffer {
    const iv = randomBytes(IV_BYTES);
    const cipher = createCipheriv('sm4-cbc', this.sealKey, iv);
    const body = Buffer.concat([Buffer.of(VERSION), iv, cipher.update(plain), cipher.final()]);
    return Buffer.concat([body, this.mac(body, place)]);
  }

  open(sealed: Buffer, place: string): Buffer {
    const body = sealed.subarray(0, -MAC_BYTES);
    const intact =
      sealed.length > MAC_BYTES + IV_BYTES &&
      timingSafeEqual(sealed.subarray(-MAC_BYTES), this.mac(body, place));
    if (!intact) throw new Invalid('密封内容已损坏、被改动或者密钥不符');
    const decipher = createDecipheriv('sm4-cbc', this.sealKey, body.subarray(1, 1 + IV_BYTES));
    return Buffer.concat([decipher.update(body.subarray(1 + IV_BYTES)), decipher.final()]);
  }

  /** A pseudonym that only the holder of the key can compute; equal for equal text. */
  pseudonym(text: string): string {
    return createHmac('sm3', this.nameKey).update(text).digest('hex').slice(0, 32);
  }

  private mac(body: Buffer, place: string): Buffer {
    const placed = Buffer.from(place, 'utf8');
    const length = Buffer.alloc(4);
    length.writeUInt32BE(placed.length);
    return createHmac('sm3', this.macKey).update(length).update(placed).update(body).digest();
  }
}
