import { pointsOf } from '../code-points.js';
import { FOLD_KINDS, digitOf, foldKindOf, foldedOf } from '../fold-table.js';
import { symbolsOf, type Profile } from '../profile.js';
import { profileOf, type TermRule } from '../term.js';

/** A character of the text as the twin sees it. */
interface Piece {
  readonly symbol: number;
  readonly start: number;
  readonly end: number;
  readonly char: string;
}
interface SlowHit {
  readonly term: number;
  readonly start: number;
  readonly end: number;
}

const kindOf = (char: string): string => FOLD_KINDS[foldKindOf(char.codePointAt(0) ?? 0)] ?? '';
const isVisibleNoise = (char: string): boolean => ['noise', 'soft'].includes(kindOf(char));
const folded = (char: string): string => String.fromCodePoint(foldedOf(char.codePointAt(0) ?? 0));
const isWord = (char: string): boolean => {
  if (char === '' || ['noise', 'soft', 'invisible'].includes(kindOf(char))) return false;
  const spelt = char === '㎏' ? 'kg' : folded(char);
  return /[0-9a-zß-ɏͰ-ԯ]/u.test(spelt);
};

function piecesOf(text: string, profile: Profile): Piece[] {
  const pieces: Piece[] = [];
  let start = 0;
  for (const char of Array.from(text)) {
    const end = start + char.length;
    for (const symbol of symbolsOf(profile, char.codePointAt(0) ?? 0))
      pieces.push({ symbol, start, end, char });
    start = end;
  }
  return pieces;
}

const visible = (text: string): string =>
  Array.from(text)
    .filter((char) => kindOf(char) !== 'invisible')
    .join('');

/** The gaps between consecutive pieces obey the rule of noise. */
function gapsObey(text: string, run: readonly Piece[]): boolean {
  const gaps = run.slice(1).map((piece, i) => {
    const left = run[i]!;
    const between = text.slice(left.end, Math.max(left.end, piece.start));
    return {
      units: between.length,
      marks: Array.from(between).filter(isVisibleNoise),
      word: isWord(left.char) && isWord(piece.char),
      digits: /^[0-9]$/.test(folded(left.char)) && /^[0-9]$/.test(folded(piece.char)),
    };
  });
  const loose = (gap: (typeof gaps)[number]): boolean => gap.marks.length > 0;
  if (gaps.some((gap) => gap.units > 64 || gap.marks.length > 8)) return false;
  if (gaps.some((gap) => gap.digits && loose(gap))) return false;
  const inWords = gaps.filter((gap) => gap.word);
  if (inWords.some(loose) && !inWords.every(loose)) return false;
  const soft = gaps.some((gap) => gap.marks.some((mark) => kindOf(mark) === 'soft'));
  return !soft || (run.length >= 3 && gaps.every(loose));
}

const isDigitStyle = (char: string): boolean =>
  char !== '' && digitOf(char.codePointAt(0) ?? 0) !== undefined;
const goesOn = (char: string): boolean =>
  isDigitStyle(char) || (char !== '' && '十百千万亿点'.includes(char));

function edgesObey(text: string, start: number, end: number, profile: Profile): boolean {
  const inner = Array.from(text.slice(start, end));
  const borders = [
    [inner[0]!, Array.from(visible(text.slice(Math.max(0, start - 8), start))).at(-1) ?? ''],
    [inner.at(-1)!, Array.from(visible(text.slice(end, end + 8)))[0] ?? ''],
  ] as const;
  return borders.every(([within, beyond]) => {
    if (isWord(within) && isWord(beyond)) return false;
    return !(profile.startsWith('digits') && isDigitStyle(within) && goesOn(beyond));
  });
}

const runObeys = (text: string, rule: TermRule, run: readonly Piece[]): boolean => {
  const profile = profileOf(rule);
  const start = run[0]!.start;
  const end = run.at(-1)!.end;
  if (rule.edges !== false && !edgesObey(text, start, end, profile)) return false;
  return profile === 'exact' || gapsObey(text, run);
};

function hitsOf(text: string, rule: TermRule, term: number): SlowHit[] {
  const profile = profileOf(rule);
  const pieces = piecesOf(text, profile);
  const wanted = pointsOf(rule.term).flatMap((cp) => symbolsOf(profile, cp));
  const hits: SlowHit[] = [];
  for (let i = 0; i + wanted.length <= pieces.length; i++) {
    const run = pieces.slice(i, i + wanted.length);
    const start = run[0]!.start;
    const end = run.at(-1)!.end;
    const cut = pieces[i - 1]?.start === start || pieces[i + wanted.length]?.end === end;
    if (cut || run.some((piece, j) => piece.symbol !== wanted[j])) continue;
    if (runObeys(text, rule, run)) hits.push({ term, start, end });
  }
  return hits;
}

/** The brute-force twin of the scanner: every term at every place, rule by rule, no tables or tries. */
export function slowScan(text: string, rules: readonly TermRule[]): SlowHit[] {
  const all = rules.flatMap((rule, term) => hitsOf(text, rule, term));
  const masks = all.filter((hit) => rules[hit.term]?.allow);
  return all
    .filter((hit) => !rules[hit.term]?.allow)
    .filter((hit) => !masks.some((mask) => mask.start <= hit.start && mask.end >= hit.end))
    .sort((a, b) => a.start - b.start || a.end - b.end || a.term - b.term);
}
