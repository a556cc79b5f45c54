import { shiftFor, type PackedIndex } from '../packed-index.js';
import type { PlaceList } from '../place-list.js';
import { UnitMap } from '../unit-map.js';
import { MOST_CALLED } from '../unit-table.js';
import { machineFor, type Machine } from './assembly.js';
import { Layout, laidOut } from './layout.js';

/** Longer texts are left to the loops in TypeScript, so that the memory never grows. */
export const KERNEL_UNITS = 1 << 16;
/** Codes may be more than units where characters spell several letters; and a search looks behind the last one. */
const KERNEL_CODES = KERNEL_UNITS + 1024;
/** Spans up to so many codes are searched here; the sieve looks three codes ahead. */
const SPAN = 256;
const AHEAD = 3;

/** Where each piece of the memory begins. */
type Addresses = Readonly<
  Record<
    | 'state'
    | 'scratch'
    | 'window'
    | 'sets'
    | 'table'
    | 'pairs'
    | 'triples'
    | 'fours'
    | 'kinds'
    | 'halves'
    | 'rarities'
    | 'weights'
    | 'sites'
    | 'forms'
    | 'beforeIndex'
    | 'beforeValues'
    | 'called'
    | 'tallies'
    | 'units'
    | 'codes'
    | 'starts'
    | 'candidates',
    number
  >
>;

/** Places where sequences may begin, good until the next question: place * 4 + what may begin there. */
interface KernelPlaces {
  readonly candidates: Int32Array;
  count: number;
}

/** Letters whose places are called out where the unit before them allows it (see unit-table.ts). */
export interface Triggers {
  /** The forms that each letter is called out for, as bits. */
  readonly forms: Uint16Array;
  /** The forms that each unit may stand before, as bits. */
  readonly before: UnitMap;
  /** What begins a text may stand behind this unit too. */
  readonly opening: number;
}

/** What tells of two characters whether they can be a disguise at all; see disguise/quick-look.ts. */
interface Doubts {
  /** How rare each unit is as it is written, in tenths. */
  readonly rarities: Uint8Array;
  /** The most that a character of each rarity says as the term's own, then what it says as another one in its place. */
  readonly weights: Float64Array;
  /** What both must say together in ordinary surroundings, and how much less where all of them is odd. */
  readonly needed: number;
  readonly oddness: number;
  /** How many units the surroundings reach, and the fewest Chinese characters that tell something. */
  readonly reach: number;
  readonly few: number;
}

/** What only a reading by ear needs. */
interface Ear {
  /** The bit of codes that stand for several, and what each of those stands for, from the code of the bit alone on. */
  readonly bit: number;
  readonly sets: readonly (readonly number[])[];
  /** What each unit is, and one bit for each pair of units that may be halves of a character. */
  readonly kinds: Uint8Array;
  readonly halves: Int32Array;
  readonly doubts: Doubts;
}

interface KernelOptions {
  readonly ear?: Ear | undefined;
  readonly triggers?: Triggers | undefined;
}

const NO_BYTES = new Uint8Array(0);
const NO_EAR: Ear = {
  bit: 0,
  sets: [],
  kinds: NO_BYTES,
  halves: new Int32Array(0),
  doubts: {
    rarities: NO_BYTES,
    weights: new Float64Array(0),
    needed: 0,
    oddness: 0,
    reach: 0,
    few: 0,
  },
};
const NO_TRIGGERS: Triggers = {
  forms: new Uint16Array(MOST_CALLED),
  before: new UnitMap([]),
  opening: 0,
};
/** How many words the state of a reading has; see loops.wat. */
const STATE = 7;
/** One unit stands before the first; pieces begin on borders of 16 bytes. */
const BEFORE = 16;

/** Where each piece lies. */
function layOut(
  table: Uint16Array,
  { pairs, triples, fours }: PackedIndex,
  { ear = NO_EAR, triggers = NO_TRIGGERS }: KernelOptions,
): [layout: Layout, at: Addresses] {
  const layout = new Layout();
  const { sets, kinds, halves, doubts } = ear;
  const heard = ear === NO_EAR ? 0 : KERNEL_CODES * 4;
  const at: Addresses = {
    state: layout.room(STATE * 4),
    scratch: layout.room(6),
    window: layout.room(SPAN * 2),
    sets: layout.hold(laidOut(sets)),
    table: layout.hold(table),
    pairs: layout.hold(pairs),
    triples: layout.hold(triples),
    fours: layout.hold(fours),
    kinds: layout.hold(kinds),
    halves: layout.hold(halves),
    rarities: layout.hold(doubts.rarities),
    weights: layout.hold(doubts.weights),
    sites: layout.room(heard),
    forms: layout.hold(triggers.forms),
    beforeIndex: layout.hold(triggers.before.index),
    beforeValues: layout.hold(triggers.before.values),
    called: layout.room(KERNEL_CODES * 4),
    tallies: layout.room(heard),
    units: layout.room(BEFORE + KERNEL_CODES * 2) + BEFORE,
    codes: layout.room(KERNEL_CODES * 2),
    starts: layout.room(KERNEL_CODES * 4),
    candidates: layout.room(KERNEL_CODES * 4),
  };
  return [layout, at];
}

/** The inner loops of one reading and its index as machine code, about twice as fast as those in TypeScript. */
export class Kernel {
  private readonly window: Uint16Array;
  private readonly places: KernelPlaces;
  private readonly ear: Ear;
  private readonly shifts: Readonly<Record<'pairs' | 'triples' | 'fours' | 'halves', number>>;
  private readonly loops: Machine['loops'];
  private readonly bytes: Buffer;
  private readonly state: Int32Array;
  private readonly called: Int32Array;
  /** How many units the text has that was surveyed last. */
  private surveyed = 0;
  readonly units: Uint16Array;
  readonly codes: Uint16Array;
  readonly starts: Int32Array;
  readonly tallies: Int32Array;
  /** The units of the text that was surveyed where letters begin or halves may stand. */
  readonly sites: Int32Array;

  private constructor(
    { loops, buffer }: Machine,
    private readonly at: Addresses,
    { pairs, triples, fours }: PackedIndex,
    { ear = NO_EAR, triggers = NO_TRIGGERS }: KernelOptions,
  ) {
    this.loops = loops;
    this.ear = ear;
    this.shifts = {
      pairs: shiftFor(pairs),
      triples: shiftFor(triples),
      fours: shiftFor(fours),
      halves: shiftFor(ear.halves),
    };
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
    this.places = { candidates: new Int32Array(buffer, at.candidates, KERNEL_CODES), count: 0 };
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

  /**
   * Notes where sequences may begin among the first codes of the text; by ear, after the survey of its units, only
   * those of two codes that can be a disguise.
   */
  sieve(length: number): KernelPlaces {
    const places = this.sieveAt(this.at.codes, length);
    // Two characters that are the whole text are held to less.
    if (this.ear !== NO_EAR && length !== 2) places.count = this.doubt(places.count);
    return places;
  }

  private doubt(count: number): number {
    const { candidates, starts, units, rarities, weights, tallies } = this.at;
    const { needed, oddness, reach, few } = this.ear.doubts;
    return this.loops.doubt(
      candidates,
      count,
      starts,
      units,
      this.surveyed,
      rarities,
      weights,
      tallies,
      needed,
      oddness,
      reach,
      few,
    );
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
    return this.places;
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
