import { once } from '../unit-table.js';
import { LOOPS } from './loops.generated.js';
import type { Layout } from './layout.js';

/** Where the tables of bits lie by which places are ruled out, and what codes of several meanings stand for. */
type Bits = [
  pairs: number,
  pairShift: number,
  triples: number,
  tripleShift: number,
  fours: number,
  fourShift: number,
  bit: number,
  sets: number,
  scratch: number,
];

/* eslint-disable max-params -- machine code takes numbers, not records */
/** The compiled loops; see loops.wat for what each does. */
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
  readonly sieve: (...args: [codes: number, length: number, ...bits: Bits, out: number]) => number;
  readonly search: (
    ...args: [
      codes: number,
      places: number,
      from: number,
      count: number,
      entries: number,
      slots: number,
      slotMask: number,
      ...bits: Bits,
      out: number,
      limit: number,
      state: number,
    ]
  ) => number;
  readonly survey: (
    units: number,
    length: number,
    kinds: number,
    bits: number,
    shift: number,
    tallies: number,
    sites: number,
  ) => number;
  readonly doubt: (
    places: number,
    count: number,
    starts: number,
    units: number,
    length: number,
    rarities: number,
    weights: number,
    tallies: number,
    limits: number,
  ) => number;
  readonly weigh: (
    found: number,
    end: number,
    starts: number,
    units: number,
    length: number,
    count: number,
    rarities: number,
    weights: number,
    folded: number,
    characters: number,
    offsets: number,
    tallies: number,
    limits: number,
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

const LITTLE_ENDIAN = new Uint8Array(Uint16Array.of(1).buffer)[0] === 1;

/** The compiled loops, or null where this machine or its settings forbid them. */
const loopsModule = once((): object | null => {
  if (!assembly || !LITTLE_ENDIAN) return null;
  try {
    return new assembly.Module(Buffer.from(LOOPS, 'base64'));
  } catch {
    return null;
  }
});

/** Machine code at work in a memory of its own. */
export interface Machine {
  readonly loops: Loops;
  readonly buffer: ArrayBuffer;
}

/** Lays pieces out in a new memory and lets the loops work there; null where they cannot be had. */
export function machineFor(layout: Layout): Machine | null {
  const module = loopsModule();
  if (!assembly || !module) return null;
  const memory = new assembly.Memory({ initial: layout.pages, maximum: layout.pages });
  layout.fill(memory.buffer);
  const { exports } = new assembly.Instance(module, { host: { memory } });
  return { loops: exports as Loops, buffer: memory.buffer };
}
