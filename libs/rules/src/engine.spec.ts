import { describe, expect, it } from '@jest/globals';
import { NO_FACTS } from '@risk/domain';
import fc from 'fast-check';
import { compileRules, type Facts, type Subject } from './index.js';

const AT = new Date('2026-10-12T09:00:00+08:00');
const facts = (feed: Subject, more: Partial<Facts> = {}): Facts => ({
  feed,
  record: {},
  occurredAt: AT,
  hits: [],
  annualYieldPercent: null,
  entity: feed === 'entity' ? NO_FACTS : null,
  ...more,
});
const daysAgo = (days: number): Date => new Date(AT.getTime() - days * 86_400_000);

function engineOf(feed: Subject, when: unknown, more: object = {}) {
  const example = { given: {}, expect: 'silent' };
  const rule = {
    id: 'XX-TEST',
    title: '测试',
    feed,
    source: { law: '本地默认' },
    when,
    dimension: 'spread',
    weight: 10,
    halfLifeDays: null,
    because: '说明：{seen}',
    examples: [example, example],
    ...more,
  };
  return compileRules([{ name: 'a.yaml', content: { rules: [rule] } }]);
}
const fires = (feed: Subject, when: unknown, given: Partial<Facts>): boolean =>
  engineOf(feed, when).evaluate(facts(feed, given)).length === 1;
const hit = (code: string, start: number, end: number, suppressed: string | null = null) => ({
  code,
  field: 'text',
  start,
  end,
  suppressed,
});
const signal = (code: string, days: number, persons = 1, times = persons) => ({
  code,
  occurredAt: daysAgo(days),
  persons,
  times,
});

describe('conditions about a record', () => {
  const text = '投资保本，收益高，不保本的除外';
  it.each<[string, boolean, Subject, unknown, Partial<Facts>]>([
    [
      'a word',
      true,
      'complaint',
      { text: 'text', containsAny: ['保本', '无'] },
      { record: { text } },
    ],
    ['no word', false, 'complaint', { text: 'text', containsAny: ['无'] }, { record: { text } }],
    [
      'all words',
      true,
      'complaint',
      { text: 'text', containsAll: ['投资', '收益'] },
      { record: { text } },
    ],
    [
      'not all words',
      false,
      'complaint',
      { text: 'text', containsAll: ['投资', '亏'] },
      { record: { text } },
    ],
    [
      'words over several fields',
      true,
      'complaint',
      { text: 'all', containsAll: ['甲', '乙'] },
      { record: { title: '甲', text: '乙' } },
    ],
    ['a pattern', true, 'complaint', { text: 'text', matches: '收益.' }, { record: { text } }],
    [
      'only a lawful phrase',
      false,
      'registration',
      { text: 'businessScope', containsAny: ['金融'], except: ['不含金融'] },
      { record: { businessScope: '咨询（不含金融）' } },
    ],
    [
      'a lawful phrase and another',
      true,
      'registration',
      { text: 'businessScope', containsAny: ['金融'], except: ['不含金融'] },
      { record: { businessScope: '不含金融；金融服务' } },
    ],
    [
      'a pattern character taken as itself',
      false,
      'complaint',
      { text: 'text', containsAny: ['投.保'] },
      { record: { text } },
    ],
    ['a missing text', false, 'complaint', { text: 'title', containsAny: ['a'] }, {}],
    [
      'a number above',
      true,
      'complaint',
      { number: 'amount', above: 5 },
      { record: { amount: 6 } },
    ],
    [
      'a number not above itself',
      false,
      'complaint',
      { number: 'amount', above: 5 },
      { record: { amount: 5 } },
    ],
    [
      'a number at least itself',
      true,
      'complaint',
      { number: 'amount', atLeast: 5, atMost: 5 },
      { record: { amount: 5 } },
    ],
    ['a missing number is not small', false, 'complaint', { number: 'amount', below: 5 }, {}],
    [
      'a ratio',
      true,
      'registration',
      { number: 'paidInCapital', per: 'registeredCapital', below: 0.1 },
      { record: { paidInCapital: 1, registeredCapital: 100 } },
    ],
    [
      'a ratio to nothing',
      false,
      'registration',
      { number: 'paidInCapital', per: 'registeredCapital', below: 0.1 },
      { record: { paidInCapital: 1, registeredCapital: 0 } },
    ],
    [
      'a young firm',
      true,
      'registration',
      { ageDays: 'establishedOn', below: 30 },
      { record: { establishedOn: '2026-10-01' } },
    ],
    [
      'an old firm',
      false,
      'registration',
      { ageDays: 'establishedOn', below: 30 },
      { record: { establishedOn: '2016-10-01' } },
    ],
    [
      'an unreadable day',
      false,
      'registration',
      { ageDays: 'establishedOn', below: 30 },
      { record: { establishedOn: '去年' } },
    ],
    [
      'one of several values',
      true,
      'complaint',
      { value: 'channel', in: ['12345', '110'] },
      { record: { channel: '110' } },
    ],
    [
      'none of several values',
      false,
      'complaint',
      { value: 'channel', in: ['12345'] },
      { record: { channel: '110' } },
    ],
    ['something present', true, 'complaint', { present: 'title' }, { record: { title: '甲' } }],
    ['something empty', true, 'complaint', { absent: 'targets' }, { record: { targets: [] } }],
    [
      'a long list',
      true,
      'registration',
      { size: 'apps', atLeast: 2 },
      { record: { apps: ['a', 'b'] } },
    ],
    [
      'recent changes of a kind',
      true,
      'registration',
      { changes: ['住所'], recentChanges: 30, atLeast: 1 },
      { record: { changes: [{ field: '住所变更', on: '2026-10-01' }] } },
    ],
    [
      'recent changes of another kind',
      false,
      'registration',
      { changes: ['名称'], recentChanges: 30, atLeast: 1 },
      { record: { changes: [{ field: '住所变更', on: '2026-10-01' }] } },
    ],
    [
      'changes of the future',
      false,
      'registration',
      { recentChanges: 30, atLeast: 1 },
      { record: { changes: [{ field: '住所', on: '2026-12-01' }] } },
    ],
    [
      'a yield above',
      true,
      'advertisement',
      { annualYield: { above: 10 } },
      { annualYieldPercent: 24 },
    ],
    ['no yield', false, 'advertisement', { annualYield: { below: 10 } }, {}],
    [
      'a code',
      true,
      'complaint',
      { hit: ['guarantee'] },
      { record: { text }, hits: [hit('guarantee', 2, 4)] },
    ],
    [
      'a suppressed code',
      false,
      'complaint',
      { hit: 'guarantee' },
      { record: { text }, hits: [hit('guarantee', 2, 4, '否定')] },
    ],
    [
      'a code twice',
      true,
      'complaint',
      { hit: 'guarantee', times: 2 },
      { record: { text }, hits: [hit('guarantee', 2, 4), hit('guarantee', 10, 12)] },
    ],
    [
      'a code missing',
      true,
      'complaint',
      { noHit: ['warning'] },
      { record: { text }, hits: [hit('guarantee', 2, 4)] },
    ],
    [
      'a code not missing',
      false,
      'complaint',
      { noHit: 'guarantee' },
      { record: { text }, hits: [hit('guarantee', 2, 4)] },
    ],
    [
      'two codes near',
      true,
      'complaint',
      { near: ['a', 'b'], within: 3 },
      { record: { text }, hits: [hit('a', 0, 2), hit('b', 5, 7)] },
    ],
    [
      'two codes far',
      false,
      'complaint',
      { near: ['a', 'b'], within: 2 },
      { record: { text }, hits: [hit('a', 0, 2), hit('b', 5, 7)] },
    ],
    [
      'one code is not near itself',
      false,
      'complaint',
      { near: ['a', 'a'], within: 9 },
      { record: { text }, hits: [hit('a', 0, 2)] },
    ],
  ])('%s: %s', (_name, expected, feed, when, given) => {
    expect(fires(feed, when, given)).toBe(expected);
  });
});

describe('conditions about an entity', () => {
  const busy = {
    ...NO_FACTS,
    complaints: { d7: 7, d30: 10, d90: 12 },
    establishedOn: '2026-08-01',
  };
  it.each<[string, boolean, unknown, Partial<Facts>]>([
    ['a count in a window', true, { count: 'complaints', days: 7, atLeast: 7 }, { entity: busy }],
    ['a smaller count', false, { count: 'complaints', days: 30, atLeast: 11 }, { entity: busy }],
    ['growth', true, { growth: 'complaints', days: 7, against: 90, atLeast: 4 }, { entity: busy }],
    [
      'a first event is no infinite growth',
      false,
      { growth: 'complaints', days: 7, against: 30, atLeast: 4 },
      { entity: { ...NO_FACTS, complaints: { d7: 1, d30: 1, d90: 1 } } },
    ],
    [
      'growth of a sum against ten thousand yuan at least',
      false,
      { growth: 'complaintSums', days: 30, against: 90, atLeast: 5 },
      { entity: { ...NO_FACTS, complaintSums: { d7: 0, d30: 20_000, d90: 20_000 } } },
    ],
    [
      'growth of a sum',
      true,
      { growth: 'complaintSums', days: 30, against: 90, atLeast: 5 },
      { entity: { ...NO_FACTS, complaintSums: { d7: 0, d30: 300_000, d90: 400_000 } } },
    ],
    [
      'a sum in a window',
      true,
      { sum: 'complaintSums', days: 30, atLeast: 100_000, below: 200_000 },
      { entity: { ...NO_FACTS, complaintSums: { d7: 0, d30: 100_000, d90: 900_000 } } },
    ],
    [
      'a smaller sum',
      false,
      { sum: 'complaintSums', days: 7, atLeast: 1 },
      { entity: { ...NO_FACTS, complaintSums: { d7: 0, d30: 100_000, d90: 900_000 } } },
    ],
    [
      'relatives in a window',
      true,
      { count: 'newAffiliates', days: 30, atLeast: 2 },
      { entity: { ...NO_FACTS, newAffiliates: { d7: 0, d30: 2, d90: 2 } } },
    ],
    [
      'the figure of a window as a number',
      true,
      { number: 'entity.newBranches.d90', atLeast: 5, atMost: 5 },
      { entity: { ...NO_FACTS, newBranches: { d7: 0, d30: 2, d90: 5 } } },
    ],
    ['nobody known', false, { sum: 'complaintSums', days: 7, below: 1 }, { entity: null }],
    ['a young entity', true, { ageDays: 'entity.establishedOn', below: 100 }, { entity: busy }],
    ['an entity of unknown age', false, { ageDays: 'entity.establishedOn', below: 100 }, {}],
    ['a signal it carries', true, { signal: ['A', 'B'] }, { signals: [signal('B', 5)] }],
    ['a signal too old', false, { signal: 'A', days: 4 }, { signals: [signal('A', 5)] }],
    [
      'enough persons over codes',
      true,
      { signal: ['A', 'B'], persons: 3 },
      { signals: [signal('A', 1, 2), signal('B', 1, 1)] },
    ],
    [
      'one person many times',
      false,
      { signal: 'A', persons: 2 },
      { signals: [signal('A', 1, 1, 9)] },
    ],
    ['many times', true, { signal: 'A', times: 9 }, { signals: [signal('A', 1, 1, 9)] }],
    [
      'first this, then that',
      true,
      { sequence: ['A', 'B'], days: 10 },
      { signals: [signal('A', 9), signal('B', 1)] },
    ],
    [
      'that before this',
      false,
      { sequence: ['A', 'B'], days: 10 },
      { signals: [signal('A', 1), signal('B', 9)] },
    ],
    [
      'that long after this',
      false,
      { sequence: ['A', 'B'], days: 5 },
      { signals: [signal('A', 9), signal('B', 1)] },
    ],
  ])('%s: %s', (_name, expected, when, given) => {
    expect(fires('entity', when, given)).toBe(expected);
  });
});

describe('what a condition about an entity says', () => {
  const many = ['A', 'B', 'C', 'D', 'E'];
  it.each<[string, unknown, Partial<Facts>]>([
    [
      '近9天有 3 条、2 人反映（B、A）',
      { signal: many, days: 9 },
      { signals: [signal('B', 5), signal('A', 2, 1, 2)] },
    ],
    ['没有 A、B、C、D 等 5 种信号', { signal: many }, {}],
    [
      '有 1 条、1 人反映（A），要求不少于 2 条且不少于 3 人',
      { signal: 'A', persons: 3, times: 2 },
      { signals: [signal('A', 5)] },
    ],
    [
      '先后相隔 8 天',
      { sequence: ['A', 'B'], days: 9 },
      { signals: [signal('A', 9), signal('B', 1)] },
    ],
    [
      '先后相隔 8 天，要求不超过 5 天',
      { sequence: ['A', 'B'], days: 5 },
      { signals: [signal('A', 9), signal('B', 1)] },
    ],
    [
      '没有先出现 A、后出现 B、C',
      { sequence: ['A', ['B', 'C']], days: 5 },
      { signals: [signal('A', 9)] },
    ],
  ])('%s', (says, when, given) => {
    expect(engineOf('entity', when).trace(facts('entity', given))[0]?.sight.says).toBe(says);
  });
});

describe('a sentence about an entity', () => {
  const sentence = (because: string, entity: Partial<typeof NO_FACTS>) =>
    engineOf('entity', { number: 'entity.samePhone', atLeast: 0 }, { because }).evaluate(
      facts('entity', { entity: { ...NO_FACTS, ...entity } }),
    )[0]?.because;

  it('names the figures of windows with their units', () => {
    expect(
      sentence('新设{entity.newAffiliates.d90}，涉及{entity.complaintSums.d30}', {
        newAffiliates: { d7: 0, d30: 1, d90: 4 },
        complaintSums: { d7: 0, d30: 120_000, d90: 0 },
      }),
    ).toBe('新设4个，涉及12万元');
  });

  it('says “or more” of what is counted up to a limit only', () => {
    expect(sentence('另有{entity.samePhone}主体', { samePhone: 199 })).toBe('另有199个主体');
    expect(sentence('另有{entity.samePhone}主体', { samePhone: 200 })).toBe('另有200个以上主体');
  });
});

describe('a legal basis', () => {
  const sources = [
    { law: '新通知', from: '2026-02-06' },
    { law: '旧通知', from: '2021-09-15', to: '2026-02-05' },
  ];
  const engine = engineOf('complaint', { present: 'text' }, { source: sources });
  const lawAt = (moment: string) =>
    engine.evaluate(facts('complaint', { record: { text: '甲' }, occurredAt: new Date(moment) }))[0]
      ?.source.law;

  it.each([
    ['2026-02-06T00:00:00+08:00', '新通知'],
    ['2026-02-05T23:59:59+08:00', '旧通知'],
    ['2021-09-14T23:59:59+08:00', undefined],
  ])('at %s is %s', (moment, law) => {
    expect(lawAt(moment)).toBe(law);
  });

  it('that does not hold is said in the trace', () => {
    const given = facts('complaint', {
      record: { text: '甲' },
      occurredAt: new Date('2020-01-01T00:00:00Z'),
    });
    expect(engine.trace(given)[0]).toMatchObject({
      fired: false,
      notInForce: expect.stringContaining('旧通知'),
    });
  });
});

describe('a finding', () => {
  it('quotes the exact slice of the original field', () => {
    const text = '请看：保本保息，年化高';
    const engine = engineOf(
      'advertisement',
      { text: 'all', containsAny: ['保本', '保本保息'] },
      { because: '出现“{quotes}”' },
    );
    const [finding] = engine.evaluate(facts('advertisement', { record: { text } }));
    expect(finding?.because).toBe('出现“保本保息”');
    const { field, start, end, quote } = finding!.evidence!;
    expect([field, text.slice(start, end)]).toEqual(['text', quote]);
  });

  it('quotes what its first condition rests on, not every word of the context', () => {
    const when = {
      all: [
        { any: [{ present: 'title' }, { text: 'text', matches: '保.' }] },
        { text: 'text', containsAny: ['投资'] },
      ],
    };
    const engine = engineOf('advertisement', when, { because: '出现“{quotes}”' });
    const [finding] = engine.evaluate(facts('advertisement', { record: { text: '投资保本保息' } }));
    expect(finding).toMatchObject({ because: '出现“保本”“保息”', evidence: { start: 2, end: 4 } });
  });

  it('about a yield shows where it is promised', () => {
    const annualYieldEvidence = { field: 'text', start: 2, end: 6, quote: '月息2分' };
    const [finding] = engineOf(
      'advertisement',
      { annualYield: { above: 10 } },
      { because: '年化{yield}（{quote}）' },
    ).evaluate(
      facts('advertisement', {
        record: { text: '投资月息2分' },
        annualYieldPercent: 24,
        annualYieldEvidence,
      }),
    );
    expect(finding).toMatchObject({ because: '年化24%（月息2分）', evidence: annualYieldEvidence });
  });

  it('writes sums as officials do', () => {
    const engine = engineOf(
      'complaint',
      { number: 'amount', above: 0 },
      { because: '金额{amount}，共{people}' },
    );
    const [finding] = engine.evaluate(
      facts('complaint', { record: { amount: 1_234_500, people: 12 } }),
    );
    expect(finding?.because).toBe('金额123.45万元，共12人');
  });

  it('is silent about rules of other feeds', () => {
    expect(
      engineOf('complaint', { present: 'text' }).evaluate(
        facts('advertisement', { record: { text: '甲' } }),
      ),
    ).toEqual([]);
  });
});

/** A condition tree over numbers, and its slow, obvious meaning. */
interface Tree {
  readonly yaml: unknown;
  readonly holds: (amount: number, people: number) => boolean;
}
const leaf: fc.Arbitrary<Tree> = fc
  .tuple(
    fc.constantFrom('amount', 'people'),
    fc.constantFrom('above', 'atLeast', 'below', 'atMost'),
    fc.integer({ min: 0, max: 9 }),
  )
  .map(([number, bound, n]) => ({
    yaml: { number, [bound]: n },
    holds: (amount, people) => {
      const value = number === 'amount' ? amount : people;
      return { above: value > n, atLeast: value >= n, below: value < n, atMost: value <= n }[bound];
    },
  }));
const tree: fc.Arbitrary<Tree> = fc.letrec<{ tree: Tree }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 4 },
    leaf,
    fc.array(tie('tree'), { minLength: 1, maxLength: 3 }).map((parts) => ({
      yaml: { all: parts.map((p) => p.yaml) },
      holds: (a: number, b: number) => parts.every((p) => p.holds(a, b)),
    })),
    fc.array(tie('tree'), { minLength: 1, maxLength: 3 }).map((parts) => ({
      yaml: { any: parts.map((p) => p.yaml) },
      holds: (a: number, b: number) => parts.some((p) => p.holds(a, b)),
    })),
    tie('tree').map((part) => ({
      yaml: { not: part.yaml },
      holds: (a: number, b: number) => !part.holds(a, b),
    })),
    fc.array(tie('tree'), { minLength: 2, maxLength: 4 }).map((parts) => ({
      yaml: { atLeast: 2, of: parts.map((p) => p.yaml) },
      holds: (a: number, b: number) => parts.filter((p) => p.holds(a, b)).length >= 2,
    })),
  ),
})).tree;

/** A tree with a branch that can never hold is refused; what it would mean does not matter. */
function unlessImpossible<T>(compile: () => T): T | null {
  try {
    return compile();
  } catch (error) {
    expect(String(error)).toContain('永远不能成立');
    return null;
  }
}

describe('any tree of conditions', () => {
  it('means what its slow twin means, and its trace agrees', () => {
    fc.assert(
      fc.property(
        tree,
        fc.integer({ min: 0, max: 9 }),
        fc.integer({ min: 0, max: 9 }),
        ({ yaml, holds }, amount, people) => {
          const engine = unlessImpossible(() => engineOf('complaint', yaml));
          fc.pre(engine !== null);
          const given = facts('complaint', { record: { amount, people } });
          const expected = holds(amount, people);
          expect(engine.evaluate(given).length === 1).toBe(expected);
          expect(engine.trace(given)[0]?.fired).toBe(expected);
          expect(engine.trace(given)[0]?.lacking === 0).toBe(expected);
          expect(engine.trace(given)[0]?.sight.says).not.toBe('');
        },
      ),
    );
  });

  it('never throws, whatever a record holds', () => {
    const engine = engineOf('registration', {
      any: [
        { text: 'all', matches: '金融' },
        { number: 'registeredCapital', above: 1 },
        { ageDays: 'establishedOn', below: 9 },
        { size: 'apps', atLeast: 1 },
        { recentChanges: 30, atLeast: 1 },
        { value: 'industry.code', in: ['L7212'] },
      ],
    });
    fc.assert(
      fc.property(
        fc.dictionary(
          fc.constantFrom(
            'name',
            'registeredCapital',
            'establishedOn',
            'apps',
            'industry',
            'changes',
          ),
          fc.anything(),
        ),
        (record) => {
          expect(engine.evaluate(facts('registration', { record })).length).toBeLessThanOrEqual(1);
        },
      ),
    );
  });
});
