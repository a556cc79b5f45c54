/** Characters that nobody sees: a name with one of them looks like another's and is not the same text. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{DI}]/u;

/** Whether somebody would not see all that a text holds; rare characters stay welcome, assigned yet or of private use. */
export const hasUnseen = (text: string): boolean => UNSEEN.test(text);

const HAN_SPACES = /(?<=\p{Script=Han}) | (?=\p{Script=Han})/gu;

/** Why a text is no name of a person, in a sentence for officials; null when it may be one. */
export function nameProblem(name: string, whose: string): string | null {
  if (personName(name) === '') return `请写明${whose}`;
  if (!hasUnseen(name.trim())) return null;
  return `${whose}的姓名里有看不见的字符，请重新填写，不要粘贴`;
}

/** A name as it is kept: full-width letters as usual ones, and no spaces that mean nothing. */
export const personName = (name: string): string =>
  name.normalize('NFKC').trim().replace(/\s+/gu, ' ').replace(HAN_SPACES, '');

/** Whether two names are written for the same person, as far as names can tell: what every rule of two people asks. */
export const isSamePerson = (one: string, other: string): boolean => folded(one) === folded(other);

const folded = (name: string): string =>
  name
    .normalize('NFKC')
    .replace(/[\s\p{Cc}\p{Cf}\p{DI}]/gu, '')
    .toLowerCase();
