import { expect, it } from '@jest/globals';
import type { LeadTimeReport } from '../api/situation.js';
import { dutyWords, leadShortly, leadWords, tierWords } from './situation-words.js';

it('tells of each tier, also of none', () => {
  expect(tierWords({ red: 1, orange: 0, yellow: 2, blue: 30 })).toBe('红 1、橙 0、黄 2、蓝 30');
});

it.each([
  [{ acknowledged: 0, inTime: 0, medianHours: null }, '期内还没有签收'],
  [{ acknowledged: 8, inTime: 6, medianHours: 1.26 }, '按时 75%（6/8），中位 1.3 小时'],
])('how duties stand: %j', (some, words) => {
  expect(dutyWords({ owed: 0, overdue: 0, ...some })).toBe(words);
});

const NONE = { median: null, lowerQuartile: null, upperQuartile: null, n: 0 };
const REST = { negative: 0, unknown: 0, missed: 0 };

it.each([
  [{ ...NONE, ...REST }, '已确认的案件里还没有能算提前量的'],
  [{ ...NONE, ...REST, unknown: 3 }, '已确认的案件里还没有能算提前量的；3 件不知何时爆雷'],
  [
    { median: 41, lowerQuartile: 20, upperQuartile: 66, n: 12, negative: 1, missed: 2, unknown: 0 },
    '期内爆雷的 12 件，四分位 20–66 天；其中 1 件晚于爆雷；另有 2 件没有预警',
  ],
])('the lead of %j', (leadTime, words) => {
  expect(leadWords({ leadTime } as LeadTimeReport)).toBe(words);
});

it.each([
  [{ ...NONE, ...REST }, false, '一年内还没有能算的案件'],
  [{ ...NONE, ...REST, median: 41, n: 12 }, true, '首次预警到爆雷，一年内 12 件的中位数（样例）'],
])('the lead of %j in short', (leadTime, samples, words) => {
  expect(leadShortly({ leadTime, samples } as LeadTimeReport)).toBe(words);
});
