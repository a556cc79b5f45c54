import { evidenceOf } from '../disguise/evidence.js';
import { HeardReading, type HeardSpelling } from '../disguise/heard-reading.js';
import { meantBy } from '../disguise/hearing.js';
import { Survey } from '../disguise/survey.js';
import { audibleCharacters, sayingsOf } from '../disguise/pack-disguise.js';
import { believedFrom, chanceOf, oddnessWeight } from '../disguise/plausibility.js';
import { TokenReading } from '../disguise/token-reading.js';
import { FOLD_KINDS, digitOf, foldKindOf, foldedOf } from '../fold-table.js';
import { edgesAllow, gapsAllow } from '../hit-check.js';
import { joined } from '../shapes.js';
import { symbolsOf, type Profile } from '../symbols.js';
import { profileOf, type TermRule } from '../term.js';

/** A character of the text as the twin sees it. */
interface Piece {
  readonly symbol: number;
  /** The symbol when all styles of a digit are one. */
  readonly weak: number;
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
    const cp = char.codePointAt(0) ?? 0;
    symbolsOf(profile, cp).forEach((symbol, i) => {
      pieces.push({ symbol, weak: symbolsOf('digits', cp)[i] ?? symbol, start, end, char });
    });
    start = end;
  }
  return pieces;
}

const visible = (text: string): string =>
  Array.from(text)
    .filter((char) => kindOf(char) !== 'invisible')
    .join('');

/** The gaps between consecutive pieces obey the rule of noise. */
function gapsObey(text: string, run: readonly Piece[], around: Around): boolean {
  const gaps = run.slice(1).map((piece, i) => {
    const left = run[i]!;
    const between = text.slice(left.end, Math.max(left.end, piece.start));
    const [last, first] = [Array.from(text.slice(left.start, left.end)).at(-1)!, piece.char];
    return {
      units: between.length,
      text: between,
      marks: Array.from(between).filter(isVisibleNoise),
      word: isWord(last) && isWord(first),
      digits: /^[0-9]$/.test(folded(last)) && /^[0-9]$/.test(folded(first)),
    };
  });
  const loose = (gap: (typeof gaps)[number]): boolean => gap.marks.length > 0;
  if (gaps.some((gap) => gap.units > 64 || gap.marks.length > 8)) return false;
  if (gaps.some((gap) => gap.digits && loose(gap))) return false;
  const inWords = gaps.filter((gap) => gap.word);
  if (inWords.some(loose) && !inWords.every(loose)) return false;
  const soft = gaps.some((gap) => gap.marks.some((mark) => kindOf(mark) === 'soft'));
  if (!soft) return true;
  if (!gaps.every(loose)) return false;
  const shouted = (gap: string): boolean => /^[?？!！]$/.test(gap);
  return (
    run.length >= 3 ||
    (gaps.every((gap) => shouted(gap.text)) && [around.before, around.after].some(shouted))
  );
}

/** What stands between a run and the pieces beside it. */
interface Around {
  readonly before: string;
  readonly after: string;
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

/** Runs of one symbol as single pieces, with how often it stands there. */
interface Run extends Piece {
  readonly count: number;
}

function runsOf(pieces: readonly Piece[]): Run[] {
  const runs: Run[] = [];
  for (const piece of pieces) {
    const last = runs.at(-1);
    if (last?.weak === piece.weak)
      runs[runs.length - 1] = { ...last, end: piece.end, count: last.count + 1 };
    else runs.push({ ...piece, count: 1 });
  }
  return runs;
}

/** Characters in halves that nobody writes alone, put together from left to right. */
function joinedPieces(pieces: readonly Piece[]): Piece[] {
  const out: Piece[] = [];
  for (let i = 0; i < pieces.length; i++) {
    const [left, right] = [pieces[i]!, pieces[i + 1]];
    const bare = '亻イ氵彡扌讠訁钅釒纟糹饣飠忄犭礻衤辶阝冫彳艹疒宀丬牜'.includes(folded(left.char));
    const whole = bare && right?.start === left.end ? joined(left.symbol, right.symbol) : 0;
    if (whole === 0 || !right) out.push(left);
    else {
      out.push({ symbol: whole, weak: whole, start: left.start, end: right.end, char: '半' });
      i++;
    }
  }
  return out;
}

const sameSymbols = (run: readonly Piece[], wanted: readonly Piece[]): boolean =>
  run.every((piece, i) => piece.symbol === wanted[i]!.symbol);

/** All places of a text where pieces spell those of a term. */
function* runsLike(pieces: readonly Piece[], wanted: readonly Piece[]): Generator<number> {
  for (let i = 0; i + wanted.length <= pieces.length; i++) {
    const run = pieces.slice(i, i + wanted.length);
    const cut =
      pieces[i - 1]?.start === run[0]!.start || pieces[i + wanted.length]?.end === run.at(-1)!.end;
    if (!cut && sameSymbols(run, wanted)) yield i;
  }
}

function obeys(
  text: string,
  rule: TermRule,
  pieces: readonly Piece[],
  at: number,
  size: number,
): boolean {
  const profile = profileOf(rule);
  const run = pieces.slice(at, at + size);
  const [start, end] = [run[0]!.start, run.at(-1)!.end];
  if (rule.edges !== false && !edgesObey(text, start, end, profile)) return false;
  if (profile === 'exact' || text.slice(start, end) === rule.term) return true;
  const before = pieces[at - 1];
  const after = pieces[at + size];
  return gapsObey(text, run, {
    before: before ? text.slice(before.end, start) : '',
    after: after ? text.slice(end, after.start) : '',
  });
}

function hitsOf(text: string, rule: TermRule, term: number): SlowHit[] {
  const profile = profileOf(rule);
  const pieces = piecesOf(text, profile);
  const wanted = piecesOf(rule.term, profile);
  const hit = (list: readonly Piece[], i: number, size: number): SlowHit => ({
    term,
    start: list[i]!.start,
    end: list[i + size - 1]!.end,
  });
  const plain = rule.repeat
    ? repeatedHits(text, rule, pieces, wanted).map(([list, i, size]) => hit(list, i, size))
    : [...runsLike(pieces, wanted)]
        .filter((i) => obeys(text, rule, pieces, i, wanted.length))
        .map((i) => hit(pieces, i, wanted.length));
  if (profile === 'exact' || wanted.some((piece) => isShared(piece.weak))) return plain;
  const joint = joinedPieces(pieces);
  const runsOn = (i: number): boolean =>
    joint[i - 1]?.weak === joint[i]!.weak ||
    joint[i + wanted.length]?.weak === joint[i + wanted.length - 1]!.weak;
  const halved = [...runsLike(joint, wanted)]
    .filter((i) => joint.slice(i, i + wanted.length).some((piece) => piece.char === '半'))
    .filter((i) => !(rule.repeat && runsOn(i)) && obeys(text, rule, joint, i, wanted.length))
    .map((i) => hit(joint, i, wanted.length));
  return [...plain, ...halved];
}

const isShared = (symbol: number): boolean => digitOf(symbol) !== undefined || symbol > 0xffff;

type Found = readonly [pieces: readonly Piece[], at: number, size: number];

/** Whole runs only: as often as in the term piece by piece, or more often run by run. */
function repeatedHits(
  text: string,
  rule: TermRule,
  pieces: readonly Piece[],
  wanted: readonly Piece[],
): Found[] {
  const runs = runsOf(pieces);
  const asked = runsOf(wanted);
  const found: Found[] = [];
  for (const i of runsLike(runs, asked)) {
    const counts = asked.map((run, j) => runs[i + j]!.count - run.count);
    if (counts.some((more) => more < 0)) continue;
    if (counts.some((more) => more > 0)) {
      if (obeys(text, { ...rule, term: '' }, runs, i, asked.length))
        found.push([runs, i, asked.length]);
      continue;
    }
    const first = pieces.findIndex((piece) => piece.start === runs[i]!.start);
    if (!sameSymbols(pieces.slice(first, first + wanted.length), wanted)) continue;
    if (obeys(text, rule, pieces, first, wanted.length)) found.push([pieces, first, wanted.length]);
  }
  return found;
}

/** A disguised hit as the twin finds it. */
interface SlowDisguise extends SlowHit {
  readonly confidence: number;
}

/** Every term that may be disguised at every place of one spelling. */
function disguisedIn(
  spelling: HeardSpelling,
  rules: readonly TermRule[],
  needed: (first: number, last: number) => boolean,
): SlowDisguise[] {
  const terms = rules.map((rule) =>
    rule.homophone && !rule.allow ? audibleCharacters(rule.term) : null,
  );
  const believed = believedFrom(terms.filter((term) => term !== null).length);
  const survey = new Survey();
  survey.begin(spelling.text);
  return terms.flatMap((term, index) => {
    if (!term) return [];
    const places = Array.from(
      { length: Math.max(0, spelling.length - term.length + 1) },
      (_, i) => i,
    );
    return places.flatMap((first) => {
      const last = first + term.length - 1;
      const heard = sayingsOf(term).some((saying) =>
        saying.every((code, i) => meantBy(spelling.codes[first + i]!).includes(code)),
      );
      if (!heard || !needed(first, last)) return [];
      const [start, end] = [spelling.startOf(first), spelling.endOf(last)];
      const own = evidenceOf(spelling, { first, last, characters: term, from: 0 });
      const above = own + oddnessWeight(survey.around(start, end)) - believed;
      const holds =
        above >= 0 &&
        gapsAllow(spelling, first, last) &&
        edgesAllow(spelling.text, start, end, false);
      return holds ? [{ term: index, start, end, confidence: chanceOf(above) }] : [];
    });
  });
}

function disguisedHits(
  text: string,
  rules: readonly TermRule[],
  plain: readonly SlowHit[],
): SlowHit[] {
  const reading = new HeardReading();
  reading.read(text);
  const tokens = new TokenReading();
  const everywhere = Array.from({ length: text.length }, (_, at) => at);
  const places = tokens.readFrom(reading, { sites: everywhere, count: text.length }, text.length);
  const found = [
    ...disguisedIn(reading, rules, () => true),
    ...(places.length === 0
      ? []
      : disguisedIn(tokens, rules, (first, last) => places.some((k) => first <= k && k <= last))),
  ].filter((hit) => !plain.some((other) => other.start <= hit.start && other.end >= hit.end));
  const likely = found.filter((hit) =>
    found.every(
      (other) =>
        other.start !== hit.start || other.end !== hit.end || other.confidence <= hit.confidence,
    ),
  );
  return withoutDisputed(likely, plain, rules);
}

/** What is left where one character would hide two different ones; see settle.ts. */
function withoutDisputed(
  disguises: readonly SlowDisguise[],
  plain: readonly SlowHit[],
  rules: readonly TermRule[],
): SlowDisguise[] {
  const sure = plain.map((hit) => ({ ...hit, confidence: 1 }));
  const crosses = (a: SlowHit, b: SlowHit): boolean => {
    if (!(a.start < b.start && b.start < a.end && a.end < b.end)) return false;
    const [left, right] = [rules[a.term]!.term, rules[b.term]!.term];
    return !Array.from(left, (_, i) => left.slice(i)).some((tail) => right.startsWith(tail));
  };
  let standing = [...disguises].sort((a, b) => a.start - b.start || a.end - b.end);
  for (const hit of [...standing]) {
    const others = [...standing, ...sure];
    const between = others.some(
      (a) => crosses(a, hit) && others.some((b) => crosses(hit, b) && a.end <= b.start),
    );
    if (between) standing = standing.filter((other) => other !== hit);
  }
  for (const hit of [...standing]) {
    const weaker = [...standing, ...sure].some(
      (other) => (crosses(other, hit) || crosses(hit, other)) && other.confidence > hit.confidence,
    );
    if (weaker) standing = standing.filter((other) => other !== hit);
  }
  return standing;
}

/** The brute-force twin of the scanner: every term at every place, rule by rule, no tables or filters. */
export function slowScan(text: string, rules: readonly TermRule[]): SlowHit[] {
  const plain = rules.flatMap((rule, term) => hitsOf(text, rule, term));
  const masks = plain.filter((hit) => rules[hit.term]?.allow);
  const terms = plain.filter((hit) => !rules[hit.term]?.allow);
  const all = [...terms, ...disguisedHits(text, rules, terms)].filter(
    (hit) => !masks.some((mask) => mask.start <= hit.start && mask.end >= hit.end),
  );
  const keys = new Map(
    all.map(({ term, start, end }) => [`${start} ${end} ${term}`, { term, start, end }]),
  );
  return [...keys.values()].sort((a, b) => a.start - b.start || a.end - b.end || a.term - b.term);
}
