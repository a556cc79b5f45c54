import { describe, expect, it } from '@jest/globals';
import type { Assessment, RiskIndex } from '@risk/domain';
import type { Explanation } from '@risk/store';
import { storyOf } from './explain.js';

const AT = new Date('2026-11-02T01:00:00Z');
const weights = { compliance: 0.6, inducement: 0.8, spread: 0.6, complaint: 0.9, relation: 0.6 };
const tiers = { red: 80, orange: 60, yellow: 40, blue: 20 };
const none = { illegality: false, publicity: false, inducement: false, sociality: false };
const version = { lexicon: 'L', rules: 'R', model: 'M', scoring: 'S1' };
const dimensions = { compliance: 0, inducement: 0, spread: 0, complaint: 0, relation: 0 };

const assessment: Assessment = {
  score: 40,
  tier: 'yellow',
  categories: [],
  dimensions,
  elements: none,
  annualYieldPercent: null,
  signals: [],
  version,
};
const index: RiskIndex = {
  score: 12,
  tier: 'none',
  dimensions,
  elements: none,
  scheme: 'none',
  reasons: [],
  missing: [],
  weights,
  cuts: { ...tiers, orange: 66.6 },
  suppressed: {
    entry: '甲银行',
    owner: '李科长',
    reason: '持牌',
    until: '2027-01-01',
    signals: 3,
    scoreWithout: 71,
  },
  version,
};
const told = (entityIndex: RiskIndex | null): Explanation => ({
  record: {
    id: '1',
    feed: 'complaint',
    source: 's',
    sourceId: 'c1',
    door: 'http',
    origin: {},
    fingerprint: 'f',
    occurredAt: AT,
    receivedAt: AT,
    current: true,
    sample: false,
    reporterKept: false,
    payload: {},
  },
  assessment,
  entities: [
    {
      id: '1',
      name: '甲银行',
      uscc: null,
      provisional: true,
      role: 'target',
      confidence: 1,
      because: '文中写明',
      score: 12,
      tier: 'none',
      person: null,
      index: entityIndex,
    },
  ],
  alerts: [],
});
const story = (entityIndex: RiskIndex | null, inForce = 'S1'): string =>
  storyOf(told(entityIndex), { version: inForce, weights, tiers }).join('\n');

describe('risk explain', () => {
  it('prints what a record was measured by, and what each index was', () => {
    const lines = story(index);
    expect(lines).toMatch(/3\. 评估.*\n.*衡量标准：维度权重 .*投诉举报 0\.9.*橙色预警 60 分起/);
    expect(lines).toMatch(/4\. 主体.*\n.*衡量标准：维度权重 .*橙色预警 66\.6 分起/);
  });

  it('names the licence that took signals out of an index, and the score without it', () => {
    expect(story(index)).toMatch(/不计：已登记的持牌机构“甲银行”.*3 种信号不计；如计入为 71\.0 分/);
  });

  it('does not pass the scale in force for the one that measured a record', () => {
    expect(story(null, 'S2')).toMatch(/评分版本 S1，不是现行版本 S2/);
    expect(story(null, 'S2')).not.toMatch(/橙色预警/);
  });
});
