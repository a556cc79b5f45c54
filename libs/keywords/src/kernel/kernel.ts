import { shiftFor, type PackedIndex } from '../packed-index.js';
import type { PlaceList } from '../place-list.js';
import {
  AHEAD,
  FOUND,
  FOUND_AT_ONCE,
  FOUND_AT_ONE,
  KERNEL_CODES,
  KERNEL_UNITS,
  SPAN,
  STATE,
  layOut,
  type Addresses,
} from './addresses.js';
import { machineFor, type Machine } from './assembly.js';
import { NO_EAR, NO_TRIGGERS, type Ear, type KernelOptions } from './kernel-options.js';

/** The inner loops of one reading and its index as machine code, about twice as fast as those in TypeScript. */
export class Kernel {
  private readonly window: Uint16Array;
  /** Where the codes lie that were sieved last. */
  private sieved = 0;
  /** How many codes the text has. */
  private length = 0;
  private readonly ear: Ear;
  private readonly shifts: Readonly<Record<'pairs' | 'triples' | 'fours' | 'halves', number>>;
  private readonly loops: Machine['loops'];
  private readonly bytes: Buffer;
  private readonly state: Int32Array;
  private readonly called: Int32Array;
  /** Where what the last search found ends. */
  foundEnd = 0;
  /** How many units the text has that was surveyed last. */
  private surveyed = 0;
  /** The index as it lies here: whoever looks things up beside the loops shares their part of the processor's cache. */
  readonly index: PackedIndex;
  /** What the last search found: term, first and last place; or -1, a place, and what may begin there (see loops.wat). */
  readonly found: Int32Array;
  readonly units: Uint16Array;
  readonly codes: Uint16Array;
  readonly starts: Int32Array;
  readonly tallies: Int32Array;
  /** The units of the text that was surveyed where letters begin or halves may stand. */
  readonly sites: Int32Array;

  private constructor(
    { loops, buffer }: Machine,
    private readonly at: Addresses,
    packed: PackedIndex,
    { ear = NO_EAR, triggers = NO_TRIGGERS }: KernelOptions,
  ) {
    this.loops = loops;
    this.ear = ear;
    this.shifts = {
      pairs: shiftFor(packed.pairs),
      triples: shiftFor(packed.triples),
      fours: shiftFor(packed.fours),
      halves: shiftFor(ear.halves),
    };
    this.index = {
      ...packed,
      entries: new Uint16Array(buffer, at.entries, packed.entries.length),
      slots: new Int32Array(buffer, at.slots, packed.slots.length),
      pairs: new Int32Array(buffer, at.pairs, packed.pairs.length),
      triples: new Int32Array(buffer, at.triples, packed.triples.length),
      fours: new Int32Array(buffer, at.fours, packed.fours.length),
    };
    this.found = new Int32Array(buffer, at.found, FOUND_AT_ONCE * FOUND);
    const heard = ear === NO_EAR ? 0 : KERNEL_CODES;
    this.tallies = new Int32Array(buffer, at.tallies, heard);
    this.sites = new Int32Array(buffer, at.sites, heard);
    this.units = new Uint16Array(buffer, at.units, KERNEL_CODES);
    this.bytes = Buffer.from(buffer, at.units, KERNEL_UNITS * 2);
    this.state = new Int32Array(buffer, at.state, STATE);
    this.state.set([0, 0, 0, at.forms, at.beforeIndex, at.beforeValues, at.called]);
    new Uint16Array(buffer, at.units - 2, 1)[0] = triggers.opening;
    this.called = new Int32Array(buffer, at.called, KERNEL_CODES);
    this.codes = new Uint16Array(buffer, at.codes, KERNEL_CODES);
    this.starts = new Int32Array(buffer, at.starts, KERNEL_CODES);
    this.window = new Uint16Array(buffer, at.window, SPAN);
  }

  /** A kernel for a table of codes and the bits of an index; null where machine code cannot be had. */
  static for(table: Uint16Array, packed: PackedIndex, options: KernelOptions = {}): Kernel | null {
    const [layout, at] = layOut(table, packed, options);
    const machine = machineFor(layout);
    return machine && new Kernel(machine, at, packed, options);
  }

  /** Takes a text of at most KERNEL_UNITS units. */
  load(text: string): void {
    this.bytes.write(text, 0, 'utf16le');
    this.units[text.length] = 0;
    this.state[1] = 0;
    this.state[2] = 0;
    this.state[8] = 0;
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

  /** The first marked code of the text, and behind the last one; 0 where there is none. */
  get markedFrom(): number {
    return this.placeAt(this.state[1] ?? 0);
  }
  get markedTo(): number {
    return this.placeAt(this.state[8] ?? 0);
  }

  private placeAt(address: number): number {
    return address === 0 ? 0 : (address - this.at.codes) >> 1;
  }

  /**
   * Notes where sequences may begin among the first codes of the text, and answers at how many places; by ear, after the
   * survey of its units, only those of two codes that can be a disguise.
   */
  sieve(length: number): number {
    this.length = length;
    const count = this.sieveAt(this.at.codes, length);
    // Two characters that are the whole text are held to less.
    return this.ear === NO_EAR || length === 2 ? count : this.doubt(count);
  }

  /** Notes where sequences may begin in a span of other codes, counted from its beginning; -1 when it is too long. */
  sieveSpan(codes: Uint16Array, from: number, to: number): number {
    const { window } = this;
    const end = to + Math.max(AHEAD, this.index.longest);
    if (end - from > window.length) return -1;
    for (let k = from; k < end; k++) window[k - from] = codes[k] ?? 0;
    return this.sieveAt(this.at.window, to - from);
  }

  private doubt(count: number): number {
    const { candidates, starts, units, rarities, weights, tallies, limits } = this.at;
    return this.loops.doubt(
      candidates,
      count,
      starts,
      units,
      this.surveyed,
      rarities,
      weights,
      tallies,
      limits,
    );
  }

  /**
   * Looks up the sequences at some of the places that were sieved last, from one on; answers where to go on. Of a text by
   * ear only those are found that can be a disguise.
   */
  search(from: number, count: number): number {
    const {
      codes,
      candidates,
      entries,
      slots,
      pairs,
      triples,
      fours,
      sets,
      scratch,
      found,
      state,
    } = this.at;
    const next = this.loops.search(
      this.sieved,
      candidates,
      from,
      count,
      entries,
      slots,
      this.index.slots.length - 1,
      pairs,
      this.shifts.pairs,
      triples,
      this.shifts.triples,
      fours,
      this.shifts.fours,
      this.ear.bit,
      sets,
      scratch,
      found,
      found + (FOUND_AT_ONCE - FOUND_AT_ONE) * FOUND * 4,
      state,
    );
    const end = this.state[7] ?? 0;
    this.foundEnd =
      ((this.ear !== NO_EAR && this.sieved === codes ? this.weigh(end) : end) - found) >> 2;
    return next;
  }

  private weigh(end: number): number {
    const { found, starts, units, rarities, weights, tallies, limits } = this.at;
    const { folded, characters, offsets } = this.at;
    return this.loops.weigh(
      found,
      end,
      starts,
      units,
      this.surveyed,
      this.length,
      rarities,
      weights,
      folded,
      characters,
      offsets,
      tallies,
      limits,
    );
  }

  private sieveAt(codes: number, length: number): number {
    this.sieved = codes;
    const { pairs, triples, fours, sets, scratch, candidates } = this.at;
    return this.loops.sieve(
      codes,
      length,
      pairs,
      this.shifts.pairs,
      triples,
      this.shifts.triples,
      fours,
      this.shifts.fours,
      this.ear.bit,
      sets,
      scratch,
      candidates,
    );
  }

  /** Counts kinds of units up to each of the text that was loaded; answers how many of them are sites. */
  survey(length: number): number {
    const { units, kinds, halves, tallies, sites } = this.at;
    this.surveyed = length;
    return this.loops.survey(units, length, kinds, halves, this.shifts.halves, tallies, sites);
  }

  /** Adds the places where letters were called out in the text that was spelt last. */
  addTriggers(places: PlaceList): void {
    places.add(this.called, this.state[2] ?? 0);
  }
}
