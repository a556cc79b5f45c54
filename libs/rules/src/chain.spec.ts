import { describe, expect, it } from '@jest/globals';
import type { EntityFacts } from '@risk/domain';
import fc from 'fast-check';
import { compileRules, type Facts } from './index.js';

const AT = new Date('2026-10-12T09:00:00+08:00');
const entityRule = (id: string, when: unknown, more: object = {}) => ({
  id,
  title: '测试规则',
  feed: 'entity',
  source: { law: '本地默认' },
  when,
  dimension: 'relation',
  weight: 10,
  halfLifeDays: null,
  because: '主体层面的线索',
  examples: [
    { given: {}, expect: 'silent' },
    { given: {}, expect: 'silent' },
  ],
  ...more,
});
type Rule = ReturnType<typeof entityRule>;
const engineOf = (...rules: Rule[]) => compileRules([{ name: 'e.yaml', content: { rules } }]);
const carrying = (...codes: string[]): Facts => ({
  feed: 'entity',
  record: {},
  occurredAt: AT,
  hits: [],
  annualYieldPercent: null,
  entity: { samePhone: 0 } as EntityFacts,
  signals: codes.map((code) => ({ code, occurredAt: AT, times: 1, persons: 1 })),
});
const fired = (engine: ReturnType<typeof engineOf>, facts: Facts): string[] =>
  engine.evaluate(facts).map(({ rule }) => rule);

describe('a rule about an entity', () => {
  const engine = engineOf(
    entityRule('EN-THIRD', { signal: 'EN-SECOND', days: 1, times: 1, persons: 1 }),
    entityRule('EN-SECOND', { all: [{ signal: 'EN-FIRST' }, { not: { signal: 'CALM' } }] }),
    entityRule('EN-FIRST', { signal: 'A' }),
    entityRule('EN-ELSE', { not: { signal: ['EN-FIRST', 'EN-THIRD'] } }),
  );

  it.each([
    [['A'], ['EN-THIRD', 'EN-SECOND', 'EN-FIRST']],
    [['A', 'CALM'], ['EN-FIRST']],
    [['B'], ['EN-ELSE']],
    [['EN-SECOND'], ['EN-THIRD']],
  ])('of an entity with %j sees what others found: %j, in the order of the files', (codes, ids) => {
    const facts = carrying(...codes);
    const seen = engine.trace(facts).flatMap(({ rule, fired: yes }) => (yes ? [rule] : []));
    expect(fired(engine, facts)).toEqual(ids);
    expect(seen).toEqual(ids);
  });

  it('that is not in force is no signal to others', () => {
    const old = { source: { law: '旧法', to: '2020-01-01' } };
    const rules = engineOf(
      entityRule('EN-A', { signal: 'A' }, old),
      entityRule('EN-B', { signal: 'EN-A' }),
    );
    expect(fired(rules, carrying('A'))).toEqual([]);
  });

  it('leaves the facts as they were given', () => {
    const facts = carrying('A');
    engine.evaluate(facts);
    expect(facts.signals).toHaveLength(1);
  });
});

describe('rules that wait for one another', () => {
  it.each<[string, Rule[], string]>([
    ['itself', [entityRule('EN-A', { signal: ['X', 'EN-A'] })], 'EN-A → EN-A'],
    [
      'two',
      [
        entityRule('EN-A', { any: [{ signal: 'X' }, { not: { signal: 'EN-B' } }] }),
        entityRule('EN-B', { sequence: ['EN-A', 'X'], days: 9 }),
      ],
      'EN-A → EN-B → EN-A',
    ],
    [
      'three behind a fourth',
      [
        entityRule('EN-D', { signal: 'EN-A' }),
        entityRule('EN-A', { signal: 'EN-B' }),
        entityRule('EN-B', { signal: 'EN-C' }),
        entityRule('EN-C', { signal: 'EN-A' }),
      ],
      'EN-A → EN-B → EN-C → EN-A',
    ],
  ])('are refused with the whole chain: %s', (_name, rules, chain) => {
    expect(() => engineOf(...rules)).toThrow(/^e\.yaml › EN-A › when：规则互相引用成环：[^\n]*$/);
    expect(() => engineOf(...rules)).toThrow(`：${chain}`);
  });

  it('does not take an example for a condition', () => {
    const given = { signals: [{ code: 'EN-A', daysAgo: 0 }] };
    const examples = [
      { given, expect: 'silent' },
      { given, expect: 'silent' },
    ];
    expect(engineOf(entityRule('EN-A', { signal: 'X' }, { examples })).size).toBe(1);
  });
});

/** Any rules of which each may ask for any others; whoever asks in a circle is refused. */
const listening = fc.array(fc.uniqueArray(fc.nat(5), { maxLength: 2 }), {
  minLength: 1,
  maxLength: 6,
});
const idOf = (n: number): string => `EN-${'ABCDEF'.charAt(n)}`;

describe('any rules that ask for others', () => {
  it('are refused exactly when a walk comes back, and else agree with asking again and again', () => {
    fc.assert(
      fc.property(
        listening,
        fc.array(fc.boolean(), { minLength: 6, maxLength: 6 }),
        (asks, marked) => {
          const rules = asks.map((others, n) =>
            entityRule(idOf(n), {
              any: [{ signal: `S${n}` }, ...others.map((o) => ({ signal: idOf(o) }))],
            }),
          );
          const circular = asks.some((_, n) => reaches(asks, n, n));
          if (circular) {
            expect(() => engineOf(...rules)).toThrow('成环');
            return;
          }
          const own = asks.flatMap((_, n) => (marked[n] ? [`S${n}`] : []));
          const expected = asks.flatMap((_, n) =>
            asks.some((__, m) => marked[m] && (m === n || reaches(asks, n, m))) ? [idOf(n)] : [],
          );
          expect(fired(engineOf(...rules), carrying(...own))).toEqual(expected);
        },
      ),
    );
  });
});

/** Whether one can be reached from another by at least one step. */
function reaches(asks: readonly (readonly number[])[], from: number, to: number): boolean {
  const seen = new Set<number>();
  const open = [...(asks[from] ?? [])];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (next === to) return true;
    if (!seen.has(next)) open.push(...(asks[next] ?? []));
    seen.add(next);
  }
  return false;
}
