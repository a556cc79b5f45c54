import { describe, expect, it } from '@jest/globals';
import type { OutcomeVerdict } from '@risk/domain';
import { Invalid } from '@risk/kit';
import type { CreditCase } from './credit-columns.js';
import { draftCreditRecord, signCreditRecord } from './credit-record.js';

const PENALTY = {
  number: '郴金罚决字〔2026〕1号',
  decidedOn: '2026-11-20',
  organ: '某处罚机关',
  organUscc: null,
  violation: null,
  facts: '向不特定对象吸收资金',
  basis: '《防范和处置非法集资条例》第三十条',
  category: '罚款',
  content: '罚款三十万元',
  fine: 300_000,
  confiscated: null,
  licence: null,
  validUntil: null,
  publicUntil: null,
};
const aCase = (more: Partial<CreditCase> = {}): CreditCase => ({
  verdict: 'confirmed',
  scheme: 'illegal-fundraising',
  name: '某公司',
  kind: '法人及非法人组织',
  uscc: '91431000MA4L00000X',
  registration: null,
  representative: '李某',
  penalty: PENALTY,
  source: { name: '郴州市委金融办', uscc: null },
  ...more,
});
const draftOf = (more: Partial<CreditCase> = {}) => draftCreditRecord([aCase(more)]);
const cellsOf = (more: Partial<CreditCase> = {}) => {
  const { head, rows } = draftOf(more).records;
  return Object.fromEntries(head.map((name, i) => [name, rows[0]![i]]));
};
const SIGNED = { by: '张某', because: '已核对决定书' };

describe('a row', () => {
  it('stands in the layout of the platform', () => {
    const { head } = draftOf().records;
    expect(head).toHaveLength(30);
    expect(head.slice(0, 3)).toEqual([
      '行政相对人名称',
      '行政相对人类别',
      '行政相对人代码_1(统一社会信用代码)',
    ]);
    expect(head.slice(-3)).toEqual(['数据来源单位', '数据来源单位统一社会信用代码', '备注']);
  });

  it('has sums in 万元 and days with slashes', () => {
    expect(cellsOf()).toMatchObject({
      '罚款金额（万元）': 30,
      处罚决定日期: '2026/11/20',
      行政处罚决定书文号: '郴金罚决字〔2026〕1号',
    });
  });

  it('guesses nothing: what nobody told is empty and listed', () => {
    const [lacks] = draftOf().toFillIn;
    expect(lacks).toMatchObject({ row: 1, name: '某公司' });
    expect(lacks!.columns).toEqual(
      expect.arrayContaining([
        '违法行为类型',
        '公示截止期',
        '处罚机关统一社会信用代码',
        '法定代表人证件号码',
      ]),
    );
    for (const column of lacks!.columns) expect(cellsOf()[column]).toBeNull();
  });

  it.each<[string, Partial<CreditCase>, string]>([
    ['a firm lacks no papers of a person', {}, '证件号码'],
    [
      'a firm with a credit code lacks no number of registration',
      {},
      '行政相对人代码_2(工商注册号)',
    ],
    [
      'a person lacks no credit code',
      { kind: '自然人', uscc: null },
      '行政相对人代码_1(统一社会信用代码)',
    ],
  ])('%s', (_, more, column) => {
    expect(draftOf(more).toFillIn[0]!.columns).not.toContain(column);
  });

  it('of a person leaves the number of the papers to people', () => {
    expect(draftOf({ kind: '自然人', uscc: null }).toFillIn[0]!.columns).toContain('证件号码');
  });
});

describe('what is no credit record', () => {
  it.each(['refuted', 'transferred'] as OutcomeVerdict[])('a case that is %s', (verdict) => {
    expect(() => draftOf({ verdict })).toThrow('不得报送信用记录');
  });

  it.each([
    ['no penalty', { penalty: null }, '第三十三条只对受到行政处罚的'],
    ['no number', { penalty: { ...PENALTY, number: ' ' } }, '请填写行政处罚决定书文号'],
    ['no organ', { penalty: { ...PENALTY, organ: '' } }, '请填写处罚机关'],
    ['no day', { penalty: { ...PENALTY, decidedOn: '2026-13-01' } }, '不是 yyyy-mm-dd 的日期'],
  ])('%s', (_, more, message) => {
    expect(() => draftOf(more)).toThrow(Invalid);
    expect(() => draftOf(more)).toThrow(message);
  });

  it('nothing at all', () => {
    expect(() => draftCreditRecord([])).toThrow('没有可以报送的案件');
  });
});

describe('signing off', () => {
  it.each([
    ['by nobody', { by: ' ', because: '已核对' }, 'by：请写明由谁决定'],
    ['without a reason', { by: '张某', because: '' }, 'because：请写明理由'],
  ])('%s does not happen', (_, signature, message) => {
    expect(() => signCreditRecord(draftOf(), signature)).toThrow(message);
  });

  it('gives the records, what is left to fill in, and who answers for it', () => {
    const { sheets } = signCreditRecord(draftOf(), SIGNED);
    expect(sheets.map(({ name }) => name)).toEqual(['行政处罚', '待人工填写', '签发']);
    expect(sheets[2]!.rows).toEqual([['张某', '已核对决定书']]);
  });
});
