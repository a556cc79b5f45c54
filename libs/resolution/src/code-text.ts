/** A letter that a credit code never has, with the sign that was probably meant. */
interface CodeSlip {
  readonly at: number;
  readonly found: string;
  readonly meant: string;
}

const LABEL =
  /^(?:统一社会信用代码|社会信用代码|信用代码|组织机构代码|工商注册号|注册号|代码)[（(]?[^0-9A-Z]*/i;
/** Letters outside the alphabet of GB 32100-2015 and the signs they are mistaken for. */
const SLIPS: Readonly<Record<string, string>> = { O: '0', I: '1', S: '5', Z: '2', V: 'U' };

/** Half width, upper case, no separators, no label; each change is remarked upon. */
export function normaliseCode(text: string): { code: string; remarks: string[] } {
  const wide = text.normalize('NFKC');
  const upper = wide.toUpperCase();
  const bare = upper.trim().replace(LABEL, '');
  const code = bare.replace(/[\s\-–—_.·'"“”‘’\u200b-\u200d\ufeff]/g, '');
  const remarks: string[] = [];
  if (wide !== text) remarks.push('已把全角字符改为半角');
  if (upper !== wide) remarks.push('已改为大写');
  if (code !== bare) remarks.push('已去掉空格和分隔符');
  return { code, remarks };
}

/** The letters of a code that cannot stand in it. */
export function codeSlips(code: string): CodeSlip[] {
  return Array.from(code).flatMap((found, at) => {
    const meant = SLIPS[found];
    return meant === undefined ? [] : [{ at, found, meant }];
  });
}

/** The code as it was probably meant. */
export const repairSlips = (code: string): string =>
  Array.from(code)
    .map((letter) => SLIPS[letter] ?? letter)
    .join('');

const IDENTITY_NUMBER =
  /^[1-8]\d{5}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dX]$/;

/**
 * Whether 18 signs have the shape of a citizen's number (GB 11643-1999): those never become a key. Its own
 * check digit is not asked for: people mistype their numbers, and a mistyped one still names them.
 */
export const looksLikeIdentityNumber = (code: string): boolean => IDENTITY_NUMBER.test(code);
