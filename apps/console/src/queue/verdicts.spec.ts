import { describe, expect, it } from '@jest/globals';
import { becauseOf, VERDICTS } from './verdicts.js';

describe('a verdict', () => {
  it('is there once, with no more reasons than digits', () => {
    expect(new Set(VERDICTS.map(({ kind }) => kind)).size).toBe(VERDICTS.length);
    for (const { reasons } of VERDICTS) {
      expect(reasons.length).toBeLessThan(10);
      expect(new Set(reasons).size).toBe(reasons.length);
    }
  });

  it.each([
    ['同名主体', '经电话核实', '同名主体；经电话核实'],
    ['同名主体', '  ', '同名主体'],
    [undefined, ' 经电话核实 ', '经电话核实'],
    [undefined, undefined, ''],
  ])('because of %j and %j is %j', (reason, note, because) => {
    expect(becauseOf(reason, note)).toBe(because);
  });
});
