/** A pattern as people could read it: texts, choices between them, gaps, and what must not stand beside. */
export type PatternPart =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'gap' }
  | { readonly kind: 'choice'; readonly branches: readonly PatternSequence[] }
  | {
      readonly kind: 'not';
      readonly where: '前面' | '后面';
      readonly branches: readonly PatternSequence[];
    };
export type PatternSequence = readonly PatternPart[];

const GAP: PatternPart = { kind: 'gap' };
const text = (what: string): PatternPart => ({ kind: 'text', text: what });

/** What a pattern is written with, one sign at a time. */
const SIGN =
  /\\u[0-9a-f]{4}|\\.|\[(?:\\.|[^\]])*\]|\(\?(?:<?!|:)|[?*+]\??|\{\d+(?:,\d*)?\}\??|./gisu;

const NEGATIVE: Readonly<Record<string, '前面' | '后面'>> = { '(?!': '后面', '(?<!': '前面' };
/** Choices of single letters longer than this are told as a gap. */
const MANY_LETTERS = 6;

/** The branches of a pattern; null when it is written with something that cannot be told in words. */
export function partsOf(pattern: string): readonly PatternSequence[] | null {
  const signs = Array.from(pattern.matchAll(SIGN), ([sign]) => sign);
  const branches = branchesFrom(signs);
  return branches && signs.length === 0 ? branches : null;
}

/** Reads branches until a bracket closes or nothing is left, and takes what it read off the signs. */
function branchesFrom(signs: string[]): readonly PatternSequence[] | null {
  const branches: PatternPart[][] = [[]];
  while (signs.length > 0 && signs[0] !== ')') {
    const sign = signs.shift() ?? '';
    const branch = branches[branches.length - 1] ?? [];
    if (sign === '|') branches.push([]);
    else if (sign.startsWith('(')) {
      const within = branchesFrom(signs);
      if (within === null || signs.shift() !== ')') return null;
      const where = NEGATIVE[sign];
      branch.push(
        where ? { kind: 'not', where, branches: within } : { kind: 'choice', branches: within },
      );
    } else if (!take(sign, branch)) return null;
  }
  return branches;
}

/** Adds what one sign stands for; false for a sign that has no words. */
function take(sign: string, branch: PatternPart[]): boolean {
  if (/^[?*+{]/.test(sign)) return repeat(sign, branch);
  if (sign === '^' || sign === '$' || sign === '\\b') return true;
  const part = partOf(sign);
  if (part) branch.push(part);
  return part !== null;
}

/** What may be missing is a choice without it; what may come again is told once, and gaps stay gaps. */
function repeat(sign: string, branch: PatternPart[]): boolean {
  const part = branch.pop();
  if (!part) return false;
  const mayLack = /^(\?|\*|\{0)/.test(sign);
  branch.push(mayLack && part.kind !== 'gap' ? orNothing(part) : part);
  return true;
}

const orNothing = (part: PatternPart): PatternPart => ({
  kind: 'choice',
  branches: [...(part.kind === 'choice' ? part.branches : [[part]]), []],
});

function partOf(sign: string): PatternPart | null {
  if (sign === '.') return GAP;
  if (sign === '\\d') return text('几');
  if (sign === '\\s') return GAP;
  if (sign.startsWith('[')) return letterOf(sign.slice(1, -1));
  if (/^\\\W$/u.test(sign)) return text(sign.slice(1));
  return sign.startsWith('\\') ? null : text(sign);
}

/** One of several letters: a number, one of a few, or anything. */
function letterOf(letters: string): PatternPart {
  if (/\d-\d/.test(letters)) return text('几');
  const each = Array.from(letters);
  const isListed = !/[\^\\-]/.test(letters) && each.length <= MANY_LETTERS;
  return isListed ? { kind: 'choice', branches: each.map((letter) => [text(letter)]) } : GAP;
}
