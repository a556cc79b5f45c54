/**
 * How many ways a pattern may be read on one and the same text. The engine behind RegExp tries them one after the
 * other, so that `(保+)+息` never ends on a few dozen letters: what has too many ways is refused when it is written.
 */

/** Where in the pattern a part was written. */
interface Written {
  readonly source: string;
}
/** One letter: itself, a class of letters, or any. */
interface Letter extends Written {
  readonly kind: 'letter';
}
/** A boundary; takes no letter. */
interface Mark extends Written {
  readonly kind: 'mark';
}
/** What another part of the pattern took, once more. */
interface Echo extends Written {
  readonly kind: 'echo';
}
interface Group extends Written {
  readonly kind: 'group';
  readonly branches: readonly Sequence[];
  /** Looks around and takes no letter. */
  readonly looks: boolean;
}
interface Repeat extends Written {
  readonly kind: 'repeat';
  readonly of: Part;
  readonly least: number;
  readonly most: number;
}
type Part = Letter | Mark | Echo | Group | Repeat;
type Sequence = readonly Part[];

/** What a repeat without an end counts as: texts are longer, but then each way is short. */
const ENDLESS = 1_000;
/** The richest shipped pattern has 13,088; two gaps without an end side by side have a million. */
const MOST_WAYS = 20_000;

/** The letters that may come next; null where that is not known. After the last part nothing has to come. */
type Letters = readonly string[] | null;
const NOTHING: Letters = [];

/** The shortest part of a pattern that can be read in too many ways, as it was written; null when all is well. */
export function slowPart(pattern: string): string | null {
  return culpritIn(new Reader(pattern).whole(), NOTHING)?.source ?? null;
}

function culpritIn(part: Part, after: Letters): Part | null {
  if (waysOf(part, after) <= MOST_WAYS) return null;
  for (const [inner, next] of innerOf(part, after)) {
    const culprit = culpritIn(inner, next);
    if (culprit) return culprit;
  }
  return part;
}

function innerOf(part: Part, after: Letters): readonly (readonly [Part, Letters])[] {
  if (part.kind === 'repeat') return [[part.of, afterOnce(part, after)]];
  if (part.kind !== 'group') return [];
  const next = afterBranch(part, after);
  return part.branches.flatMap((parts) =>
    parts.map((inner, at) => [inner, following(parts, at, next)] as const),
  );
}

function waysOf(part: Part, after: Letters): number {
  if (part.kind === 'echo') return ENDLESS;
  if (part.kind === 'group') return waysOfBranches(part.branches, afterBranch(part, after));
  return part.kind === 'repeat' ? waysOfRepeat(part, after) : 1;
}

const waysOfSequence = (parts: Sequence, after: Letters): number =>
  parts.reduce((ways, part, at) => ways * waysOf(part, following(parts, at, after)), 1);

/** Branches that begin alike are all tried on the same text. */
function waysOfBranches(branches: readonly Sequence[], after: Letters): number {
  const each = branches.map((parts) => ({
    ways: waysOfSequence(parts, after),
    begins: beginning(parts),
  }));
  const together = each.map(({ begins }) =>
    each.reduce((sum, other) => (areApart(begins, other.begins) ? sum : sum + other.ways), 0),
  );
  return Math.max(...together);
}

function waysOfRepeat(part: Repeat, after: Letters): number {
  const { of, least, most } = part;
  const once = waysOf(of, afterOnce(part, after));
  const isSettled = isApartFrom(after, firstLetters([of], null));
  if (once === 1) return isSettled ? 1 : Math.min(most - least + 1, ENDLESS);
  if (most === Infinity) return Infinity;
  let ways = 0;
  for (let times = isSettled ? most : least; times <= most && ways <= MOST_WAYS; times++)
    ways += once ** times;
  return ways;
}

/** Once through a repeat comes either another time or what follows. */
function afterOnce({ of, most }: Repeat, after: Letters): Letters {
  return most > 1 ? joined(firstLetters([of], null), after) : after;
}

/** Looking round ends by itself, and backwards it reads from the other side. */
const afterBranch = ({ looks }: Group, after: Letters): Letters => (looks ? null : after);

const following = (parts: Sequence, at: number, after: Letters): Letters =>
  firstLetters(parts.slice(at + 1), after);

const joined = (one: Letters, other: Letters): Letters => one && other && [...one, ...other];

/** The letters that a sequence may begin with, or what follows it where it may take none. */
function firstLetters([first, ...rest]: Sequence, after: Letters): Letters {
  if (!first) return after;
  if (first.kind === 'letter') return [first.source];
  if (first.kind === 'repeat') {
    const some = firstLetters([first.of], null);
    return first.least > 0 ? some : joined(some, firstLetters(rest, after));
  }
  if (first.kind !== 'group' || first.looks) return null;
  const then = firstLetters(rest, after);
  return first.branches.map((parts) => firstLetters(parts, then)).reduce(joined, NOTHING);
}

/** Whether the first letter of what follows already tells that a repeat is over. */
const isApartFrom = (after: Letters, again: Letters): boolean =>
  after !== null &&
  again !== null &&
  after.every((one) => again.every((other) => isApart(one, other)));

/** The letters that a sequence begins with, one after the other, as far as each is one letter. */
function beginning(parts: Sequence): readonly string[] {
  const end = parts.findIndex(({ kind }) => kind !== 'letter');
  return parts.slice(0, end < 0 ? parts.length : end).map(({ source }) => source);
}

const areApart = (one: readonly string[], other: readonly string[]): boolean =>
  one.some((letter, at) => {
    const opposite = other[at];
    return opposite !== undefined && isApart(letter, opposite);
  });

/** Whether no letter is both; two classes are taken to share one. */
function isApart(one: string, other: string): boolean {
  const [a, b] = [itself(one), itself(other)];
  if (a !== null && b !== null) return a !== b;
  if (a !== null) return !isOf(a, other);
  return b !== null && !isOf(b, one);
}

const isOf = (letter: string, letters: string): boolean =>
  new RegExp(`^${letters}$`, 'u').test(letter);

const CONTROLS: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t' };

/** The letter that stands for nothing but itself. */
function itself(source: string): string | null {
  const [first = '', second = ''] = source;
  if (first !== '\\') return first === '.' || first === '[' ? null : source;
  if (Object.hasOwn(CONTROLS, second)) return CONTROLS[second] ?? null;
  return /[a-zA-Z0-9]/.test(second) ? null : second;
}

const TOKEN =
  /\(\?(?:[:=!]|<[=!]|<[^>]+>)|\\(?:k<[^>]+>|[1-9]\d*|[pP]\{[^}]*\}|u\{[^}]*\}|u[\da-fA-F]{4}|x[\da-fA-F]{2}|c[a-zA-Z]|.)|\[(?:\\.|[^\]])*\]|\{\d+(?:,\d*)?\}|./suy;
const REPEATS = /^(?:[*+?]|\{\d+(?:,\d*)?\})$/;

/** Reads a pattern of which RegExp says that it is one. */
class Reader {
  private at = 0;

  constructor(private readonly pattern: string) {}

  whole(): Part {
    return this.group(0, false);
  }

  /** Up to the closing bracket or to the end. */
  private group(from: number, looks: boolean): Group {
    const branches: Part[][] = [[]];
    while (this.at < this.pattern.length) {
      const start = this.at;
      const token = this.token();
      if (token === ')') break;
      const branch = branches.at(-1) ?? [];
      if (token === '|') branches.push([]);
      else if (REPEATS.test(token)) this.repeatLast(branch, token);
      else branch.push(this.part(token, start));
    }
    return { kind: 'group', branches, looks, source: this.pattern.slice(from, this.at) };
  }

  private token(): string {
    TOKEN.lastIndex = this.at;
    const [token = ''] = TOKEN.exec(this.pattern) ?? [];
    this.at += token.length;
    return token;
  }

  private part(token: string, from: number): Part {
    if (token.startsWith('(')) return this.group(from, /^\(\?<?[=!]/.test(token));
    if (/^\\(?:k<|[1-9])/.test(token)) return { kind: 'echo', source: token };
    if (/^(?:[\^$]|\\[bB])$/.test(token)) return { kind: 'mark', source: token };
    return { kind: 'letter', source: token };
  }

  /** A question mark after the repeat only turns the order round in which the ways are tried. */
  private repeatLast(branch: Part[], token: string): void {
    const of = branch.pop();
    if (!of) return;
    const lazy = this.pattern[this.at] === '?' ? this.token() : '';
    branch.push({ kind: 'repeat', of, ...timesOf(token), source: `${of.source}${token}${lazy}` });
  }
}

function timesOf(token: string): { least: number; most: number } {
  if (token === '?') return { least: 0, most: 1 };
  if (token === '*' || token === '+') return { least: token === '+' ? 1 : 0, most: Infinity };
  const [least = '0', most = least] = token.slice(1, -1).split(',');
  return { least: Number(least), most: most === '' ? Infinity : Number(most) };
}
