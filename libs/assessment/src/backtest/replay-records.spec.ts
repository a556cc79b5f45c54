import { describe, expect, it } from '@jest/globals';
import type { Assessment, FeedRecord, Signal } from '@risk/domain';
import { assessment, feedRecord, signal, VERSION } from '../testing/judged.js';
import { NOTHING_REPLAYED, joinReplayed, replayRecords } from './replay-records.js';

const NO_READING = {
  words: { signals: [], hits: [], annualYield: null, suppressedAt: () => null },
  guesses: [],
};

/** A judge that says of a record what its text asks for. */
function judgeSaying(
  say: (text: string) => Partial<Assessment>,
  lexicon = VERSION.lexicon,
  read: string[] = [],
) {
  const textOf = (record: FeedRecord): string => String((record.payload as { text?: string }).text);
  return {
    version: { ...VERSION, lexicon },
    readAll: (records: readonly FeedRecord[]) => {
      read.push(lexicon);
      return records.map(() => NO_READING);
    },
    verdictOn: (record: FeedRecord) => assessment([], say(textOf(record))),
  };
}

const stored = (...texts: string[]) =>
  texts.map((text, n) => ({
    recordId: String(n),
    record: feedRecord('complaint', String(n), { payload: { text } }),
  }));
const loud = (...signals: Signal[]): Partial<Assessment> => ({ tier: 'yellow', signals });

describe('replaying records', () => {
  const base = judgeSaying((text) => (text === '甲' ? loud(signal('a'), signal('b')) : {}));
  const candidate = judgeSaying((text) => (text === '乙' ? loud(signal('b')) : {}));

  it('counts tiers, moves and codes under both', () => {
    const replayed = replayRecords(stored('甲', '乙', '丙'), base, candidate);
    expect(replayed).toMatchObject({
      records: 3,
      moved: 2,
      tiers: { yellow: { base: 1, candidate: 1 }, none: { base: 2, candidate: 2 } },
    });
    expect(Object.fromEntries(replayed.codes)).toEqual({
      a: { base: 1, candidate: 0 },
      b: { base: 1, candidate: 1 },
    });
  });

  it('keeps the verdicts of records that count under either', () => {
    const { verdicts } = replayRecords(stored('甲', '乙', '丙'), base, candidate);
    const codes = verdicts.map(([id, one, other]) => [
      id,
      one.signals.map((s) => s.code),
      other.signals.map((s) => s.code),
    ]);
    expect(codes).toEqual([
      ['0', ['a', 'b'], []],
      ['1', [], ['b']],
    ]);
  });

  it('counts no suppressed signal, and a code once a record', () => {
    const said = loud(signal('a'), signal('a'), signal('x', { suppressed: '警示' }));
    const judge = judgeSaying(() => said);
    const { codes } = replayRecords(stored('甲'), judge, judge);
    expect([...codes]).toEqual([['a', { base: 1, candidate: 1 }]]);
  });

  it('reads once what both read alike, and twice what they do not', () => {
    const read: string[] = [];
    const [one, other] = [judgeSaying(() => ({}), 'l1', read), judgeSaying(() => ({}), 'l2', read)];
    replayRecords(stored('甲'), one, one);
    expect(read.splice(0)).toEqual(['l1']);
    replayRecords(stored('甲'), one, other);
    expect(read).toEqual(['l1', 'l2']);
  });

  it('tells verdicts apart that differ in more than their codes', () => {
    const other = judgeSaying((text) =>
      text === '甲' ? loud(signal('a', { scheme: 'other' }), signal('b')) : {},
    );
    const [[, one, two] = []] = replayRecords(stored('甲'), base, other).verdicts;
    expect([one?.signals[0]?.scheme, two?.signals[0]?.scheme]).toEqual([
      'illegal-fundraising',
      'other',
    ]);
  });

  it('adds up stretch by stretch', () => {
    const whole = replayRecords(stored('甲', '乙', '丙'), base, candidate);
    const parts = [stored('甲'), stored('乙'), stored('丙')].map((s) =>
      replayRecords(s, base, candidate),
    );
    const { verdicts: _all, ...sums } = whole;
    expect(parts.reduce(joinReplayed, NOTHING_REPLAYED)).toEqual({ ...sums, verdicts: [] });
  });
});
