import { SIMPLIFIED, TRADITIONAL } from './traditional.js';

const simple = Array.from(SIMPLIFIED);
const SIMPLE = new Map(Array.from(TRADITIONAL).map((letter, i) => [letter, simple[i] ?? letter]));
const NUMERALS = new Map(
  Array.from('〇零一二三四五六七八九壹贰叁肆伍陆柒捌玖').map((n, i) => [n, numeral(i)]),
);

/** 〇零 are 0, then twice 1 to 9: plain and banker's. */
function numeral(i: number): string {
  return String(i < 2 ? 0 : i < 11 ? i - 1 : i - 10);
}

/** Half width, simplified, lower case, brackets as ( ), without spaces and ornaments. */
export function plainName(text: string): string {
  if (!needsCare(text)) return simplify(text);
  const wide = text.normalize('NFKC').toLowerCase();
  const plain = wide.replace(/[\s\p{Cf}·•・.,，。、'"“”‘’「」『』《》<>〈〉【】_—–~*|/\\-]/gu, '');
  return simplify(plain.replace(/[[{〔〖]/g, '(').replace(/[\]}〕〗]/g, ')'));
}

/** Whether anything but common Chinese characters stands in the text. */
const needsCare = (text: string): boolean => /[^\u4e00-\u9fff]/.test(text);

/** 1 for each unit that has a simplified form; most names have none of them. */
const HAS_SIMPLE = new Uint8Array(0x10000);
for (const letter of SIMPLE.keys()) HAS_SIMPLE[letter.charCodeAt(0)] = 1;

function isSimple(text: string): boolean {
  for (let at = 0; at < text.length; at++) if (HAS_SIMPLE[text.charCodeAt(at)] === 1) return false;
  return true;
}

/** Traditional characters as simplified ones. */
export function simplify(text: string): string {
  if (isSimple(text)) return text;
  let out = '';
  for (const letter of text) out += SIMPLE.get(letter) ?? letter;
  return out;
}

/** Numerals that count something (第十二, 一号, 三店) or stand in a row (五八); others are just words. */
const COUNTING =
  /(?<=第)[〇零一二三四五六七八九十壹贰叁肆伍陆柒捌玖拾]+|[〇零一二三四五六七八九十壹贰叁肆伍陆柒捌玖拾]+(?=[号期店部])|[〇零一二三四五六七八九]{2,}/g;

/** Chinese numerals as digits where they count: 第十二 and 第12, 一号 and 1号 are the same. */
export const foldNumerals = (text: string): string => text.replace(COUNTING, digitsOf);

/** One Chinese numeral below a hundred, or a row of them, as digits. */
export function digitsOf(numeral: string): string {
  const tens = /^(.?)[十拾](.?)$/.exec(numeral);
  const plain = tens
    ? (tens[1] === '' ? '一' : (tens[1] ?? '')) + (tens[2] === '' ? '〇' : (tens[2] ?? ''))
    : numeral;
  return Array.from(plain)
    .map((letter) => NUMERALS.get(letter) ?? letter)
    .join('');
}
