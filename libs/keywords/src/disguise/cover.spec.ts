import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Cover } from './cover.js';

const span = fc
  .tuple(fc.nat({ max: 30 }), fc.integer({ min: 1, max: 8 }))
  .map(([start, length]) => ({ start, end: start + length }));

describe('a cover', () => {
  it('says of a span whether another holds all of it, few or many', () => {
    fc.assert(
      fc.property(fc.array(span, { maxLength: 20 }), fc.array(span), (spans, asked) => {
        const cover = new Cover(spans);
        for (const { start, end } of asked)
          expect(cover.covers(start, end)).toBe(
            spans.some((one) => one.start <= start && end <= one.end),
          );
      }),
    );
  });

  it('forgets the spans of the text before', () => {
    const cover = new Cover(Array.from({ length: 20 }, (_, start) => ({ start, end: 40 })));
    expect(cover.covers(5, 9)).toBe(true);
    cover.take([]);
    expect(cover.covers(5, 9)).toBe(false);
  });
});
