import { describe, expect, it } from '@jest/globals';
import { compileRules } from '../index.js';
import { slowPart } from './slow-pattern.js';

describe('a pattern that may be read in endlessly many ways is told by its shortest such part', () => {
  it.each([
    ['(保+)+息', '(保+)+'],
    ['(保+)+?息', '(保+)+?'],
    ['承诺(?<甲>保*)*息', '(?<甲>保*)*'],
    ['^(保+)+$', '(保+)+'],
    ['(保|保)+息', '(保|保)+'],
    ['(保|保本)*息', '(保|保本)*'],
    ['(保|)+息', '(保|)+'],
    ['(每(天|日)?.)+返', '(每(天|日)?.)+'],
    ['(保?){40}息', '(保?){40}'],
    ['(保{1,9}){1,9}息', '(保{1,9}){1,9}'],
    ['(.)\\1+息', '\\1+'],
    ['返利|.*.*息', '.*.*息'],
    ['.*保.*本', '.*保.*本'],
    ['保*保*保*息', '保*保*保*息'],
    ['(?<!保+保+保+)息', '(?<!保+保+保+)'],
  ])('%s', (pattern, part) => {
    const slow = slowPart(pattern);
    expect(slow).not.toBeNull();
    expect(`…${slow}`).toContain(part);
    expect(() => new RegExp(pattern, 'u')).not.toThrow();
  });
});

describe('a pattern that is read in few ways is taken', () => {
  it.each([
    '收益.',
    '(甲|乙)+丙',
    '(每(天|日)?返)+利',
    '(.|\\n)+息',
    '(元[0-9]+)+月',
    '[0-9]+(\\.[0-9]+)?%',
    '(?:(?!不).)*保本',
    '[(保+)+]息',
    '\\(保+\\)+',
    '.{0,20}保.{0,20}本.{0,20}息',
    '(银行|证券).*(股份|有限责任)?(公司|支行)$',
    '(?<!(不|防范).{0,12})非法集资',
    '([0-9]{4}){2}年',
  ])('%s', (pattern) => {
    expect(slowPart(pattern)).toBeNull();
  });
});

describe('a rule with such a pattern', () => {
  const rule = (matches: string) => ({
    ...{ id: 'CP-TEST', title: '测试', feed: 'complaint', source: { law: '本地默认' } },
    ...{ dimension: 'complaint', weight: 1, halfLifeDays: 9, because: '出现“{quote}”' },
    when: { text: 'text', matches },
    examples: [
      { given: { record: { text: '保息' } }, expect: 'fires' },
      { given: { record: { text: '停水' } }, expect: 'silent' },
    ],
  });
  const compiling = (matches: string) => () =>
    compileRules([{ name: 'rules/a.yaml', content: { rules: [rule(matches)] } }]);

  it('is refused with the part that is to be written otherwise', () => {
    expect(compiling('(保+)+息')).toThrow(
      /rules\/a\.yaml › CP-TEST › when：.*“\(保\+\)\+”的读法太多/,
    );
    expect(compiling('保+息')).not.toThrow();
  });

  it('is refused when it is longer than anybody can read', () => {
    expect(compiling('保'.repeat(2_001))).toThrow('最长 2000 个字');
  });
});
