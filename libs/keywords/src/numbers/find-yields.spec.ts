import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { findYields } from './find-yields.js';
import { numberOf, yuanOf } from './chinese-number.js';

describe('numbers as people write them', () => {
  it.each<[string, number | null]>([
    ['24', 24],
    ['1.5', 1.5],
    ['二十', 20],
    ['十五', 15],
    ['二十四', 24],
    ['一百二', 120],
    ['一百零二', 102],
    ['一百二十', 120],
    ['一点五', 1.5],
    ['半', 0.5],
    ['两', 2],
    ['二〇', 20],
    ['两千', 2000],
    ['点', null],
    ['', null],
    ['十半', null],
  ])('%s is %s', (text, value) => {
    expect(numberOf(text)).toBe(value);
  });

  it.each<[string, string, string, number]>([
    ['1.2', '万', '', 12_000],
    ['1', '万', '5', 15_000],
    ['', '万元', '', 10_000],
    ['50', '元', '', 50],
    ['3', 'w', '', 30_000],
    ['五', '千', '', 5_000],
  ])('%s%s%s is %d yuan', (number, unit, tail, yuan) => {
    expect(yuanOf(number, unit, tail)).toBe(yuan);
  });
});

describe('promised returns become per cent a year', () => {
  it.each<[string, number, string]>([
    ['年化24%', 24, '年化24%'],
    ['年化收益率高达24%', 24, '年化收益率高达24%'],
    ['预期年化收益8%-12%', 12, '年化收益8%-12%'],
    ['年收益１８％', 18, '年收益１８％'],
    ['月息2分', 24, '月息2分'],
    ['月息两分', 24, '月息两分'],
    ['月息一分五', 18, '月息一分五'],
    ['三分利', 36, '三分利'],
    ['给您3分的利息', 36, '3分的利息'],
    ['年息1分2', 12, '年息1分2'],
    ['年息8厘', 8, '年息8厘'],
    ['日息5厘', 18.25, '日息5厘'],
    ['日返1%', 365, '日返1%'],
    ['每天返利百分之一', 365, '每天返利百分之一'],
    ['收益百分之二十', 20, '百分之二十'],
    ['月收益3个点', 36, '月收益3个点'],
    ['每月分红5%', 60, '每月分红5%'],
    ['投1万返1.2万', 20, '投1万返1.2万'],
    ['存10万一年得利息1万5', 15, '存10万一年得利息1万5'],
    ['投资1万元30天返1.2万', 243.33, '投资1万元30天返1.2万'],
    ['每天收益50元/万元', 182.5, '每天收益50元/万元'],
    ['每万元每天收益50元', 182.5, '每万元每天收益50元'],
    ['三个月翻倍', 400, '三个月翻倍'],
    ['一年本金翻两番', 300, '一年本金翻两番'],
    ['收益高达两位数', 10, '两位数'],
    ['年化两位数收益', 10, '年化两位数'],
    ['3个月收益5%', 20, '3个月收益5%'],
    ['6个月期，年化收益9.5%', 9.5, '年化收益9.5%'],
    ['以月息2分向群众借款', 24, '月息2分'],
    ['年化 24 %', 24, '年化 24 %'],
    ['年化二十四%', 24, '年化二十四%'],
    ['收益2%/月', 24, '2%'],
    ['周收益2%', 104, '周收益2%'],
    ['一年期收益率20%', 20, '一年期收益率20%'],
  ])('%s', (text, percent, quote) => {
    const [found, ...more] = findYields(text);
    expect(more).toEqual([]);
    expect(found).toMatchObject({ kind: 'return', percent, quote });
    expect(text.slice(found!.start, found!.end)).toBe(quote);
  });
});

describe('a loan has a price and makes no promise', () => {
  it.each<[string, number]>([
    ['信用贷款月息2厘起', 2.4],
    ['放款快，月息5分', 60],
    ['借款10万，月利率1.5%', 18],
    ['贷款年利率7.2%', 7.2],
    ['逾期按日利率万分之五计收罚息', 18.25],
  ])('%s', (text, percent) => {
    expect(findYields(text)).toEqual([expect.objectContaining({ kind: 'loan', percent })]);
  });
});

describe('neither promise nor price', () => {
  it.each([
    ['全场优惠20%'],
    ['打8折'],
    ['同比增长24%'],
    ['收益同比增长24%'],
    ['绿化率35%'],
    ['持股51%'],
    ['增值税税率13%'],
    ['满意率达到98%'],
    ['三个月产量翻倍'],
    ['晚上8点半开会'],
    ['得了95分'],
    ['十分钟'],
    ['5分钟到账'],
    ['含糖量12%'],
    ['一分钱一分货'],
    ['2024年3月'],
    ['每年返乡'],
    ['买1000返200'],
    ['预存十元可得百元抵用券'],
    ['每月流量翻倍'],
    ['销售额连续2年翻倍'],
    ['活动现金翻倍'],
    ['投资移民涨价翻倍'],
    ['首付30%'],
    [''],
  ])('%s', (text) => {
    expect(findYields(text)).toEqual([]);
  });
});

describe('how it was computed is told', () => {
  it.each([
    ['月息2分', '月息2分 × 12'],
    ['年化24%', '年化24%'],
    ['日返1%', '日返1% × 365'],
    ['三分利', '三分利 × 12（民间习惯按月计）'],
    ['收益百分之二十', '百分之二十（未写期间，按一年计）'],
    ['投1万返1.2万', '投1万返1.2万（10000元得利2000元，未写期间，按一年计）'],
    ['年化8%-12%', '年化8%-12%（区间取上限）'],
  ])('%s', (text, because) => {
    expect(findYields(text)[0]?.because).toBe(because);
  });
});

describe('hostile numbers', () => {
  const piece = fc.constantFrom(
    '年化',
    '月息',
    '2',
    '分',
    '%',
    '百分之',
    '二十',
    '投',
    '万',
    '返',
    '翻',
    '倍',
    '半',
    '点',
    '，',
    '\ud800',
    '😀',
    '每',
    '天',
    '元',
    '/',
    '-',
  );
  it('never throw and always quote a slice', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        const text = pieces.join('');
        for (const found of findYields(text)) {
          expect(found.quote).toBe(text.slice(found.start, found.end));
          expect(Number.isFinite(found.percent) && found.percent > 0).toBe(true);
        }
      }),
      { numRuns: 1000 },
    );
  });

  it.each([
    '9'.repeat(500_000) + '%',
    '年化24%'.repeat(100_000),
    '百'.repeat(500_000),
    '投1万'.repeat(100_000),
    '三分'.repeat(200_000),
  ])('and stay linear in a long text', (text) => {
    expect(findYields(text).length).toBeLessThanOrEqual(200);
  });
});
