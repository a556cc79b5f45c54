const PAGE = 65_536;

/** Lays pieces out in one memory, each on a border of 16 bytes. */
export class Layout {
  private readonly held: (readonly [at: number, bytes: Uint8Array])[] = [];
  private used = 0;

  /** Keeps room free; answers where. */
  room(bytes: number): number {
    const at = this.used;
    this.used = (at + bytes + 15) & ~15;
    return at;
  }

  /** Keeps room for a copy of some data; answers where. */
  hold({ buffer, byteOffset, byteLength }: ArrayBufferView): number {
    const at = this.room(byteLength);
    this.held.push([at, new Uint8Array(buffer, byteOffset, byteLength)]);
    return at;
  }

  /** How many pages of memory all of it takes. */
  get pages(): number {
    return Math.ceil(this.used / PAGE);
  }

  /** Copies what is held to its place. */
  fill(memory: ArrayBuffer): void {
    const all = new Uint8Array(memory);
    for (const [at, bytes] of this.held) all.set(bytes, at);
  }
}

/** Lists of 16-bit codes as they lie in the memory: where each begins, one place more, then the codes. */
export function laidOut(sets: readonly (readonly number[])[]): Uint8Array {
  const codes = sets.flat();
  const heads = (sets.length + 1) * 4;
  const bytes = new Uint8Array(heads + codes.length * 2);
  const begins = new Int32Array(bytes.buffer, 0, sets.length + 1);
  let next = heads;
  sets.forEach((set, i) => {
    begins[i] = next;
    next += set.length * 2;
  });
  begins[sets.length] = next;
  new Uint8Array(bytes.buffer, heads).set(new Uint8Array(Uint16Array.from(codes).buffer));
  return bytes;
}
