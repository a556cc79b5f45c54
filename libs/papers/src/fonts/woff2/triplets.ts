import type { ByteReader } from './byte-reader.js';

/**
 * Goes along an outline point by point: `next()` moves to the next one, and the fields say how far
 * it is from the one before. A flag says how many bytes a point has and what they mean (WOFF2, 5.2).
 * Slices hold twenty thousand points, so no object is made for each.
 */
export class Triplets {
  onCurve = false;
  dx = 0;
  dy = 0;

  constructor(
    private readonly flags: ByteReader,
    private readonly data: ByteReader,
  ) {}

  next(): void {
    const byte = this.flags.uint8();
    this.onCurve = byte < 128;
    this.read(byte & 127);
  }

  private read(flag: number): void {
    if (flag < 20) this.readAlong(flag);
    else if (flag < 84) this.readNibbles(flag);
    else if (flag < 120) this.readBytes(flag);
    else if (flag < 124) this.readTwelveBits(flag);
    else this.set(flag, this.data.uint16(), this.data.uint16());
  }

  private set(flag: number, dx: number, dy: number): void {
    this.dx = flag & 1 ? dx : -dx;
    this.dy = flag & 2 ? dy : -dy;
  }

  /** Straight up or down, or straight across. */
  private readAlong(flag: number): void {
    const way = (((flag < 10 ? flag : flag - 10) & 14) << 7) + this.data.uint8();
    const signed = flag & 1 ? way : -way;
    this.dx = flag < 10 ? 0 : signed;
    this.dy = flag < 10 ? signed : 0;
  }

  private readNibbles(flag: number): void {
    const base = flag - 20;
    const byte = this.data.uint8();
    this.set(flag, 1 + (base & 0x30) + (byte >> 4), 1 + ((base & 0x0c) << 2) + (byte & 15));
  }

  private readBytes(flag: number): void {
    const base = flag - 84;
    const dx = 1 + (Math.floor(base / 12) << 8) + this.data.uint8();
    this.set(flag, dx, 1 + (((base % 12) >> 2) << 8) + this.data.uint8());
  }

  private readTwelveBits(flag: number): void {
    const [first, second, third] = [this.data.uint8(), this.data.uint8(), this.data.uint8()];
    this.set(flag, (first << 4) + (second >> 4), ((second & 15) << 8) + third);
  }
}
