import { veilOf, VEIL } from '@risk/domain';

/** A number as people write it: in groups, with full-width digits, the last of an ID number an X. */
const DIGIT = '[0-9０-９]';
const NUMBER = new RegExp(`${DIGIT}(?:[-－ 　]?${DIGIT}){5,}(?:[-－ 　]?[xXｘＸ])?`, 'gu');

/** What was hidden when it came in, or tells of the reporter as people do. */
const VEILED = new RegExp(`${VEIL}+`, 'gu');

/** What is counted: `1000000元` is a sum, not a person. */
const MONEY = /^\s*(?:多|余)?(?:个|万|亿|千|元|块|人|名|户)/u;

const plain = (text: string): string => text.normalize('NFKC').replace(/[-\s]/gu, '');

/** What a run of digits is about; null for what identifies nobody. */
function kindOf(number: string, after: string): string | null {
  const digits = plain(number);
  if (/^\d{17}[\dXx]$/.test(digits) || /^\d{15}$/.test(digits)) return '证件号';
  if (/^1[3-9]\d{9}$/.test(digits)) return '电话';
  if (MONEY.test(after)) return null;
  if (digits.length < 7) return null;
  return digits.length <= 12 ? '电话' : '账号';
}

/**
 * Takes out of a text what identifies a person: numbers of telephones, papers and accounts, and what is
 * known of the reporter wherever it stands.
 */
export function maskPersons(text: string, reporter: readonly string[] = []): string {
  const known = reporter.filter((word) => word.trim().length >= 2);
  const bare = known.reduce((rest, word) => rest.replaceAll(word.trim(), '［举报人］'), text);
  const numberless = bare.replace(NUMBER, (number: string, at: number) => {
    const kind = kindOf(number, bare.slice(at + number.length));
    return kind === null ? number : `［${kind}］`;
  });
  return veilOf(null).over(numberless).replace(VEILED, '［举报人］');
}
