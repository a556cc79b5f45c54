/**
 * What a word makes of a number near it; each sense is a bit, so that those of a clause can be ORed.
 */
export const CLAUSE_STOP = 1 << 0;
export const SENTENCE_STOP = 1 << 1;
export const STOP = CLAUSE_STOP | SENTENCE_STOP;
/** Money that comes back to whoever gives it. */
export const PROMISE = 1 << 2;
/** 年化 and its kin: a rate of either side, and its period at once (the value: how many make a year). */
export const RATE = 1 << 3;
/** Interest: of a deposit as of a loan. */
export const INTEREST = 1 << 4;
/** A fee: a loan's price where the clause speaks of lending. */
export const FEE = 1 << 5;
/** A price that only a loan has. */
export const LOAN_PRICE = 1 << 6;
/** 利润的10% is a part of a profit, 利润10% is a profit. */
export const SHARE = 1 << 7;
/** 返 speaks of the number behind it, and of nothing else. */
export const BACK = 1 << 8;
/** Discounts, growth, shares, fees of no loan: neither promise nor price. */
export const OTHER = 1 << 9;
/** What a business may double without promising anything. */
export const BUSINESS = 1 << 10;
/** Wages, pensions, deposits and other sums that are owed anyway. */
export const DUES = 1 << 11;
/** Coupons, points and traffic: they are no money. */
export const GIFT = 1 << 12;
/** A shop's rebate, unless it comes back day by day. */
export const SHOP = 1 << 13;
/** A betting house's rebate. */
export const BET = 1 << 14;
/** What may double: a capital. */
export const CAPITAL = 1 << 15;
/** A unit of time (the value: its place in TIME_UNITS); `period.ts` tells a period from a date. */
export const TIME = 1 << 16;
/** Hides a shorter word in it (信息, 返回), or says a level instead of a change (降至8%). */
export const NOTHING = 0;

/** Speaks of a number, but promises and asks nothing. */
export const NEITHER = SHARE | OTHER | BUSINESS | DUES | GIFT | BET;
/** The words that decide by standing nearest to a number. */
export const DECISIVE = PROMISE | RATE | INTEREST | FEE | LOAN_PRICE | BACK | NEITHER;
