import { groupBy } from '@risk/kit';
import {
  BRANCH_ENDING,
  NAME_FORMS,
  TRADE_LENGTHS,
  TRADE_WORDS,
  type NameForm,
} from './name-forms.js';
import { foldNumerals, plainName } from './name-text.js';
import { placeAt, type Places } from './places.js';

/** A firm's name taken apart, so that two ways of writing it give the same `folded`. */
export interface FoldedName {
  /** Region, core, trade and the mark of the form; branches end in `/branch`. */
  readonly folded: string;
  /** Short name of the deepest place, e.g. 郴州; empty when the name has none. */
  readonly region: string;
  /** All places in the name from wide to narrow. */
  readonly regionPath: readonly string[];
  /** What makes the name this firm's own (字号). */
  readonly core: string;
  readonly industry: string;
  readonly form: NameForm;
  readonly branch?: { readonly name: string; readonly parent: FoldedName };
  /** Names it had before, as told in brackets behind it. */
  readonly former: readonly string[];
}

const NO_FORM: NameForm = { text: '', kind: 'none', mark: '' };
const FORMER = /\((?:原名称?|曾用名|前身|原)[:为是]?([^()]{4,40}(?:\([^()]*\)[^()]*)?)\)/g;
const ALSO = /\((?:以下)?(?:简称|下称|又名|别名)[^()]*\)/g;

/** Takes a name apart; total, every text has an answer. */
export function foldName(name: string, places: Places): FoldedName {
  const plain = plainName(name);
  const former = plain.includes('(') ? [...plain.matchAll(FORMER)].map((m) => m[1] ?? '') : [];
  const bare = plain.includes('(') ? plain.replace(FORMER, '').replace(ALSO, '') : plain;
  return { ...foldPlain(bare, places), former };
}

function foldPlain(plain: string, places: Places): FoldedName {
  const parts = splitBranch(plain, places);
  if (!parts) return foldWhole(plain, places);
  const parent = foldWhole(parts.parent, places);
  const folded = `${parent.folded}/${foldNumerals(parts.branch)}`;
  return { ...parent, folded, branch: { name: parts.branch, parent } };
}

interface Parts {
  readonly parent: string;
  readonly branch: string;
}

/** `…公司郴州分公司`, `…馆(郴州店)`: what is the parent and what the branch. */
function splitBranch(plain: string, places: Places): Parts | null {
  if (!mayEndBranch(plain)) return null;
  const company =
    /^(.{3,}?(?:公司|合伙企业(?:\([^)]*\))?|合作社|事务所|银行))\(?(.{2,16}?)\)?$/.exec(plain);
  if (company) return { parent: company[1] ?? '', branch: company[2] ?? '' };
  const bracketed = /^(.{2,})\(([^()]{1,12}店)\)$/.exec(plain);
  if (bracketed) return { parent: bracketed[1] ?? '', branch: bracketed[2] ?? '' };
  const plainShop = /^(.{4,})(分店|分公司|分部|分社|分校)$/.exec(plain);
  return plainShop ? movePlace(plainShop[1] ?? '', plainShop[2] ?? '', places) : null;
}

/** Looks at the last five characters only: most names end here. */
const mayEndBranch = (plain: string): boolean =>
  BRANCH_ENDING.test(plain.slice(-5).replace(')', ''));

/** In `…馆郴州分店` the place belongs to the branch. */
function movePlace(parent: string, branch: string, places: Places): Parts {
  const start = [6, 5, 4, 3, 2]
    .map((length) => parent.length - length)
    .find((at) => at > 2 && placeAt(parent, at, places)?.end === parent.length);
  return { parent: parent.slice(0, start), branch: parent.slice(start ?? parent.length) + branch };
}

function foldWhole(plain: string, places: Places): FoldedName {
  const inner = bracketPlaces(plain, places);
  const form = formOf(inner.rest);
  const stem = inner.rest.slice(0, inner.rest.length - form.text.length);
  const outer = leadingPlaces(stem, places);
  const tail = outer.path.length + inner.path.length === 0 ? trailingPlace(stem, places) : null;
  const regionPath = tail ? [tail.name] : [...outer.path, ...inner.path];
  const { core, industry } = splitTrade(foldNumerals(stem.slice(outer.end, tail?.start)));
  const region = regionOf(regionPath, outer.path.length, places);
  return {
    folded: region + core + industry + form.mark,
    region,
    regionPath,
    core,
    industry,
    form,
    former: [],
  };
}

/** `新亚舟科技无锡有限公司`: the place before the form. */
function trailingPlace(stem: string, places: Places): { name: string; start: number } | null {
  for (const start of [stem.length - 3, stem.length - 2]) {
    const hit = start >= 4 ? placeAt(stem, start, places) : null;
    if (hit?.end === stem.length) return { name: hit.place.name, start };
  }
  return null;
}

/** The deepest place; a bracketed place that does not lie in the leading one stays beside it. */
function regionOf(path: readonly string[], outer: number, places: Places): string {
  const deepest = path.at(-1) ?? '';
  const leading = path[outer - 1];
  if (leading === undefined || leading === deepest) return deepest;
  const isInside = places.byName.get(deepest)?.parent === leading || outer === path.length;
  return isInside ? deepest : leading + deepest;
}

/** Places in brackets, `鑫源(湖南)投资`, leave the name; other brackets just open. */
function bracketPlaces(plain: string, places: Places): { rest: string; path: string[] } {
  if (!plain.includes('(')) return { rest: plain, path: [] };
  const path: string[] = [];
  const rest = plain.replace(/\(([^()]*)\)/g, (_, inner: string) => {
    const found = leadingPlaces(inner, places, 0);
    if (found.end < inner.length || inner === '') return inner;
    path.push(...found.path);
    return '';
  });
  return { rest: rest.replace(/[()]/g, ''), path };
}

const UNKNOWN_DISTRICT = /^[\u4e00-\u9fff]{1,3}?(?<![社小园景校地厂])[区县](?=..)/u;
const UNKNOWN_COUNTY = /^(?!.{0,2}[超门上夜都股])[\u4e00-\u9fff]{2}[市县](?=...)/u;

/** The chain of places a name begins with; at least `keep` characters stay for the name itself. */
export function leadingPlaces(
  text: string,
  places: Places,
  keep = 2,
): { path: string[]; end: number } {
  const path: string[] = [];
  let end = 0;
  for (let hit = placeAt(text, 0, places); hit !== null; hit = placeAt(text, end, places)) {
    if (!mayTake(text, hit.end, keep, path.length)) break;
    path.push(hit.place.name);
    end = hit.end;
  }
  return text.length - end > 4 ? unknownPlace(text, path, end) : { path, end };
}

/** A second short place is a name of its own when only a trade would be left: 郴州永兴商贸. */
function mayTake(text: string, end: number, keep: number, taken: number): boolean {
  const rest = text.slice(end);
  if (rest.length < keep) return false;
  if (keep === 0 || taken === 0 || /[省市县区]$/.test(text.slice(0, end))) return true;
  return splitTrade(rest).core !== '';
}

function unknownPlace(text: string, path: string[], end: number): { path: string[]; end: number } {
  const pattern = path.length > 0 ? UNKNOWN_DISTRICT : UNKNOWN_COUNTY;
  const found = pattern.exec(text.slice(end))?.[0];
  if (found === undefined) return { path, end };
  return { path: [...path, found.replace(/[市县区]$/, '')], end: end + found.length };
}

const formsByLast = groupBy(NAME_FORMS, (form) => form.text.charAt(form.text.length - 1));

const formOf = (text: string): NameForm =>
  formsByLast
    .get(text.charAt(text.length - 1))
    ?.find((form) => text.length > form.text.length + 1 && text.endsWith(form.text)) ?? NO_FORM;

/** Takes the words of a trade off the end; a name of trades alone has no core. */
export function splitTrade(stem: string): { core: string; industry: string } {
  let at = stem.length;
  for (let step = lastTrade(stem, at); step > 0; step = lastTrade(stem, at)) at -= step;
  if (at === 1) at = Math.min(stem.length, nextTradeEdge(stem));
  return { core: stem.slice(0, at), industry: stem.slice(at) };
}

function lastTrade(stem: string, end: number): number {
  return TRADE_LENGTHS.find((n) => end >= n && TRADE_WORDS.has(stem.slice(end - n, end))) ?? 0;
}

/** One left-over character is no name: the first trade word belongs to it. */
function nextTradeEdge(stem: string): number {
  const length = [...TRADE_LENGTHS].reverse().find((n) => TRADE_WORDS.has(stem.slice(1, 1 + n)));
  return 1 + (length ?? 1);
}
