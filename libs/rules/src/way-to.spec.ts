import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { compileRules, type Facts, type Sight } from './index.js';
import { wayTo } from './way-to.js';

/** A tree over answers that stand in a list; each question is asked once. */
type Tree =
  number | { readonly not: Tree } | { readonly needed: number; readonly of: readonly Tree[] };

const QUESTIONS = 7;
const tree: fc.Arbitrary<Tree> = fc
  .letrec<{ tree: Tree }>((tie) => ({
    tree: fc.oneof(
      { maxDepth: 3 },
      fc.constant(0),
      tie('tree').map((not) => ({ not })),
      fc
        .array(tie('tree'), { minLength: 1, maxLength: 4 })
        .chain((of) => fc.integer({ min: 1, max: of.length }).map((needed) => ({ needed, of }))),
    ),
  }))
  .tree.map((one) => numbered(one, { next: 0 }))
  .filter((one) => highest(one) < QUESTIONS);

function numbered(one: Tree, counter: { next: number }): Tree {
  if (typeof one === 'number') return counter.next++;
  if ('not' in one) return { not: numbered(one.not, counter) };
  return { ...one, of: one.of.map((part) => numbered(part, counter)) };
}
const highest = (one: Tree): number => {
  if (typeof one === 'number') return one;
  return 'not' in one ? highest(one.not) : Math.max(...one.of.map(highest));
};

const holds = (one: Tree, answers: readonly boolean[]): boolean => {
  if (typeof one === 'number') return answers[one] ?? false;
  if ('not' in one) return !holds(one.not, answers);
  return one.of.filter((part) => holds(part, answers)).length >= one.needed;
};

function sightOf(one: Tree, answers: readonly boolean[]): Sight {
  const held = holds(one, answers);
  const bare = { held, evidence: [], telling: true };
  if (typeof one === 'number') return { ...bare, says: String(one), parts: [], joins: 'question' };
  if ('not' in one) return { ...bare, says: '', parts: [sightOf(one.not, answers)], joins: 'not' };
  const parts = one.of.map((part) => sightOf(part, answers));
  return { ...bare, says: '', parts, joins: one.needed };
}

const flipped = (answers: readonly boolean[], which: number): boolean[] =>
  answers.map((answer, i) => (((which >> i) & 1) === 1 ? !answer : answer));
const bits = (which: number): number => which.toString(2).replaceAll('0', '').length;

describe('the way to a condition', () => {
  it('is the fewest answers that turn it, as trying all of them finds, and names them', () => {
    const answers = fc.array(fc.boolean(), { minLength: QUESTIONS, maxLength: QUESTIONS });
    fc.assert(
      fc.property(tree, answers, (one, given) => {
        const { steps, lacks } = wayTo(sightOf(one, given));
        const turning = Array.from({ length: 2 ** QUESTIONS }, (_, which) => which)
          .filter((which) => holds(one, flipped(given, which)))
          .map(bits);
        expect(steps).toBe(Math.min(...turning));
        const named = lacks.map((says) => Number(says.replace('属于例外：', '')));
        const turned = given.map((answer, i) => (named.includes(i) ? !answer : answer));
        expect(named).toHaveLength(steps);
        expect(holds(one, turned)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});

const rule = (id: string, weight: number, when: unknown) => ({
  id,
  title: '测试规则',
  feed: 'advertisement',
  source: { law: '本地默认' },
  when,
  dimension: 'inducement',
  weight,
  halfLifeDays: null,
  because: '规则的说明',
  examples: [
    { given: {}, expect: 'silent' },
    { given: {}, expect: 'silent' },
  ],
});
const say = (...words: string[]) => ({ text: 'text', containsAny: words });
const facts = (text: string, annualYieldPercent: number | null = null): Facts => ({
  feed: 'advertisement',
  record: { text },
  occurredAt: new Date('2026-10-12T09:00:00+08:00'),
  hits: [],
  annualYieldPercent,
  entity: null,
});
const engine = compileRules([
  {
    name: 'a.yaml',
    content: {
      rules: [
        rule('AD-FAR', 90, { all: [say('稳赚'), say('进群'), say('老师')] }),
        rule('AD-YIELD', 30, { all: [say('稳赚'), { annualYield: { atLeast: 10 } }] }),
        rule('AD-HEAVY', 60, { all: [say('稳赚'), say('保本'), { absent: 'title' }] }),
        rule('AD-BARE', 99, { all: [{ absent: 'title' }, { noHit: 'warning' }, say('保本')] }),
        rule('AD-EXCEPT', 20, { all: [say('稳赚', '收益'), { not: say('反诈') }] }),
        {
          ...rule('AD-OLD', 99, { all: [say('稳赚'), say('保本')] }),
          source: { law: '旧法', to: '2020-01-01' },
        },
        rule('AD-FIRED', 99, say('稳赚')),
      ],
    },
  },
]);

describe('the nearest rules', () => {
  it('lack least, then weigh most; nothing that fired, is not in force, or met only circumstances', () => {
    const near = engine.nearest(facts('稳赚，反诈提醒', 8), 9);
    expect(near.map(({ rule: id, lacking }) => [id, lacking])).toEqual([
      ['AD-HEAVY', 1],
      ['AD-YIELD', 1],
      ['AD-EXCEPT', 1],
      ['AD-FAR', 2],
    ]);
  });

  it.each([
    [
      'AD-YIELD',
      '差一步：AD-YIELD 测试规则（已有：正文中有“稳赚”；缺：折合年化收益为8%，要求不少于10%）',
    ],
    [
      'AD-EXCEPT',
      '差一步：AD-EXCEPT 测试规则（已有：正文中有“稳赚”；缺：属于例外：正文中有“反诈”）',
    ],
    [
      'AD-FAR',
      '差两步：AD-FAR 测试规则（已有：正文中有“稳赚”；缺：正文中没有 进群；正文中没有 老师）',
    ],
    [
      'AD-HEAVY',
      '差一步：AD-HEAVY 测试规则（已有：正文中有“稳赚”；没有写标题；缺：正文中没有 保本）',
    ],
  ])('say what they saw: %s', (id, says) => {
    const near = engine.nearest(facts('稳赚，反诈提醒', 8), 9);
    expect(near.find((one) => one.rule === id)?.says).toBe(says);
  });

  it('are no more than asked for', () => {
    expect(engine.nearest(facts('稳赚'), 2)).toHaveLength(2);
    expect(engine.nearest(facts('开业'), 9)).toEqual([]);
  });

  it('stand in every trace, and a trace can be printed', () => {
    const trace = engine.trace(facts('稳赚，反诈提醒', 8));
    const lacking = Object.fromEntries(trace.map((one) => [one.rule, one.lacking]));
    expect(lacking).toMatchObject({ 'AD-FIRED': 0, 'AD-YIELD': 1, 'AD-FAR': 2, 'AD-OLD': 1 });
    expect(JSON.parse(JSON.stringify(trace[1]))).toMatchObject({
      rule: 'AD-YIELD',
      fired: false,
      lacking: 1,
      lacks: ['折合年化收益为8%，要求不少于10%'],
      sight: { held: false, parts: [{ held: true }, { held: false }] },
    });
  });
});
