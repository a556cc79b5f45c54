import { LetterSet } from './letter-set.js';
import type { WordList } from './letter-tree.js';
import { TIME } from './senses.js';

/** A unit of time, and when it says a period. */
export interface TimeUnit {
  readonly spelt: string;
  readonly perYear: number;
  /** 月息: the unit alone says a period when one of these letters follows. */
  readonly before: LetterSet;
  /** 日1%: it says one right before a number too. */
  readonly standsAlone: boolean;
  /** Whether a number before it makes a span: 3天 does, but 3日 and 3月 are dates. */
  readonly counts: boolean;
  /** 天天 says "each" by itself. */
  readonly isEach: boolean;
}

const unit = (spelt: string, perYear: number, before: string, counts = false): TimeUnit => ({
  spelt,
  perYear,
  before: new LetterSet(before),
  standsAlone: before !== '',
  counts,
  isEach: false,
});
const each = (spelt: string, perYear: number): TimeUnit => ({
  ...unit(spelt, perYear, ''),
  isEach: true,
});

/** The units of time; 一期 of a loan is a month (本地默认), a working day comes 250 times a year. */
export const TIME_UNITS: readonly TimeUnit[] = [
  unit('年', 1, '利息收回返均率分赚增综获盈', true),
  unit('个月', 12, '', true),
  unit('月', 12, '利息收回返均率分赚入获盈'),
  unit('天', 365, '', true),
  unit('日', 365, '利息收返均率赚盈'),
  unit('周', 52, '息收返赚利回分', true),
  unit('星期', 52, '', true),
  unit('礼拜', 52, '', true),
  unit('季', 4, '息收返利分回付'),
  unit('季度', 4, '息收返利分回付', true),
  unit('年度', 1, '息收返利分回付'),
  unit('月度', 12, '息收返利分回付'),
  unit('小时', 8760, '', true),
  unit('工作日', 250, '', true),
  unit('交易日', 250, '', true),
  unit('期', 12, ''),
  each('天天', 365),
  each('日日', 365),
  each('月月', 12),
  each('年年', 1),
];

/** The units as words; their value is their place in TIME_UNITS. */
export const TIME_WORDS: WordList = TIME_UNITS.map(({ spelt }, i) => [TIME, spelt, i]);
