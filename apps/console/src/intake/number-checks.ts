const CODE_SIGNS = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const CODE_WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
const ID_WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const ID_SIGNS = '10X98765432';

/** As codes are written: half-width, without blanks, in upper case. */
export const plainCode = (text: string): string =>
  text.normalize('NFKC').replace(/[\s-]/g, '').toUpperCase();

/** What is wrong with a credit code (GB 32100-2015), or a registration number of 15 digits; null when nothing. */
export function creditCodeFault(text: string): string | null {
  const code = plainCode(text);
  if (code === '' || /^\d{15}$/.test(code)) return null;
  if (code.length !== 18) return `统一社会信用代码应为 18 位，现为 ${String(code.length)} 位`;
  const wrong = Array.from(code).find((sign) => !CODE_SIGNS.includes(sign));
  if (wrong !== undefined) return `统一社会信用代码里不会有“${wrong}”`;
  const sum = CODE_WEIGHTS.reduce(
    (total, weight, at) => total + weight * CODE_SIGNS.indexOf(code.charAt(at)),
    0,
  );
  const last = CODE_SIGNS.charAt((31 - (sum % 31)) % 31);
  return last === code.charAt(17) ? null : '统一社会信用代码校验位不符，请对照原件核对';
}

/** What is wrong with a phone number; null when nothing. */
export function phoneFault(text: string): string | null {
  const phone = text
    .normalize('NFKC')
    .replace(/[\s‐-―－—]/g, '-')
    .replace(/-/g, '');
  if (phone === '') return null;
  if (!/^\+?\d+$/.test(phone)) return '电话只能是数字';
  const digits = phone.replace(/^\+?86(?=1\d{10}$)/, '');
  if (digits.startsWith('1') && digits.length === 11)
    return /^1[3-9]/.test(digits) ? null : '手机号码第二位应为 3 到 9';
  if (digits.startsWith('1') && digits.length > 8)
    return `手机号码应为 11 位，现为 ${String(digits.length)} 位`;
  return digits.length >= 5 && digits.length <= 12 ? null : '电话号码的位数不对';
}

/** What is wrong with the number of an identity card (GB 11643); other documents pass. */
export function idNumberFault(text: string): string | null {
  const id = plainCode(text);
  if (!/^\d{17}[\dX]$/.test(id)) return /^\d{16,}X?$/.test(id) ? '身份证号码应为 18 位' : null;
  const sum = ID_WEIGHTS.reduce((total, weight, at) => total + weight * Number(id.charAt(at)), 0);
  return ID_SIGNS.charAt(sum % 11) === id.charAt(17) ? null : '身份证号码校验位不符，请核对';
}

/** What is wrong with a number of people or a sum of money; null when nothing. */
export function numberFault(text: string, whole: boolean): string | null {
  const plain = text.normalize('NFKC').replace(/[,\s]/g, '');
  if (plain === '') return null;
  if (whole) return /^\d{1,9}$/.test(plain) ? null : '应为整数';
  return /^\d{1,15}(?:\.\d{1,2})?$/.test(plain) ? null : '应为数字，以元为单位，如 120000';
}
