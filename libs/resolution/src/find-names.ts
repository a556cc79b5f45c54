import { bystanderSort } from './bystanders.js';
import { foldName, leadingPlaces, splitTrade, type FoldedName } from './fold-name.js';
import { leadEnds } from './leading-words.js';
import { branchBehind, findAnchors, type Anchor } from './name-anchors.js';
import { cutsOf, isGeneric, isMasked } from './name-cuts.js';
import { runStart } from './name-run.js';
import { plainName } from './name-text.js';
import { isPlace, placeAt, type Places } from './places.js';
import { findQuotes } from './quoted-names.js';

/** A firm's name found in running text. */
export interface NameHit {
  readonly name: string;
  readonly start: number;
  readonly end: number;
  readonly folded: FoldedName;
  /** Named as an app or a program: its name is also an app key. */
  readonly isApp: boolean;
  readonly confidence: number;
  readonly because: string;
}

const BRACKETS = /[（(][^）)]*[）)]/g;

type Span = Omit<NameHit, 'isApp' | 'confidence' | 'because'>;

/** All names of firms, apps and platforms in a text, left to right, each once a place. */
export function findNames(text: string, places: Places): NameHit[] {
  const kept: NameHit[] = [];
  const keep = (hit: NameHit | null) => {
    if (hit !== null && !kept.some((k) => hit.start < k.end && k.start < hit.end)) kept.push(hit);
  };
  for (const quote of findQuotes(text)) keep(quotedHit(text, quote, places));
  for (const anchor of findAnchors(text)) keep(anchoredHit(text, anchor, places));
  return kept.sort((a, b) => a.start - b.start);
}

function quotedHit(
  text: string,
  quote: { start: number; end: number; cue: string },
  places: Places,
): NameHit | null {
  const span = spanOf(text, quote.start, quote.end, places);
  if (span === null) return null;
  const isApp = /平台|app|软件|钱包|小程序|商城/i.test(quote.cue);
  return { ...span, isApp, confidence: 0.65, because: `引号中的名称，旁有“${quote.cue}”` };
}

function anchoredHit(text: string, anchor: Anchor, places: Places): NameHit | null {
  const start = nameStart(text, anchor.start, places);
  if (anchor.start - start < (anchor.kind === 'brand' ? 1 : 2)) return null;
  const end =
    anchor.kind === 'full' || anchor.kind === 'plain' ? branchEnd(text, anchor.end) : anchor.end;
  const span = spanOf(text, start, end, places);
  if (span === null || !isLikely(span, anchor)) return null;
  const because =
    anchor.kind === 'platform'
      ? `文中称其为“${anchor.text}”`
      : `文中出现以“${anchor.text}”结尾的名称`;
  return {
    ...span,
    isApp: anchor.kind === 'platform',
    confidence: sureness(span, anchor),
    because,
  };
}

function sureness({ folded }: Span, anchor: Anchor): number {
  const base = { full: 0.8, plain: 0.6, platform: 0.5, brand: 0.45 }[anchor.kind];
  return folded.region === '' ? base : base + 0.1;
}

/** Without a legal form a name must be short: what is longer is a piece of a sentence. */
function isLikely({ folded, start, end }: Span, { kind }: Anchor): boolean {
  const { core, region } = folded;
  if (kind === 'full') return core.length <= 16;
  if (kind === 'plain') return core.length <= (region === '' ? 6 : 8);
  if (kind === 'brand') return core.length <= 4 && end - start > 2 && end - start <= 7;
  return core.length <= 6 && end - start <= 12;
}

function branchEnd(text: string, end: number): number {
  const branch = branchBehind(text, end);
  return branch !== '' && cutsOf(branch.slice(0, -2)).length === 0 ? end + branch.length : end;
}

function spanOf(text: string, start: number, end: number, places: Places): Span | null {
  const name = text.slice(start, end);
  const folded = foldName(name, places);
  if (isGeneric(folded.core) || isUntold(folded) || isPlace(name, places)) return null;
  const isBystander = [plainName(name), folded.core + folded.industry].some(
    (n) => bystanderSort(n) !== null,
  );
  return isBystander ? null : { name, start, end, folded };
}

/** A masked name says something only with its place and its full form. */
const isUntold = ({ core, region, form }: FoldedName): boolean =>
  isMasked(core) && (region === '' || !form.text.includes('有限'));

/** Where the name that ends before `anchor` begins; `anchor` itself when nothing of a name stands there. */
function nameStart(text: string, anchor: number, places: Places): number {
  const from = runStart(text, anchor);
  const run = text.slice(from, anchor);
  const cut = leadEnd(run, lastCut(run, places), places);
  return from + cut + placeStart(run.slice(cut), places);
}

/** Behind the verbs that open a run, as far as a name of its own remains; `cut` when there are none. */
function leadEnd(run: string, cut: number, places: Places): number {
  const lead = leadEnds(run, cut).find(({ end, isAuxiliary }) => {
    const rest = run.slice(end);
    return isAuxiliary ? opensWithPlace(rest, places) : leavesOwnName(rest, places);
  });
  return lead?.end ?? cut;
}

const opensWithPlace = (rest: string, places: Places): boolean =>
  placeAt(rest, 0, places) !== null && leavesOwnName(rest, places);

/** Stricter than `leavesName`: a place alone, or one character before a trade, is no 字号. */
function leavesOwnName(rest: string, places: Places): boolean {
  if (isPlace(rest, places)) return false;
  const { end } = leadingPlaces(rest, places);
  const { core } = splitTrade(plainName(rest.slice(end).replace(BRACKETS, '')));
  return !isGeneric(core) && !(core.length > 2 && isGeneric(core.slice(1)));
}

/** The end of the last cut of a run; doubtful ones inside a name count only where another remains. */
function lastCut(run: string, places: Places): number {
  let at = 0;
  for (const cut of cutsOf(run)) {
    const isEdge = cut.end === at + 1 || cut.end === run.length;
    if (!cut.isDoubtful || isEdge || parts(run, at, cut.end, places)) at = cut.end;
  }
  return at;
}

/** Whether a doubtful cut at an end parts a name from what stands before it. */
const parts = (run: string, from: number, end: number, places: Places): boolean =>
  leavesName(run.slice(end), places) && !isBehindPlace(run.slice(from, end), places);

/** 湖南昉和 joins nothing: one character between a place and 和 is the first half of a 字号. */
const isBehindPlace = (text: string, places: Places): boolean =>
  text.endsWith('和') &&
  placeAt(text, 0, places) !== null &&
  leadingPlaces(text, places).end === text.length - 2;

/** Where the last chain of places begins that leaves a name behind it; 0 when there is none. */
function placeStart(run: string, places: Places): number {
  for (let at = run.length - 4; at > 0; at--) {
    const hit = placeAt(run, at, places);
    if (hit === null || /[(（]/.test(run.charAt(at - 1)) || !leavesName(run.slice(at), places))
      continue;
    return chainStart(run, at, places);
  }
  return 0;
}

function leavesName(text: string, places: Places): boolean {
  const { end } = leadingPlaces(text, places);
  return !isGeneric(splitTrade(text.slice(end).replace(BRACKETS, '')).core);
}

/** Steps back over the wider places that stand directly before one: 湖南省|郴州市. */
function chainStart(run: string, at: number, places: Places): number {
  const before = [6, 5, 4, 3, 2].find(
    (length) => at >= length && placeAt(run, at - length, places)?.end === at,
  );
  return before === undefined ? at : chainStart(run, at - before, places);
}
