import { randomInt } from 'node:crypto';
import { z } from 'zod';
import type { TipSeals } from '../ports.js';
import type { OpenedForm } from './opened-forms.js';

const PLACE = 'tip-question';
const DIGITS = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];
const answerSchema = z.strictObject({ nonce: z.string(), answer: z.number() });

/** A question that a person answers at a glance, and what comes back with the answer. */
export interface Question {
  readonly words: string;
  readonly sealed: string;
}

interface Sum {
  readonly words: string;
  readonly answer: number;
}

/** Kinds of questions; one line to add one. No picture: whoever cannot see can answer, too. */
const SUMS: readonly ((a: number, b: number) => Sum)[] = [
  (a, b) => ({ words: `${wordOf(a)}加${wordOf(b)}等于几？`, answer: a + b }),
  (a, b) => ({
    words: `${wordOf(a + b)}减去${wordOf(b)}还剩几？`,
    answer: a,
  }),
  (a, b) => ({
    words: `${wordOf(a)}和${wordOf(b)}，较大的数是几？（一样大就写这个数）`,
    answer: Math.max(a, b),
  }),
];

/** A number up to twenty in words. */
function wordOf(number: number): string {
  if (number <= 10) return DIGITS[number] ?? '';
  return number === 20 ? '二十' : `十${DIGITS[number - 10] ?? ''}`;
}

/** Asks something of whoever sends this form; the answer travels sealed with the question, bound to the form. */
export function questionFor({ nonce }: Pick<OpenedForm, 'nonce'>, seals: TipSeals): Question {
  const make = SUMS[randomInt(SUMS.length)] ?? SUMS[0];
  if (!make) throw new Error('there is no kind of question');
  const { words, answer } = make(randomInt(2, 10), randomInt(2, 10));
  const sealed = seals.seal(Buffer.from(JSON.stringify({ nonce, answer })), PLACE);
  return { words, sealed: sealed.toString('base64url') };
}

/** Whether somebody answered right; digits and words both count. */
export function isAnswered(
  { nonce }: Pick<OpenedForm, 'nonce'>,
  sealed: string,
  typed: string,
  seals: TipSeals,
): boolean {
  const asked = opened(sealed, seals);
  return asked !== null && asked.nonce === nonce && numberIn(typed) === asked.answer;
}

function numberIn(typed: string): number | null {
  const plain = typed
    .slice(0, 20)
    .normalize('NFKC')
    .replace(/[\s。.个]/g, '');
  if (/^\d{1,2}$/.test(plain)) return Number(plain);
  const word = Array.from({ length: 21 }, (_, number) => number).find((n) => wordOf(n) === plain);
  return word ?? null;
}

function opened(sealed: string, seals: TipSeals): z.output<typeof answerSchema> | null {
  try {
    const plain = seals.open(Buffer.from(sealed, 'base64url'), PLACE);
    return answerSchema.parse(JSON.parse(plain.toString('utf8')));
  } catch {
    return null;
  }
}
