import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { HeardReading } from '../disguise/heard-reading.js';
import { SEVERAL, meantBy } from '../disguise/hearing.js';
import { listeningKernel, type PackedDisguise } from '../disguise/disguise-scanner.js';
import { oddnessWeight } from '../disguise/plausibility.js';
import { QuickLook } from '../disguise/quick-look.js';
import { Survey } from '../disguise/survey.js';
import { packTerms } from '../packed-terms.js';
import { Reading } from '../reading.js';
import { foldedCodes, foldedTable } from '../symbols.js';
import { TermIndex } from '../term-index.js';
import { KERNEL_UNITS } from './addresses.js';
import { Kernel } from './kernel.js';

const WORDS = ['保本', '高息', '高收益', '保本高息', '稳赚不赔', '零风险', '保本高收益', '收益高'];
const packed = packTerms(WORDS.map((term) => ({ term, homophone: true })));

const piece = fc.constantFrom(
  ...'保本高息收益稳赚不赔零风险的葆夲镐媳氵女子亻呆'.split(''),
  ...[
    'bao',
    'B',
    'ｂ',
    '𝐛',
    '0',
    '〇',
    '.',
    '，',
    ' ',
    '\n',
    '😀',
    '🀄',
    '🄰',
    '🅱',
    '\ud83c',
    '\u200b',
    '𠮷',
    '\ud83d',
    '\udc00',
  ],
  ...['㎏', '㈱', '\ufdfa', '虛', '髙'],
);
const text = fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join(''));

type Found = readonly (readonly [term: number, first: number, last: number])[];
function foundBy(index: TermIndex, reading: Reading): Found {
  const found: (readonly [number, number, number])[] = [];
  index.search(reading.codes, reading.length, (...hit) => found.push(hit));
  return found;
}
const spelt = ({ codes, starts, length, markedFrom, markedTo }: Reading): unknown => ({
  codes: Array.from(codes.subarray(0, length + 3)),
  starts: Array.from(starts.subarray(0, length)),
  markedFrom,
  markedTo,
});

type Hit = Found[number];

/** Weighs what sounds like a term as the scanner does before it looks closer. */
class Doubting {
  private readonly look = new QuickLook();

  constructor(
    private readonly packed: PackedDisguise,
    private readonly reading: HeardReading,
    private readonly survey: Survey,
  ) {}

  believes(hit: Hit, believed: number): boolean {
    const [term, first, last] = hit;
    const { reading, survey, packed } = this;
    const run = { first, last, characters: packed.characters, from: packed.offsets[term] ?? 0 };
    const oddness = survey.around(reading.startOf(first), reading.endOf(last));
    const most = this.look.mostOf(reading, run);
    return most > -Infinity && most >= believed - oddnessWeight(oddness);
  }

  /** Whether each of the codes stands for one syllable; else the loops leave the place to the host. */
  isWeighed([, first, last]: Hit): boolean {
    const codes = this.reading.codes.subarray(first, last + 1);
    const next = this.reading.codes[first + 2] ?? 0;
    return [...codes, next].every((code) => (code & SEVERAL) === 0);
  }
}

describe('the compiled loops do what those in TypeScript do', () => {
  it('when they fold and look for terms', () => {
    const kernel = Kernel.for(foldedTable(), packed.folded!);
    expect(kernel).not.toBeNull();
    const fast = new Reading(foldedTable(), foldedCodes, kernel);
    const plain = new Reading(foldedTable(), foldedCodes);
    const quick = new TermIndex(packed.folded!, undefined, kernel);
    const slow = new TermIndex(packed.folded!);
    fc.assert(
      fc.property(text, (sample) => {
        fast.read(sample);
        plain.read(sample);
        expect(spelt(fast)).toEqual(spelt(plain));
        expect(foundBy(quick, fast)).toEqual(foundBy(slow, plain));
      }),
      { numRuns: 2000 },
    );
  });

  it.each([-3, 0, 2, 4])(
    'when they listen, survey what is there and doubt what cannot be a disguise (%d)',
    (believed) => {
      const disguise = packed.disguised!;
      const several = { bit: SEVERAL, meantBy };
      const kernel = listeningKernel(disguise, believed);
      const fast = new HeardReading(kernel);
      const plain = new HeardReading();
      const quick = new TermIndex(disguise.index, several, kernel);
      const slow = new TermIndex(disguise.index, several);
      const surveyed = new Survey(kernel);
      const survey = new Survey();
      const doubting = new Doubting(disguise, plain, survey);
      fc.assert(
        fc.property(text, fc.nat(60), fc.nat(60), (sample, from, to) => {
          fast.read(sample);
          plain.read(sample);
          expect(spelt(fast)).toEqual(spelt(plain));
          surveyed.begin(sample);
          survey.begin(sample);
          const [start, end] = [from, to].map((at) => Math.min(at, sample.length)).sort(byValue);
          expect(surveyed.around(start!, end!)).toBe(survey.around(start!, end!));
          expect(sitesOf(surveyed)).toEqual(sitesOf(survey));
          // What is said is counted in whole parts there, rounded towards yes; what stands for several is not weighed.
          const found = foundBy(quick, fast);
          const sound = foundBy(slow, plain);
          expect(sound).toEqual(expect.arrayContaining([...found]));
          const must = sound.filter((hit) => doubting.believes(hit, believed));
          expect(found).toEqual(expect.arrayContaining(must));
          const single = found.filter((hit) => doubting.isWeighed(hit));
          expect(single.filter((hit) => !doubting.believes(hit, believed - 0.1))).toEqual([]);
        }),
        { numRuns: 1000 },
      );
    },
  );

  it('when more begins alike than they look through, and more is found than they hold at once', () => {
    const ends = Array.from('甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥');
    const many = packTerms(
      [...ends.map((end) => `保本高${end}`), ...WORDS].map((term) => ({ term, homophone: true })),
    );
    const long = ends
      .map((end) => `保本高${end}，葆本高${end}息，保夲`)
      .join('')
      .repeat(40);
    const kernel = Kernel.for(foldedTable(), many.folded!);
    const folded = new Reading(foldedTable(), foldedCodes, kernel);
    folded.read(long);
    const found = foundBy(new TermIndex(many.folded!, undefined, kernel), folded);
    expect(found.length).toBeGreaterThan(1000);
    expect(found).toEqual(foundBy(new TermIndex(many.folded!), folded));

    const disguise = many.disguised!;
    const several = { bit: SEVERAL, meantBy };
    const ear = listeningKernel(disguise, -100);
    const heard = new HeardReading(ear);
    const survey = new Survey(ear);
    heard.read(long);
    survey.begin(long);
    const sounding = foundBy(new TermIndex(disguise.index, several), heard);
    const doubting = new Doubting(disguise, heard, survey);
    const taken = new Set(foundBy(new TermIndex(disguise.index, several, ear), heard).map(String));
    const must = sounding.filter((hit) => doubting.believes(hit, -100)).map(String);
    expect(must.length).toBeGreaterThan(1000);
    expect(must.filter((hit) => !taken.has(hit))).toEqual([]);
    const may = new Set(sounding.map(String));
    expect([...taken].filter((hit) => !may.has(hit))).toEqual([]);
  });

  it('and leave texts that do not fit to those', () => {
    const kernel = Kernel.for(foldedTable(), packed.folded!);
    const reading = new Reading(foldedTable(), foldedCodes, kernel);
    for (const sample of ['保本'.repeat(KERNEL_UNITS), '\ufdfa'.repeat(KERNEL_UNITS / 2), '保本']) {
      const plain = new Reading(foldedTable(), foldedCodes);
      reading.read(sample);
      plain.read(sample);
      expect(reading.length).toBe(plain.length);
      expect(reading.codes.subarray(0, reading.length)).toEqual(
        plain.codes.subarray(0, plain.length),
      );
    }
  });
});

const sitesOf = ({ sites, count }: Survey): readonly number[] =>
  Array.from({ length: count }, (_, i) => sites[i] ?? -1);

const byValue = (a: number, b: number): number => a - b;
