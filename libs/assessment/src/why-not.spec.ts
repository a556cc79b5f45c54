import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { NO_FACTS, type FeedRecord, type Signal } from '@risk/domain';
import { compileRules } from '@risk/rules';
import { compileScoring, type AgedSignal } from '@risk/scoring';
import { parse } from 'yaml';
import { createIndexing } from './index-entity.js';
import type { KeywordVerdict } from './judge-record.js';
import { createWhyNot } from './why-not.js';

const yaml = (path: string): unknown => parse(readFileSync(path, 'utf8'));
const rules = compileRules(
  readdirSync('config/rules').map((name) => ({ name, content: yaml(`config/rules/${name}`) })),
);
const scoring = compileScoring(yaml('config/scoring.yaml'));
const version = { lexicon: 'L', rules: 'R', model: 'M', scoring: 'S' };
const indexOf = createIndexing({ rules, scoring, version });
const SILENT: KeywordVerdict = {
  signals: [],
  hits: [],
  annualYield: null,
  suppressedAt: () => null,
};
const whyNotWith = (words: KeywordVerdict = SILENT) =>
  createWhyNot({ keywords: { judgeTexts: () => [words] }, rules, scoring, indexOf });

const AT = new Date('2026-11-02T09:00:00+08:00');
const advertisement = (text: string) =>
  ({ feed: 'advertisement', payload: { text }, occurredAt: AT }) as FeedRecord;
const promised: KeywordVerdict = {
  ...SILENT,
  annualYield: {
    percent: 8,
    because: '年化8%',
    evidence: { field: 'text', start: 0, end: 4, quote: '年化8%' },
  },
};

describe('why a record has no higher score', () => {
  it('names the rule that lacked one thing, with the score that it would have given', () => {
    const record = advertisement('年化8%，投资理财');
    const near = whyNotWith(promised).record(record, { score: 0, signals: [] }, 99);
    const yielded = near.find(({ rule }) => rule === 'AD-YIELD-VERY-HIGH');
    expect(yielded).toMatchObject({
      lacking: 1,
      lacks: ['折合年化收益为8%，要求大于10%'],
      score: scoring.scoreRecord([{ ...yielded!, code: 'AD-YIELD-VERY-HIGH', suppressed: null }])
        .score,
    });
    expect(near.map(({ lacking }) => lacking)).toEqual(
      near.map(({ lacking }) => lacking).sort((a, b) => a - b),
    );
  });

  it('leaves out what would add nothing to what stands already', () => {
    const record = advertisement('年化8%，投资理财');
    const inducement = { dimension: 'inducement', weight: 100, suppressed: null } as Signal;
    const full = (['compliance', 'inducement', 'spread', 'complaint', 'relation'] as const).map(
      (dimension) => ({ ...inducement, dimension, code: `X-${dimension}` }),
    );
    const { score } = scoring.scoreRecord(full.map((one) => ({ ...one, elements: [] })));
    const near = whyNotWith(promised).record(record, { score, signals: full }, 99);
    expect(near).toEqual([]);
  });

  it('gives no more than asked for, and nothing of a record that nothing speaks against', () => {
    const asked = whyNotWith(promised);
    expect(asked.record(advertisement('年化8%，投资'), { score: 0, signals: [] }, 2)).toHaveLength(
      2,
    );
    expect(whyNotWith().record(advertisement('全场八折'), { score: 0, signals: [] }, 9)).toEqual(
      [],
    );
  });
});

describe('why an entity has no higher index', () => {
  const unpaid: AgedSignal = {
    code: 'CP-WITHDRAW',
    dimension: 'complaint',
    weight: 40,
    because: '不能提现',
    elements: [],
    scheme: null,
    halfLifeDays: 90,
    occurredAt: new Date(AT.getTime() - 86_400_000),
    times: 2,
    persons: 2,
  };
  const entity = { name: '甲', uscc: null, signals: [unpaid], facts: NO_FACTS };

  it('names the rules about the whole that came near, and the index with them', () => {
    const near = whyNotWith().entity(entity, AT, 99);
    const before = indexOf(entity, AT).score;
    expect(near.map(({ rule }) => rule)).toContain('EN-AD-AND-COMPLAINT');
    expect(near.every(({ score }) => score > before)).toBe(true);
  });

  it('has no answer where nothing is carried', () => {
    expect(whyNotWith().entity({ ...entity, signals: [] }, AT, 9)).toEqual([]);
  });
});
