import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { buildCondition } from './condition.js';
import type { Facts, Subject } from './facts.js';
import { alwaysHolds, impossibleIn } from './impossible.js';

/** What is said against a condition, place and reason in one line each. */
function against(when: unknown, subject: Subject): string[] {
  const { made, problems } = buildCondition(when, subject);
  if (!made) throw new Error(problems.map(({ at, says }) => `${at} ${says}`).join('\n'));
  return impossibleIn(made.shape).map(({ at, says }) => `${at}：${says}`);
}

const amount = (bounds: object) => ({ number: 'amount', ...bounds });
const complaints = (days: number, bounds: object) => ({ count: 'complaints', days, ...bounds });
const text = { text: 'text', containsAny: ['保本'] };

describe('what can never hold is told with the places that speak against each other', () => {
  it.each<[string, Subject, unknown, string[]]>([
    [
      'bounds of one number',
      'complaint',
      { all: [text, amount({ above: 9 }), amount({ below: 3 })] },
      [
        'when：“涉及金额大于9元”（when.all[1]）与“涉及金额小于3元”（when.all[2]）互相矛盾，永远不能成立',
      ],
    ],
    [
      'bounds in nested conjunctions',
      'complaint',
      { all: [{ all: [amount({ above: 9 })] }, { atLeast: 1, of: [amount({ atMost: 9 })] }] },
      ['when.all[0].all[0]', 'when.all[1].of[0]'],
    ],
    [
      'whole numbers between which none lies',
      'registration',
      { size: 'apps', above: 3, below: 4 },
      ['when：“应用程序数量大于3项且小于4项”（when）永远不能成立'],
    ],
    ['fewer than none', 'registration', { size: 'apps', below: 0 }, ['永远不能成立']],
    [
      'ages',
      'registration',
      {
        all: [
          { ageDays: 'establishedOn', below: 30 },
          { ageDays: 'establishedOn', above: 90 },
        ],
      },
      ['成立日期距今小于30天'],
    ],
    [
      'yields',
      'advertisement',
      { all: [{ annualYield: { above: 10 } }, { annualYield: { atMost: 6 } }] },
      ['折合年化收益大于10%'],
    ],
    [
      'ratios',
      'registration',
      {
        all: [
          { number: 'paidInCapital', per: 'registeredCapital', above: 1 },
          { number: 'paidInCapital', per: 'registeredCapital', below: 0.5 },
        ],
      },
      ['之比大于1'],
    ],
    [
      'more in a week than in a quarter',
      'entity',
      { all: [complaints(7, { atLeast: 5 }), complaints(90, { below: 5 })] },
      ['近7天投诉举报件数不少于5', '近90天投诉举报件数小于5'],
    ],
    [
      'windows handed on over a third',
      'entity',
      {
        all: [
          complaints(30, { atMost: 9 }),
          complaints(7, { atLeast: 5 }),
          complaints(90, { atMost: 9 }),
          { not: complaints(30, { atLeast: 5, atMost: 20 }) },
        ],
      },
      ['并非近30天'],
    ],
    [
      'recent changes of one kind that are no recent changes',
      'registration',
      {
        all: [
          { changes: ['名称'], recentChanges: 30, atLeast: 2 },
          { recentChanges: 90, atMost: 1 },
        ],
      },
      ['近30天名称变更次数'],
    ],
    [
      'told and not told',
      'complaint',
      { all: [{ present: 'amount' }, { absent: 'amount' }] },
      ['没有写涉及金额'],
    ],
    [
      'a bound on what is not told',
      'complaint',
      { all: [amount({ above: 1 }), { absent: 'amount' }] },
      ['没有写'],
    ],
    [
      'a word in what is not told',
      'complaint',
      { all: [text, { absent: 'text' }] },
      ['没有写正文'],
    ],
    [
      'items of a list that is empty',
      'registration',
      { all: [{ size: 'apps', atLeast: 1 }, { absent: 'apps' }] },
      ['没有写'],
    ],
    [
      'an empty list that is told',
      'registration',
      { all: [{ size: 'apps', below: 1 }, { present: 'apps' }] },
      ['写明了'],
    ],
    [
      'values that do not meet',
      'complaint',
      {
        all: [
          { value: 'channel', in: ['110', 'bank'] },
          { value: 'channel', in: ['web'] },
        ],
      },
      ['来源渠道为 web'],
    ],
    [
      'the only value denied',
      'complaint',
      {
        all: [{ value: 'channel', in: ['110'] }, { not: { value: 'channel', in: ['110', 'web'] } }],
      },
      ['并非来源渠道为 110、web'],
    ],
    [
      'a value outside of the bounds',
      'complaint',
      {
        all: [
          { value: 'people', in: [3, 8] },
          { number: 'people', above: 8 },
        ],
      },
      ['涉及人数为 3、8'],
    ],
    [
      'a code and its absence',
      'complaint',
      { all: [{ hit: ['a'] }, { noHit: ['b', 'a'] }] },
      ['全文未见 b、a 类词语'],
    ],
    [
      'near what is absent',
      'complaint',
      { all: [{ near: ['a', 'b'], within: 9 }, { noHit: 'b' }] },
      ['相距不超过9字'],
    ],
    [
      'a code twice that is not there once',
      'complaint',
      { all: [{ hit: 'a', times: 2 }, { not: { hit: ['a', 'b'] } }] },
      ['并非出现'],
    ],
    [
      'a signal of the week that is none of the month',
      'entity',
      { all: [{ signal: 'A', days: 7, persons: 2 }, { not: { signal: ['A', 'B'], days: 30 } }] },
      ['并非近30天有信号 A、B'],
    ],
    [
      'a sequence without its end',
      'entity',
      { all: [{ sequence: ['A', 'B'], days: 9 }, { not: { signal: 'B' } }] },
      ['先有 A，后有 B'],
    ],
    [
      'a condition and its denial',
      'complaint',
      { all: [text, { not: text }] },
      ['“正文中有 保本”', '“并非正文中有 保本”'],
    ],
    [
      'a group and its denial',
      'complaint',
      { all: [text, amount({ above: 9 }), { not: { all: [amount({ above: 5 }), text] } }] },
      ['并非涉及金额大于5元', '并非正文中有 保本'],
    ],
    [
      'a denied choice of what is so',
      'complaint',
      { all: [text, { not: { any: [amount({ above: 9 }), text] } }] },
      ['并非正文中有 保本'],
    ],
    [
      'one branch of a choice',
      'complaint',
      { all: [amount({ above: 9 }), { any: [text, amount({ below: 3 })] }] },
      ['when.all[1].any[1]：'],
    ],
  ])('%s', (_name, subject, when, words) => {
    const said = against(when, subject).join('\n');
    for (const word of words) expect(said).toContain(word);
  });

  it.each<[string, Subject, unknown]>([
    [
      'a denied bound of a number that may be missing',
      'complaint',
      { all: [{ absent: 'amount' }, { not: amount({ above: 9 }) }] },
    ],
    [
      'two denied bounds that leave only a missing number',
      'complaint',
      { all: [{ not: amount({ above: 9 }) }, { not: amount({ atMost: 9 }) }] },
    ],
    [
      'more in a quarter than in a week',
      'entity',
      { all: [complaints(7, { below: 5 }), complaints(90, { atLeast: 5 })] },
    ],
    [
      'counts of different things',
      'entity',
      { all: [complaints(7, { atLeast: 5 }), { count: 'changes', days: 7, below: 5 }] },
    ],
    [
      'one code and another one missing',
      'complaint',
      { all: [{ hit: ['a', 'b'] }, { noHit: 'a' }] },
    ],
    [
      'a hit that does not count',
      'complaint',
      { all: [{ not: { hit: 'a' } }, { not: { noHit: 'a' } }] },
    ],
    [
      'an old signal and none of late',
      'entity',
      { all: [{ signal: 'A' }, { not: { signal: 'A', days: 30 } }] },
    ],
    [
      'many records of few persons',
      'entity',
      { all: [{ signal: 'A' }, { not: { signal: 'A', persons: 2 } }] },
    ],
    ['a whole number between two', 'registration', { size: 'apps', above: 3, below: 5 }],
    [
      'something but not together with something else',
      'complaint',
      { all: [text, { not: { all: [text, amount({ above: 9 })] } }] },
    ],
    [
      'values that meet',
      'complaint',
      {
        all: [{ value: 'channel', in: ['110', 'web'] }, { not: { value: 'channel', in: ['110'] } }],
      },
    ],
  ])('but not %s', (_name, subject, when) => {
    expect(against(when, subject)).toEqual([]);
  });
});

describe('what always holds', () => {
  const always = (when: unknown, subject: Subject = 'complaint'): boolean => {
    const { made } = buildCondition(when, subject);
    return made !== null && alwaysHolds(made.shape);
  };

  it.each([
    [true, { any: [{ present: 'amount' }, { absent: 'amount' }] }],
    [true, { any: [text, { not: text }] }],
    [true, { any: [{ absent: 'amount' }, amount({ above: 5 }), { not: amount({ above: 9 }) }] }],
    [false, { any: [amount({ above: 5 }), amount({ atMost: 5 })] }],
    [false, text],
  ])('%s: %j', (expected, when) => {
    expect(always(when)).toBe(expected);
  });
});

const SMALL = 4;
const bound = fc.dictionary(
  fc.constantFrom('above', 'atLeast', 'below', 'atMost'),
  fc.integer({ min: -1, max: SMALL + 1 }).chain((n) => fc.constantFrom(n, n + 0.5)),
  { minKeys: 1, maxKeys: 2 },
);
const maybeDenied = (leaf: fc.Arbitrary<object>): fc.Arbitrary<object> =>
  fc.tuple(leaf, fc.boolean()).map(([one, denied]) => (denied ? { not: one } : one));
/** Conditions that say at once that they cannot hold never come so far. */
const usable = (subject: Subject) => (when: object) => buildCondition(when, subject).made !== null;

const holdsIn = (when: object, subject: Subject) => {
  const { made } = buildCondition(when, subject);
  return (facts: Facts): boolean => made?.condition.test(facts) ?? false;
};
const bare = { occurredAt: new Date(0), hits: [], annualYieldPercent: null } as const;

describe('a conjunction of bounds is refused exactly when no facts meet it', () => {
  it('on numbers and lists of a record', () => {
    const leaf = maybeDenied(
      fc
        .oneof(
          fc
            .tuple(fc.constantFrom('registeredCapital', 'paidInCapital'), bound)
            .map(([number, b]) => ({ number, ...b })),
          bound.map((b) => ({ size: 'apps', ...b })),
          fc.constantFrom({ present: 'apps' }, { absent: 'apps' }, { absent: 'paidInCapital' }),
        )
        .filter(usable('registration')),
    );
    const quarters = Array.from({ length: 4 * SMALL + 9 }, (_, i) => i / 4);
    const lists = Array.from({ length: SMALL + 4 }, (_, n) =>
      Array.from({ length: n }, () => '甲'),
    );
    // The three fields are independent of each other, so each may be looked for by itself.
    const records = [
      ...quarters.map((n) => ({ registeredCapital: n })),
      ...quarters.map((n) => ({ paidInCapital: n })),
      ...lists.map((apps) => ({ apps })),
      {},
    ];
    fc.assert(
      fc.property(fc.array(leaf, { minLength: 1, maxLength: 5 }), (all) => {
        const about = (name: string) => all.filter((one) => JSON.stringify(one).includes(name));
        const possible = ['registeredCapital', 'paidInCapital', 'apps'].every((name) => {
          const part = about(name);
          if (part.length === 0) return true;
          const holds = holdsIn({ all: part }, 'registration');
          return records.some((record) =>
            holds({ ...bare, feed: 'registration', record, entity: null }),
          );
        });
        expect(against({ all }, 'registration').length === 0).toBe(possible);
      }),
      { numRuns: 400 },
    );
  });

  it('on windows of an entity', () => {
    const days = fc.constantFrom(7, 30, 90);
    const leaf = fc
      .tuple(days, bound)
      .map(([d, b]) => complaints(d, b))
      .filter(usable('entity'));
    const counts = Array.from({ length: SMALL + 4 }, (_, n) => n);
    const windows = counts.flatMap((d7) =>
      counts.flatMap((more) =>
        counts.map((most) => ({ d7, d30: d7 + more, d90: d7 + more + most })),
      ),
    );
    const entities = windows.map((c) => ({ complaints: c }) as unknown as Facts['entity']);
    fc.assert(
      fc.property(leaf, fc.array(maybeDenied(leaf), { maxLength: 4 }), (first, others) => {
        const all = [first, ...others];
        const holds = holdsIn({ all }, 'entity');
        const possible = entities.some((entity) =>
          holds({ ...bare, feed: 'entity', record: {}, entity }),
        );
        expect(against({ all }, 'entity').length === 0).toBe(possible);
      }),
      { numRuns: 400 },
    );
  });
});

describe('a condition that some facts meet is never refused whole', () => {
  const codes = fc.uniqueArray(fc.constantFrom('a', 'b', 'c'), { minLength: 1, maxLength: 2 });
  const leaf = fc.oneof(
    codes.chain((hit) => fc.constantFrom({ hit }, { hit, times: 2 }, { noHit: hit })),
    fc.tuple(codes, codes).map((near) => ({ near, within: 3 })),
    fc.constantFrom({ value: 'channel', in: ['110'] }, { value: 'channel', in: ['110', 'web'] }),
    fc.constantFrom({ present: 'channel' }, { absent: 'channel' }),
  );
  const tree = fc.letrec<{ tree: object }>((tie) => ({
    tree: fc.oneof(
      { maxDepth: 3 },
      leaf,
      fc.array(tie('tree'), { minLength: 1, maxLength: 3 }).map((all) => ({ all })),
      fc.array(tie('tree'), { minLength: 1, maxLength: 3 }).map((any) => ({ any })),
      fc.array(tie('tree'), { minLength: 3, maxLength: 3 }).map((of) => ({ atLeast: 2, of })),
      tie('tree').map((not) => ({ not })),
    ),
  })).tree;
  const hit = fc.record({
    code: fc.constantFrom('a', 'b', 'c'),
    field: fc.constant('text'),
    start: fc.integer({ min: 0, max: 9 }),
    suppressed: fc.constantFrom(null, null, '否定'),
  });

  it('whatever stands in the tree', () => {
    const hits = fc.array(
      hit.map((one) => ({ ...one, end: one.start + 1 })),
      { maxLength: 4 },
    );
    const channel = fc.constantFrom(undefined, '110', 'web', 'bank');
    fc.assert(
      fc.property(tree, hits, channel, (when, found, told) => {
        const given: Facts = {
          ...bare,
          feed: 'complaint',
          record: { channel: told },
          hits: found,
          entity: null,
        };
        if (!holdsIn(when, 'complaint')(given)) {
          expect(alwaysHolds(buildCondition(when, 'complaint').made!.shape)).toBe(false);
          return;
        }
        const places = against(when, 'complaint').map((line) => line.split('：')[0]);
        expect(places).not.toContain('when');
      }),
      { numRuns: 1000 },
    );
  });
});
