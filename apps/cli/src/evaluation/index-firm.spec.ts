import { beforeAll, describe, expect, it } from '@jest/globals';
import { loadJudge, type LoadedJudge } from '../load-judge.js';
import { firmIndexer, type IndexFirm } from './index-firm.js';

const AT = new Date('2026-10-12T00:00:00+08:00');

const reportOf = (year: number, over: Record<string, unknown> = {}) => ({
  occurredAt: new Date(`${year + 1}-06-30T00:00:00+08:00`),
  payload: {
    event: 'annual-report' as const,
    name: '虚构甲中心',
    annualReport: {
      year: String(year),
      employees: 0,
      employeesDisclosed: '否',
      hasWebsite: '否',
      investsOutside: '是',
      ...over,
    },
  },
});

describe('the index of a firm from its year reports', () => {
  let loaded: LoadedJudge;
  let indexFirm: IndexFirm;
  beforeAll(async () => {
    loaded = await loadJudge('./config');
    indexFirm = firmIndexer(loaded);
  });

  it('is none without records', () => {
    expect(indexFirm([], AT)).toBe(0);
  });

  it('rises with each year that tells the same', () => {
    const years = [2023, 2024, 2025].map((year) => reportOf(year));
    const scores = [1, 2, 3].map((n) => indexFirm(years.slice(0, n), AT));
    expect(scores).toEqual([...scores].sort((a, b) => a - b));
    expect(new Set(scores).size).toBe(3);
  });

  it.each<[string, Record<string, unknown>]>([
    ['a partnership', {}],
    ['a branch', { investsOutside: undefined }],
    ['a company that others hold', { equityTransferred: '否' }],
  ])('stays below blue on year reports alone, be they of twelve years: %s', (_name, over) => {
    const years = Array.from({ length: 12 }, (_, i) => reportOf(2014 + i, over));
    const score = indexFirm(years, AT);
    expect(score).toBeGreaterThan(0);
    expect(score).toBeLessThan(loaded.tiers.blue);
  });

  it('says nothing of a household, whatever it reports', () => {
    expect(indexFirm([reportOf(2015, { householdFunds: 50_000 })], AT)).toBe(0);
  });

  it('adds what courts, news and the tax office know', () => {
    const told = { court: { judgments: 5 }, news: { negative: 2 }, tax: { lateFees: 4 } };
    const background = { occurredAt: AT, payload: { name: '虚构甲中心', ...told } };
    const alone = indexFirm([background], AT);
    expect(alone).toBeGreaterThan(0);
    expect(indexFirm([reportOf(2025), background], AT)).toBeGreaterThan(alone);
  });
});
