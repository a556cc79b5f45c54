import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { packTerms } from '../packed-terms.js';
import { PlaceList } from '../place-list.js';
import { TermScanner } from '../term-scanner.js';
import { findYields, findYieldsAt } from './find-yields.js';
import { isTrigger, numberTriggers } from './number-triggers.js';

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

describe('a rate is found in every form that people write it in', () => {
  it.each<[form: string, text: string, percent: number, quote: string]>([
    ['parts of a hundred', '年化收益可达百分之十八至二十四', 24, '年化收益可达百分之十八至二十四'],
    ['parts of a hundred', '每天分红百分之零点五', 182.5, '每天分红百分之零点五'],
    ['parts of a hundred', '收益百分之10到百分之15', 15, '百分之10到百分之15'],
    ['parts of a hundred', '收益佰分之二拾', 20, '佰分之二拾'],
    ['parts of a thousand', '日化千分之三', 109.5, '日化千分之三'],
    ['parts of a thousand', '日收益3‰', 109.5, '日收益3‰'],
    ['parts of ten thousand', '日息万五', 18.25, '日息万五'],
    ['parts of ten thousand', '每日分红万分之八', 29.2, '每日分红万分之八'],
    ['points', '月化1.5个点', 18, '月化1.5个点'],
    ['points', '年化12个百分点', 12, '年化12个百分点'],
    ['points', '月收益2-3个点', 36, '月收益2-3个点'],
    ['per cent', '年化收益率１２．５％', 12.5, '年化收益率１２．５％'],
    ['per cent', '预期年化收益1,200%', 1200, '年化收益1,200%'],
    ['per cent', '年化收益⑧%', 8, '年化收益⑧%'],
    ['ranges', '日收益0.8%-1.2%', 438, '日收益0.8%-1.2%'],
    ['ranges', '年化8%到12%', 12, '年化8%到12%'],
    ['ranges', '年化8%——12%', 12, '年化8%——12%'],
    ['ranges', '年化12%～8%', 12, '年化12%～8%'],
    ['ranges', '静态收益日1%-3%', 1095, '日1%-3%'],
    ['folk rates', '利息三分五', 42, '利息三分五'],
    ['folk rates', '利息三分半', 42, '利息三分半'],
    ['folk rates', '月息1分8', 21.6, '月息1分8'],
    ['folk rates', '月息1分5厘', 18, '月息1分5厘'],
    ['folk rates', '二分五的利', 30, '二分五的利'],
    ['folk rates', '一毛的利', 120, '一毛的利'],
    ['folk rates', '月息1毛', 120, '月息1毛'],
    ['folk rates', '月息２．５分', 30, '月息２．５分'],
    ['folk rates', '月息贰分', 24, '月息贰分'],
    ['folk rates', '月息2-3分', 36, '月息2-3分'],
    ['folk rates', '月息两三分', 36, '月息两三分'],
    ['folk rates', '8厘至1分的利息', 12, '8厘至1分的利息'],
    ['folk rates', '利息给到每月2分', 24, '利息给到每月2分'],
    ['folk rates', '月回报3分', 36, '月回报3分'],
    ['folk rates', '按2分计息', 24, '2分计息'],
    ['folk rates', '2分的月息', 24, '2分的月息'],
    ['folk rates', '十分利', 120, '十分利'],
    ['folk rates', '日息2分', 73, '日息2分'],
    ['sums', '10万元每月领3000元', 36, '10万元每月领3000元'],
    ['sums', '存5万每年得6000', 12, '存5万每年得6000'],
    ['sums', '投3万元，每天返300元', 365, '投3万元，每天返300元'],
    ['sums', '投入1万，半年回本1.5万', 100, '投入1万，半年回本1.5万'],
    ['sums', '每天每万元50元', 182.5, '每天每万元50元'],
    ['sums', '万元日收益50元', 182.5, '万元日收益50元'],
    ['sums', '十万元一年变十二万', 20, '十万元一年变十二万'],
    ['sums', '买一万返一万二', 20, '买一万返一万二'],
    ['sums', '投1w返1.2w', 20, '投1w返1.2w'],
    ['sums', '1万元一天50元收益', 182.5, '1万元一天50元收益'],
    ['sums', '每10万元年收益1.2万元', 12, '每10万元年收益1.2万元'],
    ['sums', '入会费3800元，每天返38元', 365, '入会费3800元，每天返38元'],
    ['sums', '投1万5千，每月收益300元', 24, '投1万5千，每月收益300元'],
    ['sums', '存一万二千元一年利息六百元', 5, '存一万二千元一年利息六百元'],
    ['sums', '投资2万元日赚300元', 547.5, '投资2万元日赚300元'],
    ['multiples', '三年翻一番', 33.33, '三年翻一番'],
    ['multiples', '半年翻倍', 200, '半年翻倍'],
    ['multiples', '本金翻三番', 700, '翻三番'],
    ['multiples', '收益高达3倍', 300, '收益高达3倍'],
    ['multiples', '3倍以上的回报', 300, '3倍以上的回报'],
    ['multiples', '原始股一年涨10倍', 900, '一年涨10倍'],
    ['numbers of digits', '收益率超过两位数', 10, '两位数'],
    ['numbers of digits', '年化收益三位数', 100, '年化收益三位数'],
    ['words behind', '不低于15%的年回报', 15, '15%'],
    ['words behind', '3%的月息', 36, '3%'],
    ['words behind', '1.5%的日收益', 547.5, '1.5%'],
    ['words behind', '24%（年化）', 24, '24%'],
    ['words behind', '10%以上的收益', 10, '10%'],
    ['periods', '月利率2%', 24, '月利率2%'],
    ['periods', '年利率百分之三十六', 36, '年利率百分之三十六'],
    ['periods', '每月固定返还本金的3%', 36, '每月固定返还本金的3%'],
    ['periods', '年回报率18%', 18, '年回报率18%'],
    ['periods', '周返5%', 260, '周返5%'],
    ['periods', '季度分红6%', 24, '季度分红6%'],
    ['periods', '按月付息1.2%', 14.4, '按月付息1.2%'],
    ['periods', '天天返利3%', 1095, '天天返利3%'],
    ['periods', '每个交易日返1%', 250, '每个交易日返1%'],
    ['periods', '每3个月分红5%', 20, '每3个月分红5%'],
    ['periods', '收益2%一个月', 24, '2%'],
    ['periods', '三个月期产品收益3%', 3, '三个月期产品收益3%'],
    ['periods', '近七日年化收益率1.8%', 1.8, '年化收益率1.8%'],
    ['periods', '2019年收益率20%', 20, '20%'],
    ['no period', '收益高达30%以上', 30, '30%'],
    ['no period', '动态收益10%', 10, '10%'],
    ['no period', '收益率由8%提高至12%', 12, '12%'],
    ['disguise', '年化報酬率２４％', 24, '年化報酬率２４％'],
    ['disguise', '年 化 收 益 24 %', 24, '年 化 收 益 24 %'],
    ['disguise', '年★化★收★益24%', 24, '年★化★收★益24%'],
    ['disguise', '低月/息2分', 24, '月/息2分'],
    ['disguise', '投資壹萬元返壹萬貳', 20, '投資壹萬元返壹萬貳'],
  ])('%s: %s', (_form, text, percent, quote) => {
    expect(findYields(text).at(-1)).toMatchObject({ kind: 'return', percent, quote });
  });

  it('and each one of a list', () => {
    const quotes = (text: string): string[] => findYields(text).map(({ quote }) => quote);
    expect(quotes('年化收益分别为10%和12%')).toEqual([
      '年化收益分别为10%',
      '年化收益分别为10%和12%',
    ]);
    expect(quotes('月息2分，投1万返1.2万，年化24%')).toEqual([
      '月息2分',
      '投1万返1.2万',
      '年化24%',
    ]);
  });
});

describe('money taken in from people is promised a return, whatever the word for it', () => {
  it.each<[string, number]>([
    ['借款给公司，月息2分', 24],
    ['向社会公众借款承诺月息1.5分', 18],
    ['公司以周转为名向村民借钱，年利率18%', 18],
    ['集资月息3分', 36],
    ['把钱出借给平台，年利率12%', 12],
    ['向群众借1万元，每年利息2000元', 20],
    ['存款利率1.5%', 1.5],
    ['理财产品年利率4%，也可贷款', 4],
  ])('%s', (text, percent) => {
    expect(findYields(text)).toEqual([expect.objectContaining({ kind: 'return', percent })]);
  });
});

describe('a loan has a price and makes no promise', () => {
  it.each<[string, number]>([
    ['信用贷款月息2厘起', 2.4],
    ['放款快，月息5分', 60],
    ['借款10万，月利率1.5%', 18],
    ['贷款年利率7.2%', 7.2],
    ['逾期按日利率万分之五计收罚息', 18.25],
    ['放贷月息5分', 60],
    ['房贷利率3.1%', 3.1],
    ['贷款利率降至3.1%', 3.1],
    ['逾期费率每日0.1%', 36.5],
    ['分期费率0.6%/期', 7.2],
    ['贷款手续费3%', 3],
    ['年化费率高达61%', 61],
    ['综合息费不超过36%', 36],
    // Kept back when the loan is paid out: a price, and the year's where nothing is said.
    ['砍头息20%', 20],
    ['借1万还1万5', 50],
    ['借款3000元，实际到账2400元', 20],
    ['借1万元一周利息2000元', 1040],
    ['信用贷款，1万块钱1天利息是5块', 18.25],
    ['利息低至9厘，有打卡工资就能做', 10.8],
    ['日息万4起，最快3分钟到账，可借20万额度', 14.6],
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
    ['满1万送2000'],
    ['投1万返300积分'],
    ['投10万送5000元话费'],
    ['交学费5000元，退还3000元'],
    ['交了2万元定金，只返还1万元'],
    ['贷款10万每月还3000'],
    ['工资1万元每月领3000元'],
    ['每万元每年补贴50元'],
    ['注册资本1000万元'],
    ['每股分红0.5元'],
    ['LPR四倍'],
    ['不超过一年期贷款市场报价利率的四倍'],
    ['收益是银行存款的3倍'],
    ['收入翻番'],
    ['打八折'],
    ['占比30%'],
    ['胜率90%'],
    ['股价上涨20%'],
    ['涨幅5%'],
    ['收益率下降2个百分点'],
    ['利率上浮30%'],
    ['存款准备金率下调0.5个百分点'],
    ['收益率-12%'],
    ['亏损30%'],
    ['利润的10%'],
    ['收取50%利息的管理费'],
    ['拿出5%的利润'],
    ['团队20%提成'],
    ['推荐奖励10%'],
    ['分红比例30%'],
    ['百分之二十的人'],
    ['20%的股份'],
    ['信息费20%'],
    ['平台服务费5%'],
    ['物业费滞纳金每日万分之五'],
    ['违约金20%'],
    ['17%增值税发票'],
    ['购物返20%'],
    ['天天返水2%'],
    ['流水返利60%'],
    ['100%保本'],
    ['百分之百稳赚'],
    ['利息十分高'],
    ['利息5分钟到账'],
    ['万一利息没了'],
    ['每天百分百盈利'],
    ['3分钟'],
    ['12点30分'],
    ['上午9点'],
    ['满分100分'],
    ['部分'],
    ['三分之一'],
    ['四分之三的利息'],
    ['十分满意'],
    ['万分感谢'],
    ['中山路三分巷5号'],
    ['分数和位数'],
    ['观点、地点、3个站点'],
    ['三番五次'],
    ['www.wk.com'],
    ['一次性缴纳10万元，每月可领取养老金800元'],
    ['发放10万元补贴，每人领取3000元'],
    ['项目总投资3亿元，年利润5000万元'],
    ['存了5万元，取出来变成4万8'],
    ['按照工程款的5%返还质保金'],
    ['返还购房款的30%'],
    ['股民盈利的只有10%'],
    ['投资者占20%'],
    ['房子三年翻倍'],
    ['每平方米5000元，涨到8000元'],
    ['每天每万元滞纳金5元'],
    ['打车返现10元'],
    ['物价指数上涨2.5个百分点'],
    ['驾驶证扣12分'],
    ['3元/度，20元/月'],
    ['利率在2%的概率'],
    ['利率打八折'],
    ['万分之一'],
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

describe('what was taken for granted is told', () => {
  it.each([
    ['一毛的利', '一毛的利 × 12（民间说法，一毛即10%，民间习惯按月计）'],
    ['月息1毛', '月息1毛 × 12（民间说法，一毛即10%）'],
    ['日息万五', '日息万五 × 365（即万分之5）'],
    ['三年翻一番', '三年翻一番 × 0.33（变为2倍）'],
    ['30天期收益率4.5%', '30天期收益率4.5%（期限产品按年化计）'],
    ['收益率超过两位数', '两位数（两位数按10%计，未写期间，按一年计）'],
    ['投1万每月返300元', '投1万每月返300元 × 12（10000元得利300元）'],
    ['借1万还1万5', '借1万还1万5（10000元多还5000元，未写期间，按一年计）'],
    ['借款5000元到手4000元', '借款5000元到手4000元（5000元先扣1000元，未写期间，按一年计）'],
  ])('%s', (text, because) => {
    expect(findYields(text)[0]?.because).toBe(because);
  });
});

/** Where a rate may be written. */
function triggersOf(text: string): Int32Array {
  const places = Array.from({ length: text.length }, (_, at) => at);
  return Int32Array.from(places.filter((at) => isTrigger(text, at)));
}

describe('triggers', () => {
  it.each(['%', '％', '‰', '分', '釐', '倍', '萬', '元', 'W', 'ｗ', 'K'])('%s is one', (unit) => {
    expect(triggersOf(`3${unit}`)).toEqual(Int32Array.of(1));
  });

  it('are few in ordinary text', () => {
    expect(triggersOf('小区门口的路灯坏了很久没有人来修理，请有关领导尽快处理')).toHaveLength(0);
  });

  it('are called out by a scan exactly where they stand', () => {
    const scanner = new TermScanner(packTerms([{ term: '保本' }]), numberTriggers());
    const piece = fc.constantFrom(
      ...Array.from('%％﹪分釐倍萬万元KｗⓌ点个百之三3③十亿，。 \u200b❤😀㎏㏎㌫亻每投存息a\n'),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        const text = pieces.join('');
        const places = new PlaceList();
        expect(scanner.scanAll([text], places)).toMatchObject([{ isCalled: true }]);
        expect(places.all.slice(0, places.size)).toEqual(triggersOf(text));
      }),
      { numRuns: 2000 },
    );
  });

  it('of several texts stand one behind the other', () => {
    const scanner = new TermScanner(packTerms([{ term: '保本' }]), numberTriggers());
    const places = new PlaceList();
    const texts = ['年化24%，', '路灯坏了', '月息2分'.repeat(300), '日返1%'];
    const ends = scanner.scanAll(texts, places).map(({ to }) => to);
    expect(places.all.slice(0, places.size)).toEqual(
      Int32Array.from(texts.flatMap((text) => [...triggersOf(text)])),
    );
    expect(ends).toEqual([1, 1, 301, 302]);
  });

  it('outside a range are not looked at', () => {
    const text = '年化24%，月息2分';
    expect(findYieldsAt(text, triggersOf(text), 0, 1)).toMatchObject([{ percent: 24 }]);
    expect(findYieldsAt(text, triggersOf(text), 1, 2)).toMatchObject([{ quote: '月息2分' }]);
    expect(findYieldsAt(text, triggersOf(text), 1, 1)).toEqual([]);
  });

  it('that are none, or lie outside the text, find nothing', () => {
    expect(findYieldsAt('年化24%', [0, 1, 2, 99], 0, 4)).toEqual([]);
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
    '.',
    ',',
    ' ',
    '利息',
    '借',
    '1万',
    '个点',
    '月',
    '至',
    '★',
    '\n',
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

  it('are read alike from triggers that somebody else collected', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        const text = pieces.join('');
        const triggers = triggersOf(text);
        const found = findYields(text);
        expect(findYieldsAt(text, triggers, 0, triggers.length)).toEqual(found);
        expect(findYieldsAt(text, [...triggers, 0], 0, triggers.length)).toEqual(found);
      }),
      { numRuns: 500 },
    );
  });

  it('in any units at all', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (text) => {
        for (const found of findYields(text))
          expect(found.quote).toBe(text.slice(found.start, found.end));
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    '9'.repeat(500_000) + '%',
    '年化24%'.repeat(100_000),
    '百'.repeat(500_000),
    '投1万'.repeat(100_000),
    '三分'.repeat(200_000),
    '1,'.repeat(300_000) + '%',
    '万'.repeat(300_000),
    '5元'.repeat(100_000),
    '每万元'.repeat(100_000),
    '利 '.repeat(100_000) + '2分',
    '\ud800'.repeat(300_000) + '%',
    '8%-'.repeat(100_000),
  ])('and stay linear in a long text', (text) => {
    expect(findYields(text).length).toBeLessThanOrEqual(200);
  });
});
