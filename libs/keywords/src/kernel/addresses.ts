import type { PackedIndex } from '../packed-index.js';
import { NO_EAR, NO_TRIGGERS, type Ear, type KernelOptions } from './kernel-options.js';
import { Layout, laidOut } from './layout.js';

/** Longer texts are left to the loops in TypeScript, so that the memory never grows. */
export const KERNEL_UNITS = 1 << 16;
/** Codes may be more than units where characters spell several letters; and a search looks behind the last one. */
export const KERNEL_CODES = KERNEL_UNITS + 1024;
/** Spans up to so many codes are searched here, with what a sequence may need behind; the sieve looks three ahead. */
export const SPAN = 256;
export const AHEAD = 3;

/** How many words the state of a reading has; see loops.wat. */
export const STATE = 9;
/** A sequence that was found: its term and the places of its first and last code. */
export const FOUND = 3;
/** So many are looked up at once; one place has at most so many (see loops.wat). */
export const FOUND_AT_ONCE = 512;
export const FOUND_AT_ONE = 34;
/** One unit stands before the first; pieces begin on borders of 16 bytes. */
const BEFORE = 16;

/** Where each piece of the memory begins. */
export type Addresses = Readonly<
  Record<
    | 'state'
    | 'scratch'
    | 'window'
    | 'sets'
    | 'table'
    | 'pairs'
    | 'triples'
    | 'fours'
    | 'slots'
    | 'entries'
    | 'kinds'
    | 'halves'
    | 'rarities'
    | 'weights'
    | 'limits'
    | 'folded'
    | 'characters'
    | 'offsets'
    | 'sites'
    | 'forms'
    | 'beforeIndex'
    | 'beforeValues'
    | 'called'
    | 'tallies'
    | 'units'
    | 'codes'
    | 'starts'
    | 'candidates'
    | 'found',
    number
  >
>;

/** What loops.wat reads of the limits of doubt: three numbers, and a square of 64 bits. */
function limitsOf({ needed, reach, few, oddness }: Ear['doubts']): Int32Array {
  const limits = new Int32Array(6);
  limits.set([needed, reach, few]);
  new BigInt64Array(limits.buffer, 16, 1)[0] = BigInt(oddness) ** 2n;
  return limits;
}

/** Where each piece lies. */
export function layOut(
  table: Uint16Array,
  { pairs, triples, fours, slots, entries }: PackedIndex,
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
    slots: layout.hold(slots),
    entries: layout.hold(entries),
    kinds: layout.hold(kinds),
    halves: layout.hold(halves),
    rarities: layout.hold(doubts.rarities),
    weights: layout.hold(doubts.weights),
    limits: layout.hold(limitsOf(doubts)),
    folded: layout.hold(doubts.folded),
    characters: layout.hold(doubts.characters),
    offsets: layout.hold(doubts.offsets),
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
    found: layout.room(FOUND_AT_ONCE * FOUND * 4),
  };
  return [layout, at];
}
