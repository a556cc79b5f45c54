import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Changes, RuleEdit, WholeBook } from '@risk/editions';
import { rulesIn } from '@risk/editions';
import { compileRegions } from '@risk/routing';
import { loadConfig, plainFile, yamlText } from '@risk/settings';
import { DraftBench } from './draft-bench.js';

const AT = new Date('2026-11-02T09:00:00+08:00');
const RULE = 'CP-WITHDRAW';
const NOTHING: Changes = { base: '1', rules: [], removed: [], words: [] };

let bench: DraftBench;
let base: WholeBook;

/** A rule of the shipped ones as somebody edits it. */
function edit(id: string, more: Partial<RuleEdit> = {}, fields: object = {}): RuleEdit {
  const filed = rulesIn(base).find(({ rule }) => rule.id === id);
  if (!filed) throw new Error(`no rule ${id}`);
  const { id: _id, when, examples, ...others } = filed.rule;
  return {
    ...{ id, file: filed.file, when: yamlText(when), examples: yamlText(examples) },
    ...more,
    fields: { ...others, ...fields },
  };
}

beforeAll(async () => {
  const config = await loadConfig('config');
  base = {
    rules: config.rules.map(plainFile),
    scoring: plainFile(config.scoring),
    lexicon: config.lexicon.map(plainFile),
  };
  bench = new DraftBench(config, compileRegions(config.regions.content));
}, 60_000);

const placesOf = (changes: Partial<Changes>) =>
  bench
    .check(base, { ...NOTHING, ...changes })
    .problems.map(({ rule, list, part, line }) => [rule ?? list, part, line]);

describe('a draft that is checked', () => {
  it('is as good as what it changes when it changes nothing', () => {
    const report = bench.check(base, NOTHING);
    expect(report).toMatchObject({ problems: [], examples: [] });
    expect(report.versions).toEqual(bench.checkWhole(base).versions);
  });

  it('has other versions with another weight, and its examples hold', () => {
    const report = bench.check(base, { ...NOTHING, rules: [edit(RULE, {}, { weight: 52 })] });
    expect(report.problems).toEqual([]);
    expect(report.examples.every(({ passed, rule }) => passed && rule === RULE)).toBe(true);
    expect(report.examples.length).toBeGreaterThan(1);
    expect(report.versions?.rules).not.toBe(bench.checkWhole(base).versions?.rules);
    expect(report.versions?.lexicon).toBe(bench.checkWhole(base).versions?.lexicon);
  });

  it.each<[string, Partial<RuleEdit>, object, unknown[]]>([
    ['no YAML', { when: 'all:\n  - text: all\n    containsAny: [甲' }, {}, [RULE, 'when', 3]],
    [
      'a reference to nothing',
      { when: 'all:\n  - text: all\n    containsAny: *nothing\n' },
      {},
      [RULE, 'when', 3],
    ],
    ['a tab', { when: 'all:\n\t- text: all' }, {}, [RULE, 'when', 2]],
    [
      'a question that nobody knows',
      { when: 'all:\n  - text: all\n    containsAny: [甲]\n  - texts: all\n' },
      {},
      [RULE, 'when', 4],
    ],
    [
      'a field of another feed',
      { when: 'text: imageText\ncontainsAny: [甲]\n' },
      {},
      [RULE, 'when', 1],
    ],
    ['a weight beyond all', {}, { weight: 120 }, [RULE, 'weight', null]],
    ['no title', {}, { title: '' }, [RULE, 'title', null]],
    ['a day that is none', {}, { source: { law: '甲', from: '2026' } }, [RULE, 'source', null]],
    ['a template with a stranger', {}, { because: '因为{nothing}' }, [RULE, 'because', null]],
    [
      'an example that does not hold',
      {
        examples:
          '- given: { record: { text: 停水 } }\n  expect: fires\n' +
          '- given: { record: { text: 停电 } }\n  expect: silent\n',
      },
      {},
      [RULE, 'examples', 1],
    ],
  ])('says where: %s', (_says, more, fields, place) => {
    expect(placesOf({ rules: [edit(RULE, more, fields)] })).toContainEqual(place);
  });

  it('says it in Chinese', () => {
    const [problem] = bench.check(base, {
      ...NOTHING,
      rules: [edit(RULE, { when: 'all:\n  - text: all\n    containsAny: [甲' })],
    }).problems;
    expect(problem?.says).toBe('不是正确的 YAML：缩进不对（同一层的行要对齐），或者括号没有成对');
  });

  it('takes a new rule and lets go of one that nobody needs', () => {
    const fresh = { ...edit(RULE), id: 'CP-FRESH' };
    expect(placesOf({ rules: [fresh] })).toEqual([]);
    expect(placesOf({ rules: [{ ...fresh, file: 'rules/none.yaml' }] })).toContainEqual([
      ...['CP-FRESH', 'file', null],
    ]);
    expect(placesOf({ removed: ['CP-OVERDUE'] }).length).toBeGreaterThan(0);
  });

  it('says when a rule that is to go is not there', () => {
    const { problems } = bench.check(base, { ...NOTHING, removed: ['NOPE'] });
    expect(problems).toMatchObject([{ rule: 'NOPE', says: '没有规则 NOPE，不能删除' }]);
  });

  it.each<[string, Changes['words'][number], number | null]>([
    ['a list that is not there', { list: 'nothing', add: ['甲'], remove: [] }, null],
    ['a word that is there', { list: 'fundraising-named', add: ['非法集资'], remove: [] }, 1],
    [
      'a word of nothing but marks',
      { list: 'fundraising-named', add: ['甲', '——'], remove: [] },
      2,
    ],
    ['a word that is not there', { list: 'fundraising-named', add: [], remove: ['无此词'] }, null],
    ['words of a compound', { list: 'withdrawal-blocked', add: ['甲'], remove: [] }, null],
  ])('refuses %s', (_says, change, line) => {
    expect(placesOf({ words: [change] })).toEqual([[change.list, '', line]]);
  });
});

describe('a text that is tried', () => {
  const complaint = (text: string) => ({ feed: 'complaint' as const, text });
  const spans = (text: string, book = base) =>
    bench
      .try(book, complaint(text), AT)
      .texts.flatMap((one) => one.spans)
      .map(({ from, to, kind }) => [text.slice(from, to), kind]);

  it('marks words, numbers, cues and what rules rest on', () => {
    const marks = spans('不承诺保本。月息2分，到期无法提现，投资款要不回来');
    for (const mark of [
      ['不承诺', 'cue'],
      ['保本', 'suppressed'],
      ['月息2分', 'yield'],
    ])
      expect(marks).toContainEqual(mark);
    expect(marks.some(([, kind]) => kind === 'rule')).toBe(true);
  });

  it('is judged as a record would be', () => {
    const trial = bench.try(base, complaint('在该公司投资理财，现在无法提现，老板失联'), AT);
    expect(trial.tier).not.toBe('none');
    expect(trial.signals.map(({ code }) => code)).toContain(RULE);
    expect(trial.next === null || trial.next.from > trial.score).toBe(true);
    expect(bench.try(base, complaint('小区停水三天'), AT)).toMatchObject({
      ...{ score: 0, tier: 'none', signals: [] },
    });
  });

  it('tells how a percentage was computed and what was undone', () => {
    const { yields, hits } = bench.try(base, complaint('葆本高息，月息2分'), AT);
    expect(yields).toMatchObject([{ kind: 'return', percent: 24, because: '月息2分 × 12' }]);
    expect(hits.flatMap(({ transforms }) => transforms)).toContain('谐音');
  });

  it('finds a word of the draft, and not without it', () => {
    const words = [{ list: 'fundraising-named', add: ['云养犇分红'], remove: [] }];
    const text = complaint('参加云养犇分红');
    const codes = ({ signals }: ReturnType<DraftBench['try']>) => signals.map(({ code }) => code);
    expect(codes(bench.try(base, text, AT))).not.toContain('fundraising-named');
    expect(codes(bench.tryChanges(base, { ...NOTHING, words }, text, AT))).toContain(
      'fundraising-named',
    );
  });

  it('is refused on a draft that is wrong', () => {
    const words = [{ list: 'nothing', add: ['甲'], remove: [] }];
    expect(() => bench.tryChanges(base, { ...NOTHING, words }, complaint('甲'), AT)).toThrow(
      '草案还有错',
    );
  });

  it('takes what a registration tells', () => {
    const trial = bench.try(
      base,
      {
        ...{ feed: 'registration', name: '郴州某某财富管理有限公司', event: 'establish' },
        ...{ businessScope: '资产管理；理财咨询', registeredCapital: 5e7, industryCode: '6760' },
      },
      AT,
    );
    expect(trial.texts.map(({ label }) => label)).toEqual(['名称', '经营范围']);
    expect(trial.names).toEqual(['郴州某某财富管理有限公司']);
  });
});
