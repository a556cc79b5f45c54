import type { Paper } from '@risk/domain';
import { Conflict, Invalid, isCalendarDay } from '@risk/kit';
import { signed, type Signature } from '../signature.js';

/** What the person who signs gives: who and why, the day, and a number where the paper bears one. */
export interface Signing extends Signature {
  /** The day of signing becomes the day of the paper, yyyy-mm-dd. */
  readonly on: string;
  /** Null for a form, which bears none. */
  readonly number: string | null;
}

/** A paper that may go out, and who answers for it. */
export interface SignedPaper {
  readonly paper: Paper;
  readonly signature: Signature;
}

/** GB/T 9704-2012: 机关代字〔年份〕序号号 in hexagonal brackets, no leading zero, no 第. */
const NUMBER = /^[^\s\d〔〕第]{1,20}〔\d{4}〕[1-9]\d*号$/u;

/** Turns a draft into a paper that bears its number; nothing signs by itself and nothing is signed twice. */
export function signPaper(draft: Paper, { by, because, on, number }: Signing): SignedPaper {
  if (!draft.isDraft) throw new Conflict(`《${draft.title}》已经签发`);
  const signature = signed({ by, because });
  if (!isCalendarDay(on)) throw new Invalid('on：签发日期应为 yyyy-mm-dd');
  if (on < draft.date) throw new Invalid(`on：签发日期不能早于起草日期 ${draft.date}`);
  refuseNumber(draft, number);
  return { paper: { ...draft, isDraft: false, number, date: on }, signature };
}

function refuseNumber({ kind }: Paper, number: string | null): void {
  if (number !== null || kind === 'letter') numbered(number);
}

/** The number of a letter; refuses in words what is none. */
export function numbered(number: string | null): string {
  if (number === null) throw new Invalid('number：请填写文号');
  if (NUMBER.test(number)) return number;
  throw new Invalid(
    'number：文号应如“某某函〔2026〕1号”：六角括号，年份四位，序号不编虚位、不加“第”',
  );
}
