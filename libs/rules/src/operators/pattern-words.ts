import { partsOf, type PatternPart, type PatternSequence } from './pattern-parts.js';

/** What is said of a pattern that cannot be told in words. */
export const SOME_WORDS = '规则里的一组字样';

/** So many phrases a sentence holds. */
const FEW = 6;
/** A branch with more ways of being written than this is told with its choices side by side. */
const WAYS = 8;

/** A few of the phrases that a pattern looks for: 「转移资金」「隐匿资金」等. */
export function phrasesOf(pattern: string): string {
  const branches = partsOf(pattern);
  if (branches === null) return SOME_WORDS;
  const phrases = [...new Set(branches.flatMap((branch) => waysOf(branch, FEW + 1)))];
  const few = phrases.slice(0, FEW).map((phrase) => `「${phrase}」`);
  return few.length === 0 ? SOME_WORDS : `${few.join('')}${phrases.length > FEW ? '等' : ''}`;
}

/** Every branch of a pattern in words; choices that are many stand side by side: （推荐／介绍）…朋友. */
export function writingsOf(pattern: string): readonly string[] | null {
  const branches = partsOf(pattern);
  if (branches === null) return null;
  return branches.flatMap((branch) => {
    const ways = waysOf(branch, WAYS + 1);
    const isExact = ways.length <= WAYS && !branch.some(isNot);
    return isExact ? ways : [compact(branch)];
  });
}

const isNot = (part: PatternPart): boolean =>
  part.kind === 'not' ||
  (part.kind === 'choice' && part.branches.some((branch) => branch.some(isNot)));

/** The texts that a branch stands for, at most so many; what must not stand beside is left out. */
function waysOf(branch: PatternSequence, most: number): readonly string[] {
  let ways: readonly string[] = [''];
  for (const part of branch) {
    const next = endingsOf(part, most);
    ways = ways.flatMap((way) => next.map((ending) => joined(way, ending))).slice(0, most);
  }
  return [...new Set(ways.map(trimmed))].filter((way) => way !== '');
}

function endingsOf(part: PatternPart, most: number): readonly string[] {
  if (part.kind === 'text') return [part.text];
  if (part.kind === 'gap') return ['…'];
  if (part.kind === 'not') return [''];
  return part.branches.flatMap((branch) => {
    const ways = waysOf(branch, most);
    return ways.length === 0 ? [''] : ways;
  });
}

/** A branch with its choices side by side. */
function compact(branch: PatternSequence): string {
  return trimmed(branch.map(compactPart).reduce(joined, ''));
}

function compactPart(part: PatternPart): string {
  if (part.kind === 'text') return part.text;
  if (part.kind === 'gap') return '…';
  const each = part.branches.map(compact);
  if (part.kind === 'not') return `（${part.where}不是${each.join('／')}）`;
  const named = each.filter((words) => words !== '');
  const mayLack = named.length < each.length;
  return named.length === 1 && !mayLack
    ? (named[0] ?? '')
    : `（${[...named, ...(mayLack ? ['没有'] : [])].join('／')}）`;
}

/** Two gaps beside one another are one. */
const joined = (before: string, after: string): string =>
  before.endsWith('…') && after.startsWith('…') ? before + after.slice(1) : before + after;

/** A gap at an end says nothing. */
const trimmed = (words: string): string => words.replace(/^…+|…+$/g, '');
