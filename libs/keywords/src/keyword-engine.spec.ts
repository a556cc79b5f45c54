import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { Invalid } from '@risk/kit';
import { parse } from 'yaml';
import { compileLexicon } from './keyword-engine.js';
import { parseLexicon, type LexiconSource } from './parse-lexicon.js';
import { reviewLexicon } from './review-lexicon.js';

const folder = new URL('../../../config/lexicon/', import.meta.url);
const shipped: LexiconSource[] = readdirSync(folder)
  .filter((name) => name.endsWith('.yaml'))
  .map((name) => ({ name, data: parse(readFileSync(new URL(name, folder), 'utf8')) as unknown }));
const engine = compileLexicon(parseLexicon(shipped));

const entry = (code: string, terms: readonly unknown[], more: object = {}): object => ({
  code,
  title: '标题',
  dimension: 'inducement',
  weight: 50,
  source: '本地默认',
  terms,
  ...more,
});
const compound = (code: string, more: object): object => {
  const { terms: _terms, ...meaning } = entry(code, []) as Record<string, unknown>;
  return { ...meaning, ...more };
};
const file = (data: object, name = 'a.yaml'): LexiconSource => ({ name, data });
const live = (text: string): string[] =>
  engine
    .scan(text)
    .filter((hit) => hit.suppressed === null)
    .map((hit) => hit.code);

describe('a lexicon that cannot be used is refused by file and key', () => {
  it.each<[string, object, RegExp]>([
    [
      'weight',
      { entries: [entry('a', ['保本'], { weight: 101 })] },
      /a\.yaml › entries\[0\]\.weight/,
    ],
    ['scheme', { entries: [entry('a', ['保本'], { scheme: 'x' })] }, /entries\[0\]\.scheme/],
    ['code', { entries: [entry('A B', ['保本'])] }, /entries\[0\]\.code：代码只能用小写/],
    ['no terms', { entries: [entry('a', [])] }, /entries\[0\]\.terms/],
    [
      'no source',
      { entries: [{ ...entry('a', ['保本']), source: undefined }] },
      /entries\[0\]\.source/,
    ],
    ['an unknown key', { entrys: [] }, /a\.yaml › .*entrys/],
    [
      'a useless term',
      { entries: [entry('a', ['……'])] },
      /entries\[0\]\.terms\[0\]“……”：.*折叠后为空/,
    ],
    [
      'a code twice',
      { entries: [entry('a', ['一']), entry('a', ['二'])] },
      /a\.yaml › entries\[1\]\.code：代码“a”已经写在 a\.yaml › entries\[0\]\.code/,
    ],
    [
      'a compound of what is not there',
      { compounds: [compound('c', { of: [['甲'], ['code:nobody']] })] },
      /a\.yaml › compounds\[0\]：组合“c”提到的“code:nobody”不在词库里/,
    ],
    [
      'a term that is no word',
      { entries: [{ ...entry('a', ['保本']), terms: ['保本', 123] }] },
      /a\.yaml › entries\[0\]\.terms\[1\]：须是一个词，或 \{ term: 词, policy: … \} 这样的映射/,
    ],
    [
      'a policy that is none',
      { entries: [{ ...entry('a', ['保本']), terms: [{ term: '保本', policy: 'foo' }] }] },
      /a\.yaml › entries\[0\]\.terms\[0\]\.policy：.*plain/,
    ],
    [
      'a field that is not read',
      { entries: [entry('a', ['保本'], { fields: ['title', 'tetx'] })] },
      /a\.yaml › entries\[0\]\.fields\[1\]：.*imageText/,
    ],
    [
      'a code named like a scheme',
      { entries: [entry('illegal-fundraising', ['保本'])] },
      /entries\[0\]\.code：这是方案的代码/,
    ],
    [
      'a compound that bars what it needs',
      { compounds: [compound('c', { of: [['甲'], ['乙']], without: ['乙'] })] },
      /compounds\[0\]\.without：必需的词都列在 without 里/,
    ],
    [
      'an endless window',
      { cues: [{ kind: 'warning', source: 'x', window: 999, terms: ['谨防'] }] },
      /cues\[0\]\.window/,
    ],
  ])('%s', (_, data, message) => {
    expect(() => parseLexicon([file(data)])).toThrow(Invalid);
    expect(() => parseLexicon([file(data)])).toThrow(message);
  });

  it('names duplicate, shadowed and contradictory terms of one that can be used', () => {
    const sources = [
      file({
        entries: [
          entry('a', ['保本', '保本高息', '谨防']),
          entry('c', ['稳赚', '稳赚不赔'], { policy: 'disguised' }),
        ],
      }),
      file({ entries: [entry('b', [{ term: '保.本' }, '高息'])] }, 'b.yaml'),
      file({ allow: [{ source: 'x', terms: ['谨防诈骗', '谨防'] }] }, 'allow.yaml'),
      file({}, 'empty.yaml'),
    ];
    expect(reviewLexicon(sources, compileLexicon(parseLexicon(sources)))).toEqual([
      'b.yaml › entries[0].terms[0]：“b”的词条“保.本”重复，已写在 a.yaml › entries[0].terms[0]（“a”）',
      'a.yaml › entries[0].terms[1]：“a”的词条“保本高息”已被更短的“保本”涵盖，不必再写',
      'a.yaml › entries[0].terms[2]：“a”的词条“谨防”自身就被放行短语盖住，永远不计分',
    ]);
  });

  it('names a term twice where two codes speak in one field, and the cue that covers one', () => {
    const sources = [
      file({
        entries: [
          entry('a', ['保本'], { fields: ['title', 'text'] }),
          entry('b', ['保本'], { fields: ['text', 'imageText'] }),
          entry('c', ['保本', '不承诺'], { fields: ['businessScope'] }),
        ],
        cues: [{ kind: 'negation', source: 'x', terms: ['不承诺'] }],
      }),
    ];
    expect(reviewLexicon(sources, compileLexicon(parseLexicon(sources)))).toEqual([
      'a.yaml › entries[1].terms[0]：“b”的词条“保本”重复，已写在 a.yaml › entries[0].terms[0]（“a”）',
      'a.yaml › entries[2].terms[1]：“c”的词条“不承诺”自身就被语境提示词“不承诺”盖住，永远不计分',
    ]);
  });

  it('tells the line of what is wrong, where its source can', () => {
    const source = { ...file({ entries: [entry('a', ['……'])] }), lineOf: () => 12 };
    expect(() => parseLexicon([source])).toThrow(/a\.yaml 第 12 行 › entries\[0\]\.terms\[0\]/);
  });
});

describe('the version', () => {
  const versionOf = (data: object): string => compileLexicon(parseLexicon([file(data)])).version;
  it('tells lexicons apart and equal ones alike', () => {
    const one = { entries: [entry('a', ['保本'])] };
    expect(versionOf(one)).toBe(versionOf(structuredClone(one)));
    expect(versionOf(one)).not.toBe(versionOf({ entries: [entry('a', ['保本'], { weight: 51 })] }));
    expect(versionOf(one)).toMatch(/^[0-9a-f]{12}$/);
  });
});

describe('the shipped lexicon', () => {
  it('has no errors, terms for every scheme, and a source on every code', () => {
    const lexicon = parseLexicon(shipped);
    const schemes = new Set(lexicon.entries.map((e) => e.scheme));
    expect([...schemes]).toEqual(
      expect.arrayContaining([
        'illegal-fundraising',
        'illegal-lending',
        'pyramid-selling',
        'virtual-currency',
        'illegal-securities',
        'underground-banking',
        'illegal-insurance',
        'pension-fraud',
        'credit-repair',
        'debt-evasion',
      ]),
    );
    expect(lexicon.entries.flatMap((e) => e.terms).length).toBeGreaterThan(600);
  });

  it.each([
    ['本产品保本保息，稳赚不赔', 'guaranteed-return'],
    ['保.本 高 收 益', 'high-return'],
    ['寳本高息', 'guaranteed-return'],
    ['直推奖、见点奖天天拿', 'pyramid-reward'],
    ['USDT场外OTC，收U', 'coin-trading'],
    ['老师带单，抓涨停', 'stock-tipping'],
    ['征信洗白，铲单', 'credit-washing'],
    ['黑户可贷，不看征信', 'unlicensed-loan-ad'],
    ['预订养老床位返利', 'pension-prepay'],
    ['产登公司帮您债务清零', 'debt-dissolving'],
    ['代理退保全额退', 'policy-surrender-fraud'],
    ['私下换汇找我', 'foreign-exchange'],
    ['平台暴雷，无法提现', 'cannot-pay'],
    ['请求严厉打击传销', 'pyramid-named'],
    ['举报该公司非法集资', 'fundraising-named'],
  ])('%s says %s', (text, code) => {
    expect(live(text)).toContain(code);
  });

  it.each([
    '谨防保本高息骗局',
    '警惕高收益陷阱，远离非法集资',
    '本产品不承诺保本',
    '非保本浮动收益',
    '我行不保证收益',
    '不得从事吸收公众存款、发放贷款、代客理财',
    '接受金融机构委托从事信息技术和流程外包服务（不含金融信息服务）',
    '以自有资金从事投资活动',
    '自有资金投资的资产管理服务',
    '非融资担保服务',
    '防范非法集资宣传月活动',
    '保本高息的都是骗局',
    '网上说该公司非法集资纯属谣言',
    '提高收益分配透明度',
    '环保本月开展检查',
    '数字人民币试点',
    '反洗钱培训',
    '召开招标会',
  ])('%s says nothing', (text) => {
    expect(live(text)).toEqual([]);
  });
});

describe('context', () => {
  it.each<[string, string, string | null]>([
    ['谨防保本', '保本', 'warning text 谨防 at 0-2'],
    ['我们不承诺保本', '保本', 'negation 不承诺 at 2-5'],
    ['不保本', '保本', 'negation 不保本 at 0-3'],
    ['警惕。我司保本', '保本', null],
    ['不承诺赎回，保本', '保本', null],
    ['不仅保本', '保本', null],
    ['不得不说真保本', '保本', null],
    ['国家明令禁止的，他们宣称保本', '保本', null],
    ['谨 防 保 本', '保本', 'warning text 谨 防 at 0-3'],
    ['非法集资的说法纯属谣言', '非法集资', 'denial 纯属谣言 at 7-11'],
  ])('%s', (text, term, suppressed) => {
    const hit = engine.scan(text).find((found) => found.term === term);
    expect(hit?.suppressed).toBe(suppressed);
  });

  it('reaches no further than its window', () => {
    const far = `谨防${'一'.repeat(40)}保本`;
    expect(engine.scan(far).find((hit) => hit.term === '保本')?.suppressed).toBeNull();
  });

  it('stays calm among a hundred thousand cues', () => {
    const text = '谨防保本'.repeat(50_000);
    const hits = engine.scan(text, 'longest');
    expect(hits.length).toBeGreaterThan(49_000);
    expect(hits.every((hit) => hit.suppressed !== null)).toBe(true);
  });
});
