import { meaningOf, type Meaning } from './meaning.js';
import { narrow } from './narrow.js';
import { periodOf, UNSAID, type Period } from './period.js';
import { writtenRates, type WrittenRate } from './rate-patterns.js';
import { surroundingsOf, type Surroundings } from './surroundings.js';

/** A return promised, or a loan's price asked, as per cent a year. */
export interface YieldFinding {
  readonly kind: Exclude<Meaning, 'other'>;
  readonly percent: number;
  readonly start: number;
  readonly end: number;
  /** Exactly the slice of the text. */
  readonly quote: string;
  /** How it was computed, e.g. `月息2分 × 12`. */
  readonly because: string;
}

/** Without one of these nothing here can be a rate: a mark of rates, or a sum of money. */
const RATE_MARK = /[%‰‱％﹪倍番]|[分厘釐](?!钟|公司|局|支|享|析|别|店)|[个個][点點]|位[数數]/;
const SUM_OF_MONEY = /[0-9０-９一二两兩三四五六七八九十每]\s?[万萬千百元块塊wkWK]/;
const COMES_BACK = /[返得赚賺变變拿领領提利红紅益报報回]/;
const mayHoldRate = (text: string): boolean =>
  RATE_MARK.test(text) || (SUM_OF_MONEY.test(text) && COMES_BACK.test(text));

/** Above this a number is a misprint or a game. */
const HIGHEST = 100_000;

const rounded = (value: number): number => Math.round(value * 100) / 100;

/** Coupons, bonus points and traffic are no return; sales and output may double as they like. */
const GIFTS = /券|话费|礼|积分|金币|流量|卡路里/;
const BUSINESS =
  /产量|销量|销售|营收|业绩|规模|客流|效率|人数|成绩|房价|价格|涨价|速度|能力|面积|增长|需求|工资|倒计时/;
const CAPITAL = /收益|本金|资金|资产|投资|财富|市值|身家|股价|币价|利润|回报/;
/** How far a doubling may stand from the span of time or the capital it speaks of. */
const DOUBLING_REACH = 10;

/** A form that promises by itself: 投1万返1.2万 always, 翻倍 where time or capital stands beside it. */
function isPromise(rate: WrittenRate, around: Surroundings, period: Period): boolean {
  if (GIFTS.test(around.left.slice(-16)) || GIFTS.test(around.right.slice(0, 8))) return false;
  if (!rate.doubling) return true;
  const near = around.left.slice(-DOUBLING_REACH - (rate.end - rate.start));
  if (BUSINESS.test(around.left)) return false;
  return (
    CAPITAL.test(near) ||
    (/[0-9一二两三四五六七八九十半]/.test(period.says) && near.includes(period.says))
  );
}

function meaningFor(rate: WrittenRate, around: Surroundings, period: Period): Meaning {
  if (rate.promise) return isPromise(rate, around, period) ? 'return' : 'other';
  return meaningOf(around);
}

function told(rate: WrittenRate, period: Period, quote: string): string {
  const perYear = rate.perYear ?? period.perYear;
  const notes = [rate.note, rate.perYear === null && period === UNSAID ? UNSAID.says : null].filter(
    (note) => note !== null,
  );
  const product = perYear === 1 ? quote : `${quote} × ${rounded(perYear)}`;
  return notes.length === 0 ? product : `${product}（${notes.join('，')}）`;
}

function findingOf(text: string, plain: string, rate: WrittenRate): YieldFinding | null {
  const around = surroundingsOf(plain, rate.start, rate.end);
  // The form itself may hold the telling word: 月息2分, 投1万返1.2万.
  const inside = { ...around, left: around.left + plain.slice(rate.start, rate.end) };
  const period = rate.perYear === null ? periodOf(rate.promise ? inside : around) : UNSAID;
  const kind = meaningFor(rate, inside, period);
  const percent = rounded(rate.percent * (rate.perYear ?? period.perYear));
  if (kind === 'other' || percent <= 0 || percent > HIGHEST) return null;
  const from =
    period.at === null
      ? rate.start
      : Math.min(rate.start, rate.start - around.left.length + period.at);
  const quote = text.slice(from, rate.end);
  return {
    kind,
    percent,
    start: from,
    end: rate.end,
    quote,
    because: told(rate, period, quote.trim()),
  };
}

/**
 * Finds promised returns and loan prices in a text and turns each into per cent a year. Discounts,
 * growth figures and shares are left out. Linear in the text; never throws.
 */
export function findYields(text: string): readonly YieldFinding[] {
  if (!mayHoldRate(text)) return [];
  const plain = narrow(text);
  return writtenRates(plain).flatMap((rate) => findingOf(text, plain, rate) ?? []);
}
