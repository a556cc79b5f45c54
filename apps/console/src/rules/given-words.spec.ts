import { expect, it } from '@jest/globals';
import { templateWords } from './field-words.js';
import { givenWords } from './given-words.js';

const NOTHING = { record: {}, hits: {}, annualYieldPercent: null, signals: [] };

it.each<[string, object, string[]]>([
  ['nothing', {}, ['（什么也没有）']],
  [
    'fields, also those within others',
    {
      record: { text: '购买矿机', advertiser: { name: '某公司' }, targets: [{ name: '甲' }, '乙'] },
    },
    ['正文：购买矿机', '广告主：某公司', '被反映对象：甲、乙'],
  ],
  [
    'what is known of the firm',
    { entity: { complaints: { d30: 4 }, samePhone: 2 } },
    ['主体的近30天投诉举报件数：4', '主体的同电话的其他主体数：2'],
  ],
  [
    'yes and no, words and a yield',
    {
      record: { annualReport: { hasWebsite: true } },
      hits: { x: ['保本'] },
      annualYieldPercent: 24,
    },
    ['是否有网站：是', '词语 x：保本', '折合年化 24%'],
  ],
])('an example gives %s', (_says, given, words) => {
  expect(givenWords({ ...NOTHING, ...given })).toEqual(words);
});

it.each([
  ['宣称“{quotes}”，折合年化{yield}', '宣称“〔各处原文〕”，折合年化〔折合年化〕'],
  ['同一电话登记了{entity.samePhone}个主体', '同一电话登记了〔同电话的其他主体数〕个主体'],
  ['没有名字的 {other}', '没有名字的 {other}'],
])('the template %s is read as %s', (template, words) => {
  expect(templateWords(template)).toBe(words);
});
