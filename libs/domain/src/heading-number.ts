import type { Block, HeadingLevel } from './paper.js';

const DIGITS = '零一二三四五六七八九';

/** A number of a heading in Chinese, 1 to 99. */
export function chineseNumber(n: number): string {
  const tens = Math.floor(n / 10);
  const ones = n % 10;
  if (tens === 0) return DIGITS.charAt(ones);
  return `${tens === 1 ? '' : DIGITS.charAt(tens)}十${ones === 0 ? '' : DIGITS.charAt(ones)}`;
}

/** GB/T 9704-2012, 7.3.3: 一、（一）1.（1）. */
const FORMS: Record<HeadingLevel, (n: number) => string> = {
  1: (n) => `${chineseNumber(n)}、`,
  2: (n) => `（${chineseNumber(n)}）`,
  3: (n) => `${n}.`,
  4: (n) => `（${n}）`,
};

/** The same blocks with each heading's number before its words. */
export function withHeadingNumbers(body: readonly Block[]): readonly Block[] {
  const counts = [0, 0, 0, 0];
  return body.map((block) => {
    if (block.kind !== 'heading') return block;
    const at = block.level - 1;
    const n = (counts[at] ?? 0) + 1;
    counts.splice(at, counts.length - at, n, ...new Array<number>(counts.length - at - 1).fill(0));
    return { ...block, text: `${FORMS[block.level](n)}${block.text}` };
  });
}
