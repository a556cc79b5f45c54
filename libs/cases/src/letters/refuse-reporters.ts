import { paperText, type Paper } from '@risk/domain';
import { Forbidden } from '@risk/kit';

const DIGITS: Readonly<Record<string, string>> = {
  ...{ 〇: '0', 零: '0', 一: '1', 幺: '1', 二: '2', 三: '3', 四: '4' },
  ...{ 五: '5', 六: '6', 七: '7', 八: '8', 九: '9' },
};

/** Spaces, hyphens, dots, full-width forms and Chinese digits hide nothing. */
const bare = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\-_.·•,，、()]/gu, '')
    .replace(/[〇零一幺二三四五六七八九]/gu, (digit) => DIGITS[digit] ?? digit);

/**
 * The last gate before a paper leaves: none in which something of a reporter stands. `canaries` are what
 * the vault knows of the reporters; `registered` are names that the public register tells anyway. The
 * refusal never repeats what it found.
 */
export function refuseReporters(
  papers: readonly Paper[],
  canaries: readonly string[],
  registered: readonly string[] = [],
): void {
  const secret = secretsOf(canaries, registered);
  for (const paper of papers) {
    const leak = paperText(paper).findIndex((line) => holdsAny(line, secret));
    if (leak < 0) continue;
    const message = `《${placeOf(paper, secret)}》第 ${leak + 1} 行含有举报人信息，不能发出，请修改后重新生成`;
    throw new Forbidden(message, { line: leak + 1 });
  }
}

/** Whether something of a reporter stands in a text; the same gate for words that are no paper. */
export const namesReporter = (
  text: string,
  canaries: readonly string[],
  registered: readonly string[],
): boolean => holdsAny(text, secretsOf(canaries, registered));

function secretsOf(canaries: readonly string[], registered: readonly string[]): string[] {
  const open = new Set(registered.map(bare));
  return canaries.map(bare).filter((word) => word.length >= 2 && !open.has(word));
}

const holdsAny = (line: string, secret: readonly string[]): boolean => {
  const plain = bare(line);
  return secret.some((word) => plain.includes(word));
};

/** The title, unless it is the title itself that must not be said. */
const placeOf = ({ title }: Paper, secret: readonly string[]): string =>
  holdsAny(title, secret) ? '……' : title;
