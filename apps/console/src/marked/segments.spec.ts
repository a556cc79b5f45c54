import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { MARK_KINDS, segmentsOf, strongestOf, titleOf, type MarkedSpan } from './segments.js';

const span = (from: number, to: number, kind: MarkedSpan['kind'] = 'hit'): MarkedSpan => ({
  ...{ from, to, kind },
  title: `${kind} ${from}-${to}`,
});
const cut = (text: string, spans: readonly MarkedSpan[]) =>
  segmentsOf(text, spans).map((one) => [one.text, strongestOf(one.spans)]);

describe('a marked text', () => {
  it.each<[string, string, MarkedSpan[], [string, string | null][]]>([
    ['without marks is one piece', '保本', [], [['保本', null]]],
    ['that is empty has no piece', '', [span(0, 1)], []],
    [
      'is cut where a mark begins and ends',
      '承诺保本保息',
      [span(2, 4)],
      [
        ['承诺', null],
        ['保本', 'hit'],
        ['保息', null],
      ],
    ],
    [
      'shows the stronger where two overlap',
      '不承诺保本',
      [span(0, 3, 'cue'), span(1, 5, 'hit')],
      [
        ['不', 'cue'],
        ['承诺', 'hit'],
        ['保本', 'hit'],
      ],
    ],
    [
      'leaves out marks beyond it',
      '保本',
      [span(1, 9), span(5, 7)],
      [
        ['保', null],
        ['本', 'hit'],
      ],
    ],
  ])('%s', (_says, text, spans, pieces) => {
    expect(cut(text, spans)).toEqual(pieces);
  });

  it('says everything that overlaps, each once', () => {
    const [piece] = segmentsOf('保本', [span(0, 2), span(0, 2), span(0, 2, 'yield')]);
    expect(titleOf(piece?.spans ?? [])).toBe('hit 0-2\nyield 0-2');
  });

  it('loses and invents no character, whatever the marks', () => {
    const spans = fc.array(
      fc.record({
        from: fc.integer({ min: -3, max: 30 }),
        to: fc.integer({ min: -3, max: 30 }),
        kind: fc.constantFrom(...MARK_KINDS),
        title: fc.string(),
      }),
    );
    fc.assert(
      fc.property(fc.string({ maxLength: 20 }), spans, (text, marks) => {
        const pieces = segmentsOf(text, marks);
        expect(pieces.map((one) => one.text).join('')).toBe(text);
        for (const { from, text: said, spans: over } of pieces)
          for (let at = from; at < from + said.length; at++)
            expect(over).toHaveLength(marks.filter((m) => m.from <= at && m.to > at).length);
      }),
    );
  });
});
