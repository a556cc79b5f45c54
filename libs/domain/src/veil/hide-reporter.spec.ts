import { describe, expect, it } from '@jest/globals';
import { assessment, feedRecord, mention, signal } from '../../../assessment/src/testing/judged.js';
import { hideReporter } from './hide-reporter.js';

const reporter = { name: '王举报', phone: '13900001111' };
const TEXT = '我叫王举报，家住北湖区幸福路8号，鑫源公司承诺月息3%，回电13900001111';
const at = (words: string) => ({
  field: 'text',
  start: TEXT.indexOf(words),
  end: TEXT.indexOf(words) + words.length,
  quote: words,
});
const told = {
  record: feedRecord('complaint', '1', {
    payload: {
      text: TEXT,
      targets: [{ name: '鑫源公司', phone: '13900001111' }],
      附记: { 联系: [13900001111, '王举报'] },
    },
  }),
  assessment: assessment([
    signal('a', { because: '来件称“月息3%”', evidence: at('月息3%') }),
    signal('b', { because: '来件写有“幸福路8号”', evidence: at('北湖区幸福路8号，鑫源') }),
    signal('c', { because: '王举报的电话 139-0000-1111', evidence: null }),
    signal('d', { evidence: { field: 'amount', start: 0, end: 3, quote: '王举报' } }),
  ]),
  mentions: [
    mention(['name:鑫源公司', 'phone:13900001111'], { because: '电话13900001111相同' }),
    mention(['name:王举报']),
    mention(['phone:13900001111']),
    mention(['name:幸福路8号'], {
      mention: { name: '幸福路8号', uscc: null, ...at('幸福路8号') },
    }),
  ],
};

describe('a record behind the veil', () => {
  const hidden = hideReporter(told, reporter);
  const text = '我叫＊＊＊，家住＊＊＊＊＊＊＊＊，鑫源公司承诺月息3%，回电＊＊＊＊＊＊＊＊＊＊＊';

  it('says nothing of the reporter in any field; what it said goes to the vault', () => {
    expect(hidden.record.payload).toEqual({
      text,
      targets: [{ name: '鑫源公司', phone: '＊'.repeat(11) }],
      附记: { 联系: ['＊'.repeat(11), '＊＊＊'] },
    });
    expect(hidden.original['text']).toBe(TEXT);
    expect(Object.keys(hidden.original)).toEqual(['text', 'targets', '附记']);
  });

  it('keeps its verdict: score, spans and quotes that are exactly their slices', () => {
    const { signals, ...rest } = hidden.assessment;
    expect(rest).toEqual({ ...told.assessment, signals: undefined });
    expect(signals.map(({ code, weight }) => [code, weight])).toEqual([
      ['a', 40],
      ['b', 40],
      ['c', 40],
      ['d', 40],
    ]);
    expect(signals[0]).toEqual(told.assessment.signals[0]);
    for (const { evidence } of signals.slice(0, 2))
      expect(evidence!.quote).toBe(text.slice(evidence!.start, evidence!.end));
    expect(signals[2]!.because).not.toMatch(/王举报|1111/);
    expect(signals[3]!.evidence!.quote).toBe('＊＊＊');
  });

  it('is about the firm alone, known by nothing of the reporter', () => {
    expect(hidden.mentions.map(({ keys, because }) => [keys, because])).toEqual([
      [[{ kind: 'name', value: '鑫源公司' }], '电话＊＊＊＊＊＊＊＊＊＊＊相同'],
    ]);
  });

  it('without anything to hide is the very same', () => {
    const plain = { ...told, record: feedRecord('complaint', '1', { payload: { text: '甲' } }) };
    const same = hideReporter(plain, reporter);
    expect(same.assessment).toBe(plain.assessment);
    expect(same.record).toBe(plain.record);
    expect(same.original).toEqual({});
  });

  it('of a registration is none: firms and their people stand in a public register', () => {
    const firm = { ...told, record: feedRecord('registration', '1', { payload: { name: '甲' } }) };
    expect(hideReporter(firm, reporter).record).toBe(firm.record);
  });
});
