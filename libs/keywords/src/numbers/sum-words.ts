import type { WordList } from './letter-tree.js';
import { COMMAS, SENTENCE_ENDS } from './stops.js';

/** Money given that is to come back, with a gain. */
export const INVEST = 1 << 0;
/** Money spent: it is a promise only when more comes back, or when it comes back again and again. */
export const SPEND = 1 << 1;
/** A fee to get in, named before its sum (入会费3800元). */
export const ENTRY = 1 << 2;
/** 每万元: a rate by its form. */
export const EACH = 1 << 3;
/** Money lent to somebody: what comes on top is its price. */
export const BORROW = 1 << 4;

/** What is said of money given, read leftwards from its sum. */
export const GIVEN_WORDS: WordList = [
  [INVEST, '投资 投资了 投入 投入了 投 投了 存入 存 存了 存款 入金 入股 认购 打入'],
  [SPEND, '缴纳 缴 交 交了 交纳 买 购 购买 出资 出 拿出'],
  [ENTRY, '会费 入会费 门槛费 加盟费 代理费 保证金 本金 投资额 投资款 股金 资金'],
  [EACH, '每'],
  [BORROW, '借款 借 借了 借到 贷款 贷 贷了'],
];

/** All that comes back, the money given in it: 投1万返1.2万 gains 2,000. */
export const WHOLE = 1 << 0;
/** What the money given becomes: it is promised only when it is more. */
export const CHANGED = 1 << 1;
/** What comes on top of the money given. */
export const GAIN = 1 << 2;
/** Interest, which a lender takes as well as pays. */
export const INTEREST = 1 << 3;
/** What a borrower pays back. */
export const REPAY = 1 << 4;
/** What a borrower gets into his hands: less than he owes. */
export const RECEIVE = 1 << 5;
/** Ends the sentence. */
export const STOP = 1 << 6;
/** Ends a clause; the promise may stand in the next one. */
export const COMMA = 1 << 7;

/** What is said of money that comes back, read rightwards from the money given. */
export const BACK_WORDS: WordList = [
  [WHOLE, '返还 返 得到 得 拿到 拿 领取 领 获得 可获 提现 提'],
  [CHANGED, '变成 变为 变 收回 拿回 领回 回本 返款 回款 返本息'],
  [GAIN, '返利 返现 净赚 赚 收益 分红 回报 红利 获利 盈利 利润 收入 进账 入账'],
  [INTEREST, '利息 利钱 息'],
  [REPAY, '还 还款 归还 偿还'],
  [RECEIVE, '到手 到账 实得 实际到账'],
  [STOP, SENTENCE_ENDS],
  [COMMA, COMMAS],
];
