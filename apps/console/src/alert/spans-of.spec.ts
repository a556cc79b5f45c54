import { describe, expect, it } from '@jest/globals';
import type { MarkedPlace } from '../api/alert-evidence.js';
import { cueIn, spansOf, suppressionWords, toldPlaces } from './spans-of.js';

const place = (more: Partial<MarkedPlace> = {}): MarkedPlace => ({
  ...{ start: 2, end: 4, engine: 'keywords', code: 'g', title: '许诺保本', term: null },
  ...{ transforms: [], confidence: 1, suppressed: null },
  ...more,
});

describe('a place in a text', () => {
  it.each<[string, Partial<MarkedPlace>, string, string]>([
    ['that counts', {}, 'hit', '许诺保本'],
    [
      'behind a homophone',
      { term: '保本', transforms: ['homophone'], confidence: 0.9 },
      ...(['hit', '许诺保本（读作“保本”：谐音，把握 90%）'] as const),
    ],
    [
      'split and with signs in between',
      { term: '保本', transforms: ['split', 'noise'], confidence: 0.92 },
      ...(['hit', '许诺保本（读作“保本”：拆字、夹杂符号，把握 92%）'] as const),
    ],
    ['that is a figure', { engine: 'numbers' }, 'yield', '许诺保本'],
    ['that a rule rests on', { engine: 'rules' }, 'rule', '许诺保本'],
  ])('%s is marked as what it is', (_says, more, kind, title) => {
    expect(spansOf([place(more)])).toEqual([{ from: 2, to: 4, kind, title }]);
  });

  it('that does not count says why, and its cue is marked beside it', () => {
    expect(spansOf([place({ suppressed: 'warning text 谨防 at 0-2' })])).toEqual([
      {
        ...{ from: 2, to: 4, kind: 'suppressed' },
        title: '许诺保本；处于警示宣传语“谨防”的语境，不计分',
      },
      { from: 0, to: 2, kind: 'cue', title: '警示宣传语“谨防”：其后或所在的词语不计分' },
    ]);
  });
});

describe('a cue', () => {
  it.each([
    ['negation 不承诺 at 3-6', { kind: '否定语', quote: '不承诺', from: 3, to: 6 }],
    ['quotation 《 at 0-1', { kind: '书名号', quote: '《', from: 0, to: 1 }],
    ['denial a at b at 1-7', { kind: '辟谣语', quote: 'a at b', from: 1, to: 7 }],
    ['licensed', null],
  ])('%s is read', (text, cue) => {
    expect(cueIn(text)).toEqual(cue);
  });

  it('that is written otherwise is told as it is', () => {
    expect(suppressionWords('licensed')).toBe('不计分：licensed');
  });
});

it('tells beside the text only what is hidden or does not count, each once', () => {
  const hidden = place({ term: '保本', transforms: ['homophone'] });
  expect(toldPlaces('谨防葆本', [place(), hidden, hidden])).toEqual([
    '“葆本”：许诺保本（读作“保本”：谐音）',
  ]);
});
