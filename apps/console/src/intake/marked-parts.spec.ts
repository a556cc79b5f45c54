import { describe, expect, it } from '@jest/globals';
import type { HitSignal } from '../api/intake.js';
import { markedParts } from './marked-parts.js';

const hit = (start: number, end: number, suppressed: string | null = null): HitSignal => ({
  ...{ engine: 'keywords', because: '', weight: 1, suppressed },
  place: { field: 'text', start, end, quote: '' },
});
const shown = (signals: readonly HitSignal[], text = '保本高息入股') =>
  markedParts(text, 'text', signals).map(({ text: part, kind }) => `${kind}:${part}`);

describe('a text with its hits', () => {
  it.each<[readonly HitSignal[], string[]]>([
    [[], ['plain:保本高息入股']],
    [[hit(2, 4)], ['plain:保本', 'hit:高息', 'plain:入股']],
    [
      [hit(0, 2), hit(2, 4)],
      ['hit:保本高息', 'plain:入股'],
    ],
    [
      [hit(0, 3), hit(2, 6, '反诈宣传')],
      ['hit:保本高', 'suppressed:息入股'],
    ],
    [[hit(4, 99)], ['plain:保本高息', 'hit:入股']],
  ])('%#', (signals, parts) => {
    expect(shown(signals)).toEqual(parts);
  });

  it('of another field has none, and an empty text no parts', () => {
    expect(markedParts('保本', 'title', [hit(0, 2)])).toEqual([{ text: '保本', kind: 'plain' }]);
    expect(shown([hit(0, 2)], '')).toEqual([]);
  });
});
