import { describe, expect, it } from '@jest/globals';
import { sayWhyNot } from './say-why-not.js';

const near = {
  rule: 'AD-YIELD-HIGH',
  title: '高收益',
  dimension: 'inducement',
  weight: 30,
  elements: [],
  scheme: null,
  halfLifeDays: null,
  lacking: 1,
  held: ['出现“稳赚”'],
  lacks: ['折合年化收益为8%，要求不少于10%'],
  says: '差一步：AD-YIELD-HIGH 高收益（已有：出现“稳赚”；缺：折合年化收益为8%，要求不少于10%）',
  score: 52.04,
} as const;

describe('为什么没有更高', () => {
  it('says what is lacking to the next tier, and what came nearest', () => {
    const story = {
      record: {
        score: 34.5,
        tier: 'blue',
        next: { tier: 'yellow', from: 40, points: 5.5 },
        nearest: [near],
      },
      entities: [{ id: '1', name: '甲公司', score: 88, tier: 'red', next: null, nearest: [] }],
    } as const;
    expect(sayWhyNot(story)).toEqual([
      '7. 为什么没有更高',
      '   本条：按现行版本 34.5 分，距黄色预警（40 分）还差 5.5 分',
      '   · 差一步：AD-YIELD-HIGH 高收益（已有：出现“稳赚”；缺：折合年化收益为8%，要求不少于10%）；若成立，得分为 52.0',
      '   甲公司：按现行版本 88.0 分，已是最高等级',
      '   · 没有接近成立而能提高得分的规则',
    ]);
  });

  it('is silent about a record that was not judged', () => {
    expect(sayWhyNot({ record: null, entities: [] })).toEqual(['7. 为什么没有更高']);
  });
});
