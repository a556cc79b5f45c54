import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { NO_FACTS, type EntityFacts, type Tier } from '@risk/domain';
import { compileRules, rulesFileSchema } from '@risk/rules';
import { compileScoring, type AgedSignal } from '@risk/scoring';
import { parse } from 'yaml';
import { createIndexing, type Indexable } from './index-entity.js';

const yaml = (path: string): unknown => parse(readFileSync(path, 'utf8'));
const files = readdirSync('config/rules').map((name) => ({
  name,
  content: yaml(`config/rules/${name}`),
}));
const definitions = new Map(
  files.flatMap(({ content }) =>
    rulesFileSchema.parse(content).rules.map((rule) => [rule.id, rule] as const),
  ),
);
const version = { lexicon: 'L', rules: 'R', model: 'M', scoring: 'S' };
const indexing = createIndexing({
  rules: compileRules(files),
  scoring: compileScoring(yaml('config/scoring.yaml')),
  version,
});
const index = (entity: Omit<Indexable, 'name' | 'uscc'>, at: Date) =>
  indexing({ name: '甲公司', uscc: null, ...entity }, at);

const AT = new Date('2026-11-02T09:00:00+08:00');
const daysBefore = (days: number): Date => new Date(AT.getTime() - days * 86_400_000);

/** A signal that a real rule gave some days ago. */
function gave(rule: string, days: number, persons = 1): AgedSignal {
  const { dimension, weight, elements, scheme, halfLifeDays } = definitions.get(rule)!;
  const occurredAt = daysBefore(days);
  return {
    code: rule,
    dimension,
    weight,
    because: rule,
    elements,
    scheme,
    halfLifeDays,
    occurredAt,
    times: persons,
    persons,
  };
}
const facts = (more: Partial<EntityFacts> = {}): EntityFacts => ({ ...NO_FACTS, ...more });

describe('an entity over its feeds', () => {
  it.each<[string, readonly AgedSignal[], Partial<EntityFacts>, readonly Tier[]]>([
    ['nobody has said anything about', [], {}, ['none']],
    ['with a barred name alone', [gave('RG-NAME-BARRED', 400)], {}, ['none', 'blue']],
    [
      'with many complaints, none of them financial',
      [],
      {
        complaints: { d7: 40, d30: 90, d90: 200 },
        complainants: { d7: 40, d30: 90, d90: 200 },
        complaintRegions: 5,
        complaintAmount: 9e6,
      },
      ['none'],
    ],
    ['of which one person says it does not pay', [gave('CP-WITHDRAW', 3)], {}, ['yellow']],
    ['of which three persons say it does not pay', [gave('CP-WITHDRAW', 3, 3)], {}, ['red']],
    [
      'that advertised high yields and then did not pay one person',
      [gave('AD-YIELD-VERY-HIGH', 90), gave('AD-GUARANTEE', 90), gave('CP-WITHDRAW', 2)],
      {},
      ['orange'],
    ],
    [
      'that advertised high yields and then did not pay two persons',
      [gave('AD-YIELD-VERY-HIGH', 90), gave('AD-GUARANTEE', 90), gave('CP-WITHDRAW', 2, 2)],
      {},
      ['red'],
    ],
    [
      'that advertised high yields and pays',
      [gave('AD-YIELD-VERY-HIGH', 5), gave('AD-NO-WARNING', 5)],
      {},
      ['yellow', 'orange'],
    ],
    [
      'whose scandal is ten years old',
      [gave('CP-WITHDRAW', 3650, 9), gave('AD-GUARANTEE', 3650)],
      {},
      ['none'],
    ],
  ])('%s', (_name, signals, more, tiers) => {
    expect(tiers).toContain(index({ signals, facts: facts(more) }, AT).tier);
  });

  it('gives rules about the whole as reasons beside the signals', () => {
    const { reasons, elements, scheme } = index(
      { signals: [gave('CP-WITHDRAW', 3, 3)], facts: facts() },
      AT,
    );
    expect(reasons.map((r) => r.code)).toEqual(
      expect.arrayContaining(['CP-WITHDRAW', 'EN-WITHDRAW-3']),
    );
    expect(elements.sociality).toBe(true);
    expect(scheme).toBe('illegal-fundraising');
  });

  it('lets what it concluded fade with its evidence', () => {
    const withdrawn = {
      signals: [gave('CP-WITHDRAW', 0, 3)],
      facts: facts({ complaintRegions: 4 }),
    };
    const later = new Date(AT.getTime() + 360 * 86_400_000);
    const region = (at: Date): number =>
      index(withdrawn, at).reasons.find((r) => r.code === 'EN-REGIONS')?.points ?? 0;
    expect(region(later)).toBeCloseTo(region(AT) / 4, 0);
  });

  it('gives the same number for the same past moment', () => {
    const entity = {
      signals: [gave('CP-WITHDRAW', 30, 2), gave('AD-GUARANTEE', 60)],
      facts: facts(),
    };
    expect(index(entity, daysBefore(10))).toEqual(index(entity, daysBefore(10)));
    expect(index(entity, AT).version).toBe(version);
  });
});

describe('what is missing is said', () => {
  it.each<[string, Partial<EntityFacts>, number]>([
    ['nothing known', {}, 3],
    ['a registration known', { establishedOn: '2020-01-01' }, 2],
    ['a complaint and an advertisement known', { complaintAmount: 5, highestAnnualYield: 8 }, 1],
  ])('%s', (_name, more, missing) => {
    expect(index({ signals: [], facts: facts(more) }, AT).missing).toHaveLength(missing);
  });

  it('by the feeds of the store when it tells them', () => {
    const all = ['registration', 'complaint', 'advertisement'] as const;
    expect(index({ signals: [], facts: facts(), feeds: all }, AT).missing).toEqual([]);
  });
});
