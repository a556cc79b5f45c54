import { describe, expect, it } from '@jest/globals';
import { compileRules } from './index.js';

const RULE = {
  id: 'AD-TEST',
  title: '测试规则',
  feed: 'advertisement',
  source: { law: '本地默认' },
  when: { text: 'text', containsAny: ['保本'] },
  dimension: 'inducement',
  weight: 10,
  halfLifeDays: 90,
  because: '出现“{quote}”',
  examples: [
    { given: { record: { text: '保本' } }, expect: 'fires' },
    { given: { record: { text: '好' } }, expect: 'silent' },
  ],
};
const COMPLAINT = { feed: 'complaint' };
const RATIO = { number: 'paidInCapital', per: 'registeredCapital', below: 0 };
const NEVER = ['永远不能成立'];
const fileWith = (change: object) => [
  { name: 'rules/a.yaml', content: { rules: [{ ...RULE, ...change }] } },
];
const refusal = (change: object): string => {
  try {
    compileRules(fileWith(change));
    return '';
  } catch (error) {
    return (error as Error).message;
  }
};

type Row = [string, object, string[]];
const example = (given: object, words: string[]): Row[] => [
  [
    `an example that gives ${JSON.stringify(given)}`,
    { examples: [...RULE.examples, { given, expect: 'silent' }] },
    ['examples[2].given', ...words],
  ],
];
const entityExample = (given: object, words: string[]): Row[] => {
  const silent = { given: {}, expect: 'silent' };
  const when = { number: 'entity.samePhone', atLeast: 3 };
  return [
    [
      `an entity example that gives ${JSON.stringify(given)}`,
      { feed: 'entity', when, examples: [silent, { ...silent, given }] },
      ['examples[1].given', ...words],
    ],
  ];
};

describe('a bad rule is refused with file, rule, place and reason', () => {
  it.each<[string, object, string[]]>([
    ['an unknown key', { wieght: 3 }, ['wieght']],
    ['a weight above 100', { weight: 140 }, ['weight']],
    ['a dimension that does not exist', { dimension: 'danger' }, ['dimension']],
    ['an id in another style', { id: 'guarantee' }, ['编号']],
    ['an unknown operator', { when: { txet: 'text' } }, ['when', '没有这样的条件', 'txet']],
    [
      'two questions in one',
      { when: { text: 'text', number: 'amount' } },
      ['一个条件只能问一件事'],
    ],
    ['an unknown field', { when: { text: 'body', containsAny: ['a'] } }, ['没有名为“body”的字段']],
    [
      'a field of another feed',
      { when: { text: 'businessScope', containsAny: ['a'] } },
      ['不属于本规则'],
    ],
    ...['constructor', 'toString', '__proto__', 'hasOwnProperty', 'entity.constructor'].flatMap(
      (name): Row[] => [
        [
          `a number called ${name}`,
          { when: { number: name, above: 1 } },
          [`没有名为“${name}”的字段`],
        ],
        [`a text called ${name}`, { when: { text: name, containsAny: ['a'] } }, ['没有名为']],
        [`a value called ${name}`, { when: { value: name, in: ['a'] } }, ['没有名为']],
        [`the presence of ${name}`, { when: { present: name } }, ['没有名为']],
        [`a placeholder called ${name}`, { because: `说明 {${name}}` }, [`{${name}} 不是`]],
      ],
    ),
    [
      'a number asked of a text',
      { when: { number: 'text', above: 1 } },
      ['类型不符', '“text”是文本'],
    ],
    ['an age asked of a text', { when: { ageDays: 'title', above: 1 } }, ['类型不符', '需要日期']],
    ['a size asked of a text', { when: { size: 'title', above: 1 } }, ['类型不符', '需要列表']],
    ['a comparison without bounds', { when: { annualYield: {} } }, ['没有写明界限']],
    [
      'bounds that exclude each other',
      { when: { annualYield: { above: 9, below: 3 } } },
      ['永远不能成立'],
    ],
    [
      'bounds that meet in an open point',
      { when: { annualYield: { above: 3, atMost: 3 } } },
      ['永远不能成立'],
    ],
    ['a pattern that is none', { when: { text: 'text', matches: '(' } }, ['正则表达式无效']],
    [
      'a pattern that matches nothing at all',
      { when: { text: 'text', matches: 'a*' } },
      ['永远成立'],
    ],
    [
      'words and a pattern at once',
      { when: { text: 'text', matches: 'a', containsAny: ['b'] } },
      ['只写一个'],
    ],
    [
      'an exception that eats the word',
      { when: { text: 'text', containsAny: ['a'], except: ['a'] } },
      ['永远不能成立'],
    ],
    [
      'an exception inside every word',
      { when: { text: 'text', containsAny: ['保本', '保息'], except: ['保'] } },
      ['例外“保”盖住“保本”', '永远不能成立'],
    ],
    [
      'an exception inside one of the words that are all asked for',
      { when: { text: 'text', containsAll: ['保本', '高息'], except: ['本'] } },
      ['例外“本”盖住“保本”', '永远不能成立'],
    ],
    ['a sum below nothing', { ...COMPLAINT, when: { number: 'amount', atMost: -5 } }, NEVER],
    ['a ratio below nothing', { feed: 'registration', when: RATIO }, NEVER],
    ['a yield below nothing', { when: { annualYield: { below: 0 } } }, NEVER],
    ...['hit', 'noHit'].map((key): Row => [
      `${key} asked of an entity`,
      { feed: 'entity', when: { [key]: 'guarantee' } },
      ['feed: entity 的规则不看单条记录的文字', key],
    ]),
    [
      'words near one another in an entity',
      { feed: 'entity', when: { near: ['a', 'b'], within: 3 } },
      ['feed: entity', 'near'],
    ],
    [
      'a yield asked of an entity',
      { feed: 'entity', when: { annualYield: { above: 9 } } },
      ['feed: entity', 'annualYield'],
    ],
    [
      'a text asked of an entity',
      { feed: 'entity', when: { text: 'all', containsAny: ['a'] } },
      ['feed: entity', 'text'],
    ],
    [
      'a fact of the entity asked of a record',
      { when: { number: 'entity.samePhone', above: 1 } },
      ['“entity.samePhone”是主体的情况', '只有 feed: entity'],
    ],
    ['an empty list of conditions', { when: { all: [] } }, ['when.all']],
    [
      'too many of too few',
      { when: { atLeast: 3, of: [RULE.when, RULE.when] } },
      ['atLeast 须是 1 到 2'],
    ],
    [
      'a fault deep inside',
      { when: { any: [RULE.when, { not: { number: 'x', above: 1 } }] } },
      ['when.any[1].not'],
    ],
    [
      'an entity question about a record',
      { when: { count: 'complaints', days: 7, atLeast: 1 } },
      ['只有 feed: entity'],
    ],
    ['a placeholder nobody fills', { because: '金额{amount}元' }, ['because', '{amount}']],
    [
      'a law that ends before it begins',
      { source: { law: '甲', from: '2026-01-01', to: '2025-01-01' } },
      ['早于起点'],
    ],
    ['a day that is none', { source: { law: '甲', from: '2026-13-01' } }, ['没有这一天']],
    ['a day that February has not', { source: { law: '甲', from: '2026-02-30' } }, ['没有这一天']],
    ['a law without a letter', { source: { law: ' ' } }, ['source', '空白']],
    ['a title without a letter', { title: '  ' }, ['title', '空白']],
    ['a half-life of no time', { halfLifeDays: 1e-300 }, ['halfLifeDays', '至少一天']],
    ['a placeholder without an end', { because: '说明 {quote' }, ['because', '花括号没有成对']],
    ['a placeholder without a begin', { because: '说明 quote}' }, ['because', '花括号没有成对']],
    ['a rule without examples', { examples: [] }, ['examples']],
    [
      'a value that the contract does not know',
      { when: { value: 'medium', in: ['web', 'billboard', 'radio'] } },
      ['“medium”的值没有“billboard”、“radio”', '可用：outdoor'],
    ],
    [
      'a code of a region without quotes',
      { when: { value: 'regionCode', in: [431002] } },
      ['类型不符', '加引号', '431002'],
    ],
    [
      'a text among numbers',
      { feed: 'complaint', when: { value: 'amount', in: [1, '二'] } },
      ['类型不符', '数值', '二'],
    ],
    ['an impossible condition', { when: { all: [RULE.when, { not: RULE.when }] } }, ['互相矛盾']],
    ...example({ record: { text: 1 } }, ['given.record.text', '应是文本', '1']),
    ...example({ record: { medium: '电视' } }, ['given.record.medium', '“电视”']),
    ...example({ record: { advertiser: { name: ['甲'] } } }, ['advertiser.name', '应是文本']),
    ...example({ record: { publishedOn: '昨天' } }, ['publishedOn', '应是日期']),
    ...example({ record: { txet: '保本' } }, ['record.txet', '没有“txet”', '可用：', 'text']),
    ...example({ record: { businessScope: '保本' } }, ['没有“businessScope”']),
    ...example({ record: { advertiser: { title: '甲' } } }, ['没有“advertiser.title”']),
    ...example({ record: { text: '好', constructor: '保本' } }, ['没有“constructor”']),
    ...example({ entity: { samePhone: 1 } }, ['given.entity', '只有 feed: entity']),
    ...entityExample({ entity: { phones: 1 } }, ['given.entity.phones', '主体没有“phones”']),
    ...entityExample({ entity: { complaints: 3 } }, ['given.entity.complaints', '类型不符']),
    ...entityExample({ entity: { complaints: { d7: 9, d30: 1, d90: 9 } } }, ['三个不减的整数']),
    ...entityExample({ entity: { samePhone: '三' } }, ['given.entity.samePhone', '应是数值']),
    ...entityExample({ record: { text: '甲' } }, ['given.record', '主体规则不看单条记录']),
  ])('%s', (_name, change, words) => {
    const message = refusal(change);
    for (const word of ['rules/a.yaml', ...words]) expect(message).toContain(word);
  });

  it('names the rule, and every problem at once', () => {
    const content = {
      rules: [
        { ...RULE, when: { text: 'x', containsAny: ['a'] } },
        { ...RULE, id: 'AD-TWO', because: '{y}好好' },
      ],
    };
    const say = () => compileRules([{ name: 'b.yaml', content }]);
    expect(say).toThrow(/b\.yaml › AD-TEST › when[^]*b\.yaml › AD-TWO › because/);
  });

  it('refuses an id that another file has', () => {
    const [file] = fileWith({});
    expect(() => compileRules([file!, { ...file!, name: 'rules/c.yaml' }])).toThrow(
      '编号重复，已见于 rules/a.yaml',
    );
  });

  it('takes an example with everything that the contract of a registration knows', () => {
    const record = {
      ...{ name: '甲', industry: { code: '6760', edition: '2017' }, phones: ['13800000000'] },
      ...{ shareholders: [{ name: '乙', kind: '自然人', share: 51 }] },
      ...{ changes: [{ field: '住所', before: '东', after: '西', on: '2026-10-01' }] },
      ...{ annualReport: { year: '2025', employees: 3 } },
    };
    const examples = [
      { given: { record }, expect: 'fires' },
      { given: {}, expect: 'silent' },
    ];
    const when = { text: 'name', containsAny: ['甲'] };
    expect(refusal({ feed: 'registration', when, examples })).toBe('');
    const target = { name: '甲', uscc: '', phone: '', website: '', app: '', address: '' };
    const told = { text: '保本', targets: [target], secret: true };
    const complaints = [{ given: { record: told }, expect: 'fires' }, RULE.examples[1]];
    expect(refusal({ feed: 'complaint', examples: complaints })).toBe('');
  });

  it('takes the unchanged rule', () => {
    expect(refusal({})).toBe('');
  });
});

describe('the version', () => {
  const version = (change: object) => compileRules(fileWith(change)).version;

  it('is the same for the same rules and another for any change', () => {
    expect(version({})).toBe(version({}));
    expect(version({ weight: 11 })).not.toBe(version({}));
  });
});
