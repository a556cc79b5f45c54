import { hash, verify } from '@node-rs/argon2';
import { randomInt } from 'node:crypto';
import { Invalid } from '@risk/kit';
import { COMMON_PASSWORDS } from './common-passwords.js';

/** argon2id (this library's default) as OWASP's cheat sheet on storing passwords has it: 19 MiB, two passes, one lane. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

const LONGEST = 128;
const LONG_ENOUGH_WITHOUT_KINDS = 16;
const KINDS = [/[a-z]/, /[A-Z]/, /\d/, /[^A-Za-z\d]/] as const;
const WANTED_KINDS = 3;

export const hashPassword = (password: string): Promise<string> => hash(password, COST);

export const isPassword = (kept: string, password: string): Promise<boolean> =>
  password.length > LONGEST ? Promise.resolve(false) : verify(kept, password);

let nobodys: Promise<string> | null = null;

/** Takes as long as a real check, so that nobody learns from the time whether an account is there. */
export async function checkNobodys(password: string): Promise<false> {
  nobodys ??= hashPassword(madePassword());
  await isPassword(await nobodys, password);
  return false;
}

/** Refuses a password that is easy to guess, and says why. */
export function refuseWeak(
  password: string,
  { shortest }: { readonly shortest: number },
  { login, name }: { readonly login: string; readonly name: string },
): void {
  const kinds = KINDS.filter((kind) => kind.test(password)).length;
  const plain = password.toLowerCase();
  const fault =
    [
      password.length < shortest && `至少 ${shortest} 个字符`,
      password.length > LONGEST && `最多 ${LONGEST} 个字符`,
      kinds < WANTED_KINDS &&
        password.length < LONG_ENOUGH_WITHOUT_KINDS &&
        `大写字母、小写字母、数字、其他符号中至少三类，或者不少于 ${LONG_ENOUGH_WITHOUT_KINDS} 个字符`,
      new Set(plain).size < 5 && '重复的字符太多',
      (plain.includes(login) || plain.includes(name.toLowerCase())) && '不能含有登录名或者姓名',
      isCommon(plain) && '这个口令太常见',
    ].find((said) => said !== false) ?? null;
  if (fault !== null) throw new Invalid(`新口令：${fault}`);
}

/** Digits and signs at the end are what people add to a common word to satisfy a form. */
const isCommon = (plain: string): boolean =>
  beginningsOf(plain).some(
    (word) => COMMON_PASSWORDS.has(word) || COMMON_PASSWORDS.has(spelt(word)),
  );

/** All that is left of a text when more and more digits and signs are taken off its end. */
function beginningsOf(text: string): string[] {
  const shortest = text.replace(/[^a-z]+$/, '').length;
  return Array.from({ length: text.length - shortest + 1 }, (_, at) =>
    text.slice(0, shortest + at),
  );
}

/** Signs that stand for letters, as the letters. */
const spelt = (word: string): string =>
  word.replace(/@/g, 'a').replace(/0/g, 'o').replace(/\$/g, 's');

/** Without characters that are taken for one another. */
const ALPHABET = 'abcdefghjkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789';

/** A password to begin with, of 92 bits; shown once. */
export function madePassword(): string {
  const signs = Array.from({ length: 16 }, () => ALPHABET[randomInt(ALPHABET.length)] ?? '');
  return [0, 4, 8, 12].map((from) => signs.slice(from, from + 4).join('')).join('-');
}
