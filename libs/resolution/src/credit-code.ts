import { codeSlips, looksLikeIdentityNumber, normaliseCode, repairSlips } from './code-text.js';

/** What a code turned out to be; `organisation` is the old nine-character code of GB 11714. */
export type CodeKind = 'uscc' | 'regno' | 'organisation' | 'unknown';

/** The reading of one code. A failed checksum is a remark, never a refusal: some early codes fail it. */
export interface CodeReading {
  /** Upper case, half width, without separators. */
  readonly code: string;
  readonly kind: CodeKind;
  readonly wellFormed: boolean;
  readonly checksum: boolean;
  readonly because: string;
  /** What was probably meant, when O/0 or I/1 slips explain the fault completely. */
  readonly suggestion?: string;
}

/** Alphabet of GB 32100-2015: no I, O, S, V, Z. */
const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const WELL_FORMED = /^[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{10}$/;
/** 3^(i-1) mod 31, GB 32100-2015. */
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
/** GB 11714: C9 = 11 - sum mod 11; 10 is written X, 11 is written 0. */
const ORGANISATION_WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2];
const VALUE = new Map(Array.from(ALPHABET).map((letter, value) => [letter, value]));

/** The check letter of the first 17 characters of a credit code (GB 32100-2015). */
export function creditCheckLetter(first17: string): string {
  const sum = WEIGHTS.reduce((s, w, i) => s + w * (VALUE.get(first17.charAt(i)) ?? 0), 0);
  return ALPHABET.charAt((31 - (sum % 31)) % 31);
}

/** The check digit of the first 14 digits of an old registration number (GS 15-2006: MOD 11,10). */
export function registrationCheckDigit(first14: string): string {
  let carry = 10;
  for (const digit of first14) carry = (((carry + Number(digit)) % 10 || 10) * 2) % 11;
  return String((11 - carry) % 10);
}

/** The check letter of the first 8 characters of an organisation code (GB 11714). */
export function organisationCheckLetter(first8: string): string {
  const sum = ORGANISATION_WEIGHTS.reduce((s, w, i) => s + w * parseInt(first8.charAt(i), 36), 0);
  const check = 11 - (sum % 11);
  if (check === 10) return 'X';
  return check === 11 ? '0' : String(check);
}

/** Reads a code as people write it and says what it is, whether it holds, and why. */
export function readCode(text: string): CodeReading {
  const { code, remarks } = normaliseCode(text);
  const reading = readNormalised(code);
  return { ...reading, because: [reading.because, ...remarks].join('；') };
}

function readNormalised(code: string): CodeReading {
  if (WELL_FORMED.test(code)) return readCredit(code);
  if (/^\d{15}$/.test(code)) return readRegistration(code);
  if (/^[0-9A-Z]{8}[0-9X]$/.test(code)) return readOrganisation(code);
  return readBroken(code);
}

function readCredit(code: string): CodeReading {
  const checksum = creditCheckLetter(code) === code.charAt(17);
  if (!checksum && looksLikeIdentityNumber(code)) {
    return unknown(code, '像是公民身份号码，不是统一社会信用代码');
  }
  return { code, kind: 'uscc', wellFormed: true, checksum, because: creditBecause(code, checksum) };
}

function creditBecause(code: string, checksum: boolean): string {
  if (checksum) return '统一社会信用代码格式正确，校验位相符';
  const expected = creditCheckLetter(code);
  return `统一社会信用代码格式正确，校验位不符（应为${expected}，实为${code.charAt(17)}）；早期代码有此情况，只作提示`;
}

function readRegistration(code: string): CodeReading {
  const expected = registrationCheckDigit(code.slice(0, 14));
  const checksum = expected === code.charAt(14);
  const because = checksum
    ? '15位工商注册号（旧号），校验位相符'
    : `15位工商注册号（旧号），校验位不符（应为${expected}，实为${code.charAt(14)}），只作提示`;
  return { code, kind: 'regno', wellFormed: true, checksum, because };
}

function readOrganisation(code: string): CodeReading {
  const expected = organisationCheckLetter(code);
  const checksum = expected === code.charAt(8);
  const because = checksum
    ? '9位组织机构代码（旧码），校验位相符'
    : `9位组织机构代码（旧码），校验位不符（应为${expected}，实为${code.charAt(8)}）`;
  return { code, kind: 'organisation', wellFormed: true, checksum, because };
}

function readBroken(code: string): CodeReading {
  if (code === '') return unknown(code, '没有代码');
  const slips = codeSlips(code);
  if (code.length !== 18) {
    return unknown(
      code,
      `应为18位统一社会信用代码、15位注册号或9位组织机构代码，实为${code.length}位`,
    );
  }
  const meant = repairSlips(code);
  const holds = WELL_FORMED.test(meant) && creditCheckLetter(meant) === meant.charAt(17);
  const named = slips.map((s) => `第${s.at + 1}位的字母${s.found}疑为${s.meant}`).join('、');
  if (holds)
    return {
      ...unknown(code, `${named}，改正后为${meant}且校验位相符`, 'uscc'),
      suggestion: meant,
    };
  if (named !== '') return unknown(code, `含有代码不用的字母：${named}`, 'uscc');
  return unknown(code, brokenShape(code));
}

function brokenShape(code: string): string {
  if (looksLikeIdentityNumber(code)) return '像是公民身份号码，不是统一社会信用代码';
  const at = Array.from(code).findIndex((c, i) => (i > 1 && i < 8 ? !/\d/.test(c) : !VALUE.has(c)));
  return `第${at + 1}位的“${code.charAt(at)}”不合统一社会信用代码的规则（GB 32100-2015）`;
}

function unknown(code: string, because: string, kind: CodeKind = 'unknown'): CodeReading {
  return { code, kind, wellFormed: false, checksum: false, because };
}
