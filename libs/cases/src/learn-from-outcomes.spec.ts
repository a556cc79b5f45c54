import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Scheme } from '@risk/domain';
import { examplesOf } from './learn-from-outcomes.js';
import { maskPersons } from './mask-persons.js';
import type { DecidedText } from './ports.js';

describe('masking', () => {
  it.each<[string, string, string[]?]>([
    ['打13812345678联系', '打［电话］联系'],
    ['打138-1234-5678、０１３８１２３４５６７８', '打［电话］、［电话］'],
    ['座机0735-2345678', '座机［电话］'],
    ['身份证431002199001011234', '身份证［证件号］'],
    ['身份证 43100219900101123x。', '身份证 ［证件号］。'],
    ['卡号6222 0212 3456 7890 123', '卡号［账号］'],
    ['投了1000000元，共 3000000 多元', '投了1000000元，共 3000000 多元'],
    ['年化24%，满36个月', '年化24%，满36个月'],
    ['我叫赵小明，赵小明的钱', '我叫［举报人］，［举报人］的钱', ['赵小明', '']],
    ['王某', '王某', ['王']],
    ['我叫＊＊＊，家住燕泉路7号', '我叫［举报人］，家住［举报人］'],
  ])('%s', (text, masked, reporter = []) => {
    expect(maskPersons(text, reporter)).toBe(masked);
  });

  it('leaves no number of a telephone or of papers, however it is set', () => {
    const digits = (n: number) => fc.stringMatching(new RegExp(`^[0-9]{${n}}$`));
    const phone = digits(9).map((rest) => `13${rest}`);
    const paper = digits(17).map((rest) => `4${rest}`);
    const joint = fc.constantFrom('', ' ', '-');
    fc.assert(
      fc.property(fc.oneof(phone, paper), joint, fc.boolean(), (number, gap, wide) => {
        const set = Array.from(number, (d) =>
          wide ? String.fromCharCode(d.charCodeAt(0) + 0xfee0) : d,
        );
        const text = `请联系${set.join(gap)}这个人`;
        expect(maskPersons(text)).toMatch(/^请联系［(电话|证件号)］这个人$/);
      }),
    );
  });
});

const text = (
  recordId: string,
  entityId: string,
  label: Scheme,
  more: Partial<DecidedText> = {},
) => ({
  recordId,
  entityId,
  names: [],
  text: `文 ${recordId}`,
  label,
  reporter: [],
  ...more,
});

describe('examples from outcomes', () => {
  it('hold one text a record, without persons and names', () => {
    const { examples } = examplesOf([
      text('1', '7', 'illegal-lending', {
        names: ['郴州某某贷', '郴州某某贷款有限公司'],
        text: '赵小明说郴州某某贷款有限公司（郴州某某贷）打13812345678',
        reporter: ['赵小明'],
      }),
    ]);
    expect(examples).toEqual([
      {
        text: '［举报人］说某单位（某单位）打［电话］',
        label: 'illegal-lending',
        group: 'entity:7',
      },
    ]);
  });

  it('are left out where one text speaks of cases that ended differently, and counted', () => {
    const { examples, contradicting } = examplesOf([
      text('1', '7', 'illegal-lending'),
      text('1', '8', 'none'),
      text('2', '8', 'none'),
    ]);
    expect(contradicting).toBe(1);
    expect(examples.map((e) => e.text)).toEqual(['文 2']);
  });

  it('teach once what came twice about one case', () => {
    const same = { text: '保本高息' };
    const twice = [text('1', '7', 'other', same), text('2', '7', 'other', same)];
    expect(examplesOf(twice).examples).toHaveLength(1);
    expect(examplesOf([...twice, text('3', '8', 'other', same)]).examples).toHaveLength(2);
  });

  it('share a group whenever records tie their entities together, over however many', () => {
    const some = fc.array(
      fc.tuple(fc.constantFrom('a', 'b', 'c', 'd', 'e'), fc.constantFrom('1', '2', '3', '4', '5')),
      { maxLength: 10 },
    );
    fc.assert(
      fc.property(some, (pairs) => {
        const texts = pairs.map(([record, entity]) => text(record, entity, 'other'));
        const { examples } = examplesOf(texts);
        const groupOf = new Map(examples.map((e) => [e.text.slice(2), e.group]));
        const entitiesOf = (record: string) =>
          pairs.filter(([r]) => r === record).map(([, e]) => e);
        const reach = (from: string): Set<string> => {
          const met = new Set([from]);
          for (const one of met) {
            const theirs = entitiesOf(one);
            pairs.filter(([, entity]) => theirs.includes(entity)).forEach(([r]) => met.add(r));
          }
          return met;
        };
        for (const [record, group] of groupOf)
          for (const [other, theirs] of groupOf)
            expect(theirs === group).toBe(reach(record).has(other));
      }),
    );
  });
});
