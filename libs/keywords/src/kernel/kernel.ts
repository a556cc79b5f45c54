import { shiftFor, type PackedIndex } from '../packed-index.js';
import { once } from '../unit-table.js';
import { LOOPS } from './loops.generated.js';

/** Longer texts are left to the loops in TypeScript, so that the memory never grows. */
export const KERNEL_UNITS = 1 << 16;
/** Codes may be more than units where characters spell several letters; and a search looks behind the last one. */
const KERNEL_CODES = KERNEL_UNITS + 1024;
/** Spans up to so many codes are searched here; the sieve looks three codes ahead. */
const SPAN = 256;
const AHEAD = 3;
const PAGE = 65_536;
const LITTLE_ENDIAN = new Uint8Array(Uint16Array.of(1).buffer)[0] === 1;

/* eslint-disable max-params -- machine code takes numbers, not records */
interface Loops {
  readonly spell: (
    table: number,
    units: number,
    at: number,
    end: number,
    codes: number,
    starts: number,
    state: number,
  ) => number;
  readonly sieve: (
    codes: number,
    length: number,
    pairs: number,
    pairShift: number,
    triples: number,
    tripleShift: number,
    fours: number,
    fourShift: number,
    bit: number,
    sets: number,
    scratch: number,
    out: number,
  ) => number;
  readonly tally: (units: number, length: number, kinds: number, out: number) => void;
  readonly sites: (
    units: number,
    length: number,
    kinds: number,
    bits: number,
    shift: number,
    out: number,
  ) => number;
}
/* eslint-enable max-params */

/** The part of WebAssembly that is used here; Node's types leave it to those of browsers. */
interface Assembly {
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Instance: new (
    module: object,
    imports: { readonly host: { readonly memory: object } },
  ) => { readonly exports: unknown };
  readonly Memory: new (size: { readonly initial: number; readonly maximum: number }) => {
    readonly buffer: ArrayBuffer;
  };
}
const { WebAssembly: assembly } = globalThis as unknown as { readonly WebAssembly?: Assembly };

/** Lays pieces out in one memory, each on a border of 16 bytes. */
class Layout {
  private used = 0;

  place(bytes: number): number {
    const at = this.used;
    this.used = (at + bytes + 15) & ~15;
    return at;
  }

  get pages(): number {
    return Math.ceil(this.used / PAGE);
  }
}

type Piece =
  | 'sets'
  | 'scratch'
  | 'window'
  | 'kinds'
  | 'tallies'
  | 'halves'
  | 'state'
  | 'table'
  | 'pairs'
  | 'triples'
  | 'fours'
  | 'units'
  | 'codes'
  | 'starts'
  | 'candidates';

/** Places where sequences may begin, good until the next question: place * 4 + what may begin there. */
interface KernelPlaces {
  readonly candidates: Int32Array;
  count: number;
}

/** The compiled loops, or null where this machine or its settings forbid them. */
const compiledLoops = once((): object | null => {
  if (!assembly || !LITTLE_ENDIAN) return null;
  try {
    return new assembly.Module(Buffer.from(LOOPS, 'base64'));
  } catch {
    return null;
  }
});

/** What only some readings need: codes that stand for several, and what units are. */
interface KernelOptions {
  /** The bit of codes that stand for several, and what each of those stands for, from the code of the bit alone on. */
  readonly bit?: number;
  readonly sets?: readonly (readonly number[])[];
  /** What each unit is, and one bit for each pair of units that may be halves of a character. */
  readonly kinds?: Uint8Array;
  readonly halves?: Int32Array;
}

const NO_BYTES = new Uint8Array(0);
const NO_WORDS = new Int32Array(0);

/** Lists of 16-bit codes as they lie in the memory: where each begins, one place more, then the codes. */
function laidOut(sets: readonly (readonly number[])[], at: number): Uint8Array {
  const codes = sets.flat();
  const heads = (sets.length + 1) * 4;
  const bytes = new Uint8Array(heads + codes.length * 2);
  const begins = new Int32Array(bytes.buffer, 0, sets.length + 1);
  let next = at + heads;
  sets.forEach((set, i) => {
    begins[i] = next;
    next += set.length * 2;
  });
  begins[sets.length] = next;
  new Uint8Array(bytes.buffer, heads).set(new Uint8Array(Uint16Array.from(codes).buffer));
  return bytes;
}

/** The inner loops of one reading and its index as machine code, about twice as fast as those in TypeScript. */
export class Kernel {
  private readonly at: Readonly<Record<Piece, number>>;
  private readonly window: Uint16Array;
  private readonly places: KernelPlaces;
  private readonly bit: number;
  private readonly pairShift: number;
  private readonly tripleShift: number;
  private readonly fourShift: number;
  private readonly halvesShift: number;
  private readonly loops: Loops;
  private readonly bytes: Buffer;
  private readonly state: Int32Array;
  readonly units: Uint16Array;
  readonly codes: Uint16Array;
  readonly starts: Int32Array;
  readonly tallies: Int32Array;

  private constructor(
    { Memory, Instance }: Assembly,
    module: object,
    table: Uint16Array,
    { pairs, triples, fours }: PackedIndex,
    { bit = 0, sets = [], kinds = NO_BYTES, halves = NO_WORDS }: KernelOptions,
  ) {
    this.bit = bit;
    const layout = new Layout();
    this.at = {
      state: layout.place(8),
      scratch: layout.place(6),
      window: layout.place(SPAN * 2),
      sets: layout.place(laidOut(sets, 0).length),
      table: layout.place(table.byteLength),
      pairs: layout.place(pairs.byteLength),
      triples: layout.place(triples.byteLength),
      fours: layout.place(fours.byteLength),
      kinds: layout.place(kinds.length),
      halves: layout.place(halves.byteLength),
      tallies: layout.place(kinds.length === 0 ? 0 : KERNEL_CODES * 4),
      units: layout.place(KERNEL_CODES * 2),
      codes: layout.place(KERNEL_CODES * 2),
      starts: layout.place(KERNEL_CODES * 4),
      candidates: layout.place(KERNEL_CODES * 4),
    };
    this.pairShift = shiftFor(pairs);
    this.tripleShift = shiftFor(triples);
    this.fourShift = shiftFor(fours);
    const memory = new Memory({ initial: layout.pages, maximum: layout.pages });
    const instance = new Instance(module, { host: { memory } });
    this.loops = instance.exports as Loops;
    const { buffer } = memory;
    new Uint16Array(buffer, this.at.table, table.length).set(table);
    new Int32Array(buffer, this.at.pairs, pairs.length).set(pairs);
    new Int32Array(buffer, this.at.triples, triples.length).set(triples);
    new Int32Array(buffer, this.at.fours, fours.length).set(fours);
    new Uint8Array(buffer, this.at.kinds, kinds.length).set(kinds);
    new Int32Array(buffer, this.at.halves, halves.length).set(halves);
    this.halvesShift = shiftFor(halves);
    const lists = laidOut(sets, this.at.sets);
    new Uint8Array(buffer, this.at.sets, lists.length).set(lists);
    this.tallies = new Int32Array(buffer, this.at.tallies, kinds.length === 0 ? 0 : KERNEL_CODES);
    this.units = new Uint16Array(buffer, this.at.units, KERNEL_CODES);
    this.bytes = Buffer.from(buffer, this.at.units, KERNEL_UNITS * 2);
    this.state = new Int32Array(buffer, this.at.state, 2);
    this.codes = new Uint16Array(buffer, this.at.codes, KERNEL_CODES);
    this.starts = new Int32Array(buffer, this.at.starts, KERNEL_CODES);
    this.window = new Uint16Array(buffer, this.at.window, SPAN);
    const candidates = new Int32Array(buffer, this.at.candidates, KERNEL_CODES);
    this.places = { candidates, count: 0 };
  }

  /** A kernel for a table of codes and the bits of an index; null where machine code cannot be had. */
  static for(table: Uint16Array, packed: PackedIndex, options: KernelOptions = {}): Kernel | null {
    const module = compiledLoops();
    return assembly && module ? new Kernel(assembly, module, table, packed, options) : null;
  }

  /** Takes a text of at most KERNEL_UNITS units. */
  load(text: string): void {
    this.bytes.write(text, 0, 'utf16le');
    this.units[text.length] = 0;
    this.state[1] = 0;
  }

  /** Spells on from a unit, behind `count` codes; answers where a character needs a closer look, or the end. */
  spell(from: number, end: number, count: number): number {
    const { table, units, codes, starts, state } = this.at;
    this.state[0] = count;
    return this.loops.spell(table, units, from, end, codes, starts, state);
  }

  /** How many codes there are. */
  get count(): number {
    return this.state[0] ?? 0;
  }

  /** Whether some code of the text is marked. */
  get isMarked(): boolean {
    return this.state[1] === 1;
  }

  /** Notes where sequences may begin among the first codes of the text. */
  sieve(length: number): KernelPlaces {
    return this.sieveAt(this.at.codes, length);
  }

  /** Notes where sequences may begin in a span of other codes, counted from its beginning; null when it is too long. */
  sieveSpan(codes: Uint16Array, from: number, to: number): KernelPlaces | null {
    const { window } = this;
    if (to + AHEAD - from > window.length) return null;
    for (let k = from; k < to + AHEAD; k++) window[k - from] = codes[k] ?? 0;
    return this.sieveAt(this.at.window, to - from);
  }

  private sieveAt(codes: number, length: number): KernelPlaces {
    const { pairs, triples, fours, sets, scratch, candidates } = this.at;
    this.places.count = this.loops.sieve(
      codes,
      length,
      pairs,
      this.pairShift,
      triples,
      this.tripleShift,
      fours,
      this.fourShift,
      this.bit,
      sets,
      scratch,
      candidates,
    );
    return this.places;
  }

  /** Counts kinds of units up to each of the text that was loaded. */
  tally(length: number): void {
    const { units, kinds, tallies } = this.at;
    this.loops.tally(units, length, kinds, tallies);
  }

  /** The units of the text that was loaded where a token may begin. They are written over the candidates. */
  sites(length: number): Int32Array {
    const { units, kinds, halves, candidates } = this.at;
    const count = this.loops.sites(units, length, kinds, halves, this.halvesShift, candidates);
    return this.places.candidates.subarray(0, count);
  }
}
