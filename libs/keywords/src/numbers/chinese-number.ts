const DIGITS: Readonly<Record<string, number>> = {
  零: 0,
  〇: 0,
  一: 1,
  壹: 1,
  二: 2,
  贰: 2,
  两: 2,
  三: 3,
  叁: 3,
  四: 4,
  肆: 4,
  五: 5,
  伍: 5,
  六: 6,
  陆: 6,
  七: 7,
  柒: 7,
  八: 8,
  捌: 8,
  九: 9,
  玖: 9,
};
const TENS: Readonly<Record<string, number>> = {
  十: 10,
  拾: 10,
  百: 100,
  佰: 100,
  千: 1000,
  仟: 1000,
};

/** Characters of a Chinese number below ten thousand, for use in a character class. */
export const NUMERALS = `${Object.keys(DIGITS).join('')}${Object.keys(TENS).join('')}半点`;

function whole(text: string): number {
  let sum = 0;
  let digit = -1;
  let unit = 0;
  for (const char of text) {
    const ten = TENS[char];
    if (ten === undefined) {
      const next = DIGITS[char] ?? 0;
      // 二〇 read digit by digit, 二 alone, or a digit behind 十 and 百.
      digit = digit >= 0 && unit === 0 ? digit * 10 + next : next;
      continue;
    }
    sum += (digit < 0 ? 1 : digit) * ten;
    unit = ten;
    digit = -1;
  }
  // 一百二 is 120: a bare digit behind 百 or 千 counts the next lower unit.
  if (digit > 0 && unit >= 100 && !text.includes('零')) return sum + (digit * unit) / 10;
  return sum + Math.max(0, digit);
}

/** The value of a number below ten thousand in Arabic or Chinese digits (24, 1.5, 二十, 一点五, 半), or null. */
export function numberOf(text: string): number | null {
  if (/^[0-9]+(\.[0-9]+)?$/.test(text)) return Number(text);
  if (text === '半') return 0.5;
  const [before = '', after, more] = text.split('点');
  if (text === '' || more !== undefined || text.includes('半')) return null;
  if (after === undefined) return whole(before);
  if (before === '' || after === '') return null;
  const digits = Array.from(after, (char) => String(DIGITS[char] ?? '')).join('');
  return Number(`${whole(before)}.${digits}`);
}

const MONEY: Readonly<Record<string, number>> = {
  百: 100,
  千: 1000,
  k: 1000,
  万: 10_000,
  w: 10_000,
  亿: 1e8,
};

/** A sum in yuan from a number and its unit (1.2 万, 50 元, 1 w); `tail` is the 5 of 1万5. */
export function yuanOf(number: string, unit: string, tail = ''): number | null {
  const value = number === '' ? 1 : numberOf(number);
  if (value === null) return null;
  const factor = MONEY[unit.charAt(0)] ?? 1;
  return value * factor + (tail === '' ? 0 : ((numberOf(tail) ?? 0) * factor) / 10);
}
