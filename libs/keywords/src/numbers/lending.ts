import type { WordList } from './letter-tree.js';
import { COMMAS, SENTENCE_ENDS } from './stops.js';
import { WordTable, lengthOf } from './word-table.js';

/** Whose rate a sentence speaks of: a return to people who give, or a price for people who take. */
export type Party = 'return' | 'loan';

const CLAUSE_STOP = 1 << 0;
const SENTENCE_STOP = 1 << 1;
/** Somebody lends to people. */
const LEND = 1 << 2;
/** Money is taken in from people: 集资 and 出借 say so whatever else is said. */
const TAKE = 1 << 3;
/** People invest or save. */
const INVEST = 1 << 4;
/** 向群众 … 借 takes money in, wherever the two stand in the sentence. */
const TOWARDS = 1 << 5;
const BORROW = 1 << 6;

/** The words that tell lending from taking in; a longer word beats a shorter one in it. */
const WORDS: WordList = [
  [CLAUSE_STOP, COMMAS],
  [SENTENCE_STOP, SENTENCE_ENDS],
  [LEND, '贷 放款 下款 批款 月供 授信 额度 按揭 抵押 首付 分期 还款 欠款 欠条 逾期 罚息 砍头息'],
  [LEND, '放高利 利率上限 lpr 信用卡 征信 黑户 空放 借给我 借给你'],
  [LEND, '低至 低息 手头紧 用钱 周转 客票 借呗 花呗 白条 借条 借据 高炮'],
  [LEND, '担保 保单 寿险 打卡 公积金 执照'],
  [LEND | BORROW, '借款 借钱 借贷 借你 借您 借我 借了'],
  [BORROW, '借 借入 借取 融资 筹资 筹款 募资'],
  [TAKE, '集资 吸收 吸储 揽储 募集 吸金 出借 借给 借款给 借钱给'],
  [TOWARDS, '向社会 向群众 向公众 向员工 向职工 向村民 向百姓 向老百姓 向居民 向市民 向老人'],
  [TOWARDS, '向客户 向会员 向不特定 向他人 向亲 向投资 向众 向民间 向广大 向多人 向多名 向大家'],
  [INVEST, '投资 投入 理财 存款 存入 存 入股 入金 入会 加盟 股东 储户 储蓄 认购 保本 本金'],
  [INVEST, '收益 回报 分红 红利 返利 返息 返还'],
  [0, '借口 借助 借鉴 凭借 假借 存在 保存 生存 库存 存储 储存 存管'],
];
const LEFT = new WordTable(WORDS, -1);
const RIGHT = new WordTable(WORDS, 1);

/** A sentence is read so far to either side of a number. */
const REACH = 48;

interface Seen {
  /** Senses in the clause of the number, ORed. */
  clause: number;
  /** Senses in its sentence, ORed. */
  sentence: number;
  /** No comma has been met yet. */
  isOpen: boolean;
}

/** Takes a word into account; answers whether the sentence ends with it. */
function note(seen: Seen, sense: number): boolean {
  if (sense === SENTENCE_STOP) return true;
  if (sense === CLAUSE_STOP) seen.isOpen = false;
  seen.sentence |= sense;
  if (seen.isOpen) seen.clause |= sense;
  return false;
}

function readLeft(text: string, end: number, seen: Seen): void {
  const beyond = Math.max(0, end - REACH) - 1;
  let at = LEFT.seek(text, end - 1, beyond);
  while (at > beyond) {
    const match = LEFT.find(text, at);
    if (match !== 0 && note(seen, LEFT.senseOf(match))) return;
    at = LEFT.seek(text, at - Math.max(1, lengthOf(match)), beyond);
  }
}

function readRight(text: string, start: number, seen: Seen): void {
  const beyond = Math.min(text.length, start + REACH);
  let at = RIGHT.seek(text, start, beyond);
  while (at < beyond) {
    const match = RIGHT.find(text, at);
    if (match !== 0 && note(seen, RIGHT.senseOf(match))) return;
    at = RIGHT.seek(text, at + Math.max(1, lengthOf(match)), beyond);
  }
}

/** Reads the sentence around a number outwards to both sides. */
function readAround(text: string, at: number): Seen {
  const seen: Seen = { clause: 0, sentence: 0, isOpen: true };
  readLeft(text, at, seen);
  seen.isOpen = true;
  readRight(text, at, seen);
  return seen;
}

const takesIn = ({ sentence }: Seen): boolean =>
  (sentence & TAKE) !== 0 || (sentence & (TOWARDS | BORROW)) === (TOWARDS | BORROW);

/**
 * Tells by its sentence whether plain interest is promised to people or asked from them; `otherwise`
 * decides where the sentence speaks of both at some distance.
 */
export function sideOfInterest(text: string, start: number, otherwise: Party): Party {
  const seen = readAround(text, start);
  if (takesIn(seen)) return 'return';
  if ((seen.clause & LEND) !== 0) return 'loan';
  if ((seen.clause & INVEST) !== 0 || (seen.sentence & LEND) === 0) return 'return';
  return (seen.sentence & INVEST) !== 0 ? otherwise : 'loan';
}

/** Tells whether who borrows a sum takes it in from people, or is asked a price for it. */
export const sideOfDebt = (text: string, start: number): Party =>
  takesIn(readAround(text, start)) ? 'return' : 'loan';

/** Whether the clause around a place speaks of lending to people. */
export const speaksOfLending = (text: string, start: number): boolean =>
  (readAround(text, start).clause & LEND) !== 0;
