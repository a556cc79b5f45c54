import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { NO_FACTS } from '@risk/domain';
import { creditCheckLetter, foldName, placesFrom, readCode } from '@risk/resolution';
import { compileRules } from '@risk/rules';
import { compileLicensed, compileScoring, type AgedSignal } from '@risk/scoring';
import { parse } from 'yaml';
import { chenzhou } from '../../resolution/src/testing/chenzhou.js';
import { createIndexing } from './index-entity.js';

const yaml = (path: string): unknown => parse(readFileSync(path, 'utf8'));
const scoring = compileScoring(yaml('config/scoring.yaml'));
const rules = compileRules(
  readdirSync('config/rules').map((name) => ({ name, content: yaml(`config/rules/${name}`) })),
);
const places = placesFrom(chenzhou);
const codeOf = (first17: string): string => first17 + creditCheckLetter(first17);
const CODE = codeOf('91431000MA4L00001');
const NAME = '郴州某某村镇银行股份有限公司';

const register = (more: object = {}) => {
  const entry = {
    ...{ name: NAME, uscc: CODE, kind: 'bank', owner: '李科长', reason: '持牌', source: '名单' },
    ...{ from: '2026-01-01', until: '2026-12-31', suppresses: 'all', ...more },
  };
  return compileLicensed(
    { name: 'licensed.yaml', content: { entries: [entry] } },
    {
      foldName: (name) => foldName(name, places).folded,
      readCode,
      neverSuppressed: scoring.neverSuppressed,
    },
  );
};
const version = { lexicon: 'L', rules: 'R', model: 'M', scoring: scoring.version };
const under = (licensed?: ReturnType<typeof register>) =>
  createIndexing({ rules, scoring, version, ...(licensed && { licensed }) });

const AT = new Date('2026-11-02T09:00:00+08:00');
const said = (code: string, persons: number, more: Partial<AgedSignal> = {}): AgedSignal => ({
  ...{ code, dimension: 'complaint', weight: 46, because: code, elements: ['sociality'] },
  ...{ scheme: 'illegal-fundraising', halfLifeDays: 120, occurredAt: AT, times: persons, persons },
  ...more,
});
const bank = { name: NAME, uscc: CODE, signals: [said('CP-WITHDRAW', 3)], facts: NO_FACTS };

describe('a licensed institution', () => {
  it('counts nothing that its entry takes out, and says what it would have been', () => {
    const without = under()(bank, AT);
    const index = under(register())(bank, AT);
    expect(without.tier).toBe('red');
    expect(index).toMatchObject({ score: 0, tier: 'none', scheme: 'none', reasons: [] });
    expect(index.elements.sociality).toBe(false);
    expect(index.suppressed).toEqual({
      ...{ entry: NAME, owner: '李科长', reason: '持牌', until: '2026-12-31' },
      signals: without.reasons.length,
      scoreWithout: without.score,
    });
  });

  it('keeps what nobody may hide, also what rules about the whole conclude from hidden signals', () => {
    const fled = {
      ...bank,
      signals: [said('CP-VANISHED', 2), said('CP-FLIGHT', 1), said('CP-AMOUNT-CRIMINAL', 1)],
      facts: { ...NO_FACTS, complaintAmount: 2_000_000, complaintPeople: 200 },
    };
    const { reasons, suppressed } = under(register())(fled, AT);
    expect(reasons.map((r) => r.code).sort()).toEqual([
      'CP-AMOUNT-CRIMINAL',
      'CP-FLIGHT',
      'EN-AMOUNT-CRIMINAL',
      'EN-FLIGHT',
      'EN-PEOPLE-CRIMINAL',
    ]);
    expect(suppressed?.signals).toBeGreaterThanOrEqual(1);
  });

  it('keeps what its entry does not list', () => {
    const listed = register({ suppresses: ['AD-NO-WARNING'] });
    expect(under(listed)(bank, AT)).toMatchObject({ tier: 'red', suppressed: null });
  });

  it.each([
    ['before its entry begins', { from: '2026-11-03' }, CODE, NAME],
    ['after it has ended', { until: '2026-11-01' }, CODE, NAME],
    ['for an impostor of the same name with another code', {}, codeOf('91431000MA4L00002'), NAME],
    ['for one whose name merely looks like it', {}, null, '郴州某某村镇银行服务有限公司'],
    ['for an impostor with a code when the entry has none', { uscc: undefined }, CODE, NAME],
  ])('has no advantage %s', (_name, more, uscc, name) => {
    const entity = { ...bank, uscc, name };
    const { version: _v, ...index } = under(register(more))(entity, AT);
    const { version: _w, ...without } = under()(entity, AT);
    expect(index).toEqual(without);
    expect(index.suppressed).toBeNull();
  });

  it('is known by its exact name as long as it has no code', () => {
    const uncoded = { ...bank, uscc: null, name: '郴州市某某村镇银行股份有限公司' };
    expect(under(register())(uncoded, AT).suppressed).not.toBeNull();
  });

  it('has an index that names the version of the register', () => {
    const licensed = register();
    expect(under(licensed)(bank, AT).version).toEqual({ ...version, licensed: licensed.version });
  });
});

describe('the cuts kept last', () => {
  const cuts = { red: 99.9, orange: 60, yellow: 40, blue: 20 };
  const kept = { at: AT, cuts, scoring: scoring.version, because: '容量' };

  it('decide the tier and stand in the index', () => {
    const index = under()(bank, AT, kept);
    expect(index).toMatchObject({ tier: 'orange', cuts, weights: scoring.weights });
    expect(index.score).toBe(under()(bank, AT).score);
  });

  it.each([
    ['none were kept', null],
    ['they belong to another scoring', { ...kept, scoring: 'another' }],
  ])('leave it to the thresholds when %s', (_name, other) => {
    expect(under()(bank, AT, other)).toMatchObject({ tier: 'red', cuts: scoring.tiers });
  });
});
