import { NUMERALS, numberOf, yuanOf } from './chinese-number.js';

/** A rate as written: per cent for the period that the words around it tell, unless `perYear` is fixed. */
export interface WrittenRate {
  readonly start: number;
  readonly end: number;
  readonly percent: number;
  /** How many periods make a year, where the form itself says so (月息2分). */
  readonly perYear: number | null;
  /** How it was read; null where the quote says it all. */
  readonly note: string | null;
  /** A promise by its very form; the others need a word that says so. */
  readonly promise: boolean;
  /** 翻倍 and its kin: much else may double. */
  readonly doubling?: true;
}

interface RatePattern {
  /** Without one of these in the text the pattern need not be tried. */
  readonly needs: RegExp;
  readonly pattern: RegExp;
  read(match: RegExpMatchArray): Omit<WrittenRate, 'start' | 'end'> | null;
}

const NUM = `(?:[0-9]{1,9}(?:\\.[0-9]{1,4})?|[${NUMERALS}]{1,7})`;
const FREE = `(?<![0-9.])`;
const TO = '\\s?(?:[-~—–至到]|--)\\s?';
const MONEY = '(万元|万|千元|千|百元|百|亿元|亿|元|块钱?|w|k)';
const PARTS: Readonly<Record<string, number>> = {
  百分之: 1,
  千分之: 0.1,
  万分之: 0.01,
  '%': 1,
  '‰': 0.1,
  '‱': 0.01,
};

const ranged = (low: string | undefined): string | null => (low ? '区间取上限' : null);

const percentSign: RatePattern = {
  needs: /[%‰‱]|点/,
  pattern: new RegExp(
    `${FREE}(?:(${NUM})\\s?%?${TO})?(${NUM})\\s?(%|‰|‱|个百分点|个点|百分点)(?![0-9])`,
    'g',
  ),
  read: ([, low, high = '', sign = '']) => {
    const value = numberOf(high);
    if (value === null) return null;
    return {
      percent: value * (PARTS[sign] ?? 1),
      perYear: null,
      note: ranged(low),
      promise: false,
    };
  },
};

const hundredth: RatePattern = {
  needs: /分之/,
  pattern: new RegExp(`(百分之|千分之|万分之)(${NUM})(?:${TO}(?:百分之)?(${NUM}))?`, 'g'),
  read: ([, part = '', low = '', high]) => {
    const value = numberOf(high ?? low);
    if (value === null) return null;
    return {
      percent: value * (PARTS[part] ?? 1),
      perYear: null,
      note: ranged(high),
      promise: false,
    };
  },
};

/**
 * Folk rates: 月息 1分 = 1 %, 1厘 = 0.1 % a month; 年息 1分 = 10 %, 1厘 = 1 % a year; 日息 1厘 = 0.01 % a
 * day; without a period a month is meant (banking custom; 本地默认).
 */
const FEN: Readonly<Record<string, readonly [fen: number, li: number, perYear: number]>> = {
  年: [10, 1, 1],
  月: [1, 0.1, 12],
  日: [0.1, 0.01, 365],
};

function folk(
  period: string,
  number: string,
  unit: string,
  half: string,
): Omit<WrittenRate, 'start' | 'end'> | null {
  const value = numberOf(number);
  if (value === null || value > 100) return null;
  const tail = half === '' ? 0 : half === '半' ? 0.5 : (numberOf(half) ?? 0) / 10;
  const [fen, li, perYear] = FEN[period === '天' ? '日' : period || '月'] ?? [1, 0.1, 12];
  return {
    percent: (value + tail) * (unit === '分' ? fen : li),
    perYear,
    note: period === '' ? '民间习惯按月计' : null,
    promise: false,
  };
}

const interestFirst: RatePattern = {
  needs: /[分厘]/,
  pattern: new RegExp(
    `(年|月|日|天)?(?:利率|利息|息|利)(?:高达|可达|为|是|按|约|达|给|算|:|\\s){0,2}(${NUM})\\s?(分|厘)(半|[一二三四五六七八九]|[1-9](?![0-9.]))?(?![钟之享析期公店行类数红])`,
    'g',
  ),
  read: ([, period = '', number = '', unit = '', half = '']) => folk(period, number, unit, half),
};

const interestLast: RatePattern = {
  needs: /[分厘]/,
  pattern: new RegExp(
    `${FREE}(?:(年|月|日)\\s?)?(${NUM})\\s?(分|厘)(半|[一二三四五六七八九]|[1-9](?![0-9.]))?的?(?:(年|月|日)?(?:利息|利钱|息)|利(?!润|益|用|率|于|好))`,
    'g',
  ),
  read: ([, before = '', number = '', unit = '', half = '', after = '']) =>
    folk(before || after, number, unit, half),
};

function times(number: string | undefined, word: string): number | null {
  const value = number === undefined ? (word === '番' ? 1 : 2) : numberOf(number);
  if (value === null) return null;
  // 翻两番 is fourfold; 翻三倍 is meant as threefold, the milder reading.
  return word === '番' ? 2 ** Math.min(value, 16) : value;
}

const doubling: RatePattern = {
  needs: /翻/,
  pattern: new RegExp(`翻了?(?:(${NUM})\\s?)?(倍|番)`, 'g'),
  read: ([, number, word = '']) => {
    const factor = times(number, word);
    if (factor === null || factor <= 1) return null;
    return {
      percent: (factor - 1) * 100,
      perYear: null,
      note: `变为${factor}倍`,
      promise: true,
      doubling: true,
    };
  },
};

const multiples: RatePattern = {
  needs: /倍/,
  pattern: new RegExp(`${FREE}(${NUM})\\s?倍(?:以上)?的?(?:收益|回报|利润|返利|返还)`, 'g'),
  read: ([, number = '']) => {
    const value = numberOf(number);
    return value
      ? { percent: value * 100, perYear: null, note: `${value}倍`, promise: true }
      : null;
  },
};

const twoDigits: RatePattern = {
  needs: /位数/,
  pattern: /[两2]位数(?<=(?:年化|收益|回报|利率|息).{0,8}位数)/g,
  read: () => ({ percent: 10, perYear: null, note: '两位数按10%计', promise: false }),
};

const WHOLE = new Set(['返还', '返', '得', '收回', '变成', '变', '拿回', '提']);

/** `whole`: what comes back holds the principal (投1万返1.2万), if it is more than that. */
function gained(
  paid: number | null,
  got: number | null,
  whole: boolean,
): Omit<WrittenRate, 'start' | 'end'> | null {
  if (!paid || !got) return null;
  const gain = whole && got > paid ? got - paid : got;
  return {
    percent: (gain / paid) * 100,
    perYear: null,
    note: `${paid}元得利${Math.round(gain * 100) / 100}元`,
    promise: true,
  };
}

const moneyBack: RatePattern = {
  needs: /[投存交缴每]|入[金股]/,
  pattern: new RegExp(
    `(?:投资|投入|投|存入|存|入金|入股|缴纳|缴|交|每)\\s?(${NUM})?\\s?${MONEY}([^。！？!?；;\\n0-9]{0,3}(?:[0-9]{1,3}(?:个月|天|年|周)[^。！？!?；;\\n0-9]{0,6})?[^。！？!?；;\\n0-9]{0,6}?)(返还|返利?|到手|得|净?赚|收回|变成|变|拿回|拿|领|收益|利息|分红|回报|提)(?:为|达|到|约|了|:|\\s){0,2}(${NUM})\\s?${MONEY}?([0-9一二三四五六七八九](?![0-9]))?`,
    'g',
  ),
  read: ([, number = '', unit = '', , verb = '', back = '', backUnit = '', tail = '']) => {
    const got = yuanOf(back, backUnit, tail);
    if (!got || (backUnit === '' && got < 10)) return null;
    return gained(yuanOf(number, unit), got, WHOLE.has(verb));
  },
};

const perTenThousand: RatePattern = {
  needs: /[元块]/,
  pattern: new RegExp(
    `(?:收益|分红|返利|返|利息|赚|红利)\\s?(${NUM})\\s?(元|块钱?)\\s?(?:\\/|每)\\s?(${NUM})?(万元?|千元?)`,
    'g',
  ),
  read: ([, got = '', , number = '', unit = '']) => {
    return gained(yuanOf(number, unit), yuanOf(got, '元'), false);
  },
};

/** The forms in which a rate is written, the most telling first; one line to add one. */
const PATTERNS: readonly RatePattern[] = [
  moneyBack,
  perTenThousand,
  interestFirst,
  interestLast,
  percentSign,
  hundredth,
  doubling,
  multiples,
  twoDigits,
];

/** One text brings at most so many rates; a table of prices is not a promise. */
const MOST_RATES = 200;

/** Every rate in a narrowed text, without overlaps, the more telling form first. */
export function writtenRates(text: string): WrittenRate[] {
  const found: WrittenRate[] = [];
  for (const form of PATTERNS.filter(({ needs }) => needs.test(text)))
    for (const match of text.matchAll(form.pattern)) {
      if (found.length >= MOST_RATES) break;
      const start = match.index;
      const end = start + match[0].length;
      if (found.some((other) => start < other.end && other.start < end)) continue;
      const rate = form.read(match);
      if (rate) found.push({ ...rate, start, end });
    }
  return found.sort((a, b) => a.start - b.start);
}
