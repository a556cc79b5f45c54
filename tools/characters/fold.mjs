/**
 * What folding does to each character: NFKC, case, traditional to simplified, variants, look-alikes, and what is
 * skipped as noise. From this Node's ICU, opencc-js and Unihan's variants; nothing of it is loaded at run time.
 */
import * as OpenCC from 'opencc-js';
import { levelOne, standard } from './gb2312.mjs';
import { readingsOf, variantsOf } from './unihan.mjs';

const LAST = 0x3ffff;

// ── look-alikes that neither Unicode nor opencc knows; drawn by hand from the shapes themselves ─────────────
const LOOKALIKE = {
  高: '髙',
  本: '夲',
  喜: '囍',
  回: '囬廻',
  收: '収',
  会: '㑹',
  仓: '仺',
  圆: '圎',
  银: '㹜',
  钱: '㡵',
  零: '',
  赚: '䞼',
  贷: '貣',
  币: '帀',
  利: '莉',
  息: '熄',
  a: 'аαɑᴀ🅐🅰',
  b: 'вβʙ🅑🅱',
  c: 'сϲᴄ🅒🅲',
  d: 'ԁᴅ🅓🅳',
  e: 'еεᴇ🅔🅴',
  f: 'ғꜰ🅕🅵',
  g: 'ɡɢ🅖🅶',
  h: 'нһʜ🅗🅷',
  i: 'іιɪı🅘🅸',
  j: 'јᴊ🅙🅹',
  k: 'кκᴋ🅚🅺',
  l: 'ӏʟ🅛🅻',
  m: 'мᴍ🅜🅼',
  n: 'ոɴ🅝🅽',
  o: 'оοᴏ🅞🅾',
  p: 'рρᴘ🅟🅿',
  q: 'ԛ🅠🆀',
  r: 'гʀ🅡🆁',
  s: 'ѕꜱ🅢🆂',
  t: 'тτᴛ🅣🆃',
  u: 'υᴜ🅤🆄',
  v: 'νѵᴠ🅥🆅',
  w: 'ԝωᴡ🅦🆆',
  x: 'хχ🅧🆇',
  y: 'уγʏ🅨🆈',
  z: 'ᴢ🅩🆉',
  0: '⓿🄌',
  1: '❶➀➊',
  2: '❷➁➋',
  3: '❸➂➌',
  4: '❹➃➍',
  5: '❺➄➎',
  6: '❻➅➏',
  7: '❼➆➐',
  8: '❽➇➑',
  9: '❾➈➒',
  10: '❿➉➓',
  11: '⓫',
  12: '⓬',
  13: '⓭',
  14: '⓮',
  15: '⓯',
  16: '⓰',
  17: '⓱',
  18: '⓲',
  19: '⓳',
  20: '⓴',
};
// A hand-made list may not turn one everyday character into another: 莉 stays 莉.
for (const key of ['利', '息', '银', '钱', '赚', '零']) delete LOOKALIKE[key];

const fromTraditional = OpenCC.Converter({ from: 't', to: 'cn' });
const fromVariants = ['tw', 'hk', 'jp'].map((from) => OpenCC.Converter({ from, to: 'cn' }));

function simplified(char) {
  const direct = fromTraditional(char);
  if (direct !== char) return direct;
  if (standard.has(char)) return char;
  for (const convert of fromVariants) {
    const other = convert(char);
    if (other !== char && [...other].length === 1) return other;
  }
  return commonVariant(char) ?? char;
}

/** Whether opencc knows a simplified form; variants that only Unihan knows keep their own sounds. */
export const isTraditional = (char) => fromTraditional(char) !== char;

/** The one everyday character that Unihan calls the same and that sounds the same: 伱 is 你, 岀 is 出. */
function commonVariant(char) {
  const sounds = new Set(readingsOf(char));
  const same = variantsOf(char).filter(
    (other) => levelOne.has(other) && readingsOf(other).some((sound) => sounds.has(sound)),
  );
  return same.length === 1 ? same[0] : undefined;
}

const lookalikeOf = new Map();
for (const [to, froms] of Object.entries(LOOKALIKE))
  for (const from of froms) lookalikeOf.set(from, to);

const marked = /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}]/u;
const bare = (text) =>
  marked.test(text) ? text.normalize('NFD').replace(/\p{M}/gu, '').normalize('NFC') : text;

/** One full turn of folding; repeated until nothing changes. */
function turn(char) {
  let text = bare(char.normalize('NFKC')).toLowerCase();
  text = [...text].map((c) => lookalikeOf.get(c) ?? simplified(c)).join('');
  return text;
}
/** A character in its plainest form; several where one stands for many. */
export function folded(char) {
  let text = char;
  for (let round = 0; round < 6; round++) {
    const next = [...text].map(turn).join('');
    if (next === text) return text;
    text = next;
  }
  throw new Error(`no rest for ${char}`);
}

// ── what is skipped ─────────────────────────────────────────────────────────────────────────────────────────
const INVISIBLE = /^[\p{Cf}\p{Mn}\p{Me}\p{Default_Ignorable_Code_Point}]$/u;
// Marks that end or part a clause, or stand around a word: skipped only where the whole term is spaced out.
const SOFT = new Set(
  '，。！？；：、,;!?:\n\r\t\f\v\u0085\u2028\u2029「」『』“”‘’"\'（）()《》〈〉【】[]{}〔〕〖〗｛｝［］｡､…—',
);
// These carry meaning in money talk.
const MEANT = new Set('%‰‱');
const NOISE = /^[\p{Z}\p{P}\p{S}\p{Cc}]$/u;

function skipKind(char) {
  if (INVISIBLE.test(char)) return 'invisible';
  if (MEANT.has(char)) return null;
  if (SOFT.has(char)) return 'soft';
  return NOISE.test(char) ? 'noise' : null;
}

function kindOfFold(char, to) {
  const cp = char.codePointAt(0);
  if (lookalikeOf.has(char) || lookalikeOf.has(char.toLowerCase())) return 'lookalike';
  if ((cp >= 0xff01 && cp <= 0xff5e) || cp === 0x3000) return 'width';
  if (char.toLowerCase() === to) return 'case';
  if (char.normalize('NFKC') === char && simplified(char) === to && [...to].length === 1)
    return fromTraditional(char) !== char ? 'traditional' : 'lookalike';
  return 'compatibility';
}

const maps = {
  case: new Map(),
  width: new Map(),
  compatibility: new Map(),
  traditional: new Map(),
  lookalike: new Map(),
};
const expansions = new Map();
const skips = { invisible: [], noise: [], soft: [] };

for (let cp = 0; cp <= LAST; cp++) {
  if (cp >= 0xd800 && cp <= 0xdfff) continue;
  const char = String.fromCodePoint(cp);
  const to = folded(char);
  const symbols = [...to].filter((c) => skipKind(c) === null);
  const own = skipKind(char);
  // A letter in disguise beats the symbol it is dressed as: ① is 1, 🅰 is a.
  if (symbols.length === 0 || (own !== null && to === char)) {
    const skip = own ?? (to === '' ? 'invisible' : skipKind([...to][0]));
    if (skip) skips[skip].push(cp);
    continue;
  }
  if (own === 'invisible') {
    skips.invisible.push(cp);
    continue;
  }
  const clean = symbols.join('');
  if (clean === char) continue;
  if (symbols.length === 1) maps[kindOfFold(char, clean)].set(cp, clean.codePointAt(0));
  else expansions.set(cp, clean);
}
// ── digit styles: everything that says one digit ────────────────────────────────────────────────────────────
const DIGITS = [
  '零〇○',
  '一壹弌',
  '二贰弍两',
  '三叁弎',
  '四肆',
  '五伍',
  '六陆',
  '七柒',
  '八捌',
  '九玖',
];
const ROMAN = ['Ⅰⅰ', 'Ⅱⅱ', 'Ⅲⅲ', 'Ⅳⅳ', 'Ⅴⅴ', 'Ⅵⅵ', 'Ⅶⅶ', 'Ⅷⅷ', 'Ⅸⅸ'];
const digits = new Map();
for (let cp = 0x80; cp <= LAST; cp++) {
  if (cp >= 0xd800 && cp <= 0xdfff) continue;
  const char = String.fromCodePoint(cp);
  const bareDigit = folded(char).replace(/[().,]/g, '');
  if (/^[0-9]$/.test(bareDigit)) digits.set(cp, bareDigit.codePointAt(0));
  const han = DIGITS.findIndex((row) => [...row].includes(bareDigit));
  if (han >= 0) digits.set(cp, 48 + han);
}
ROMAN.forEach((row, i) => [...row].forEach((c) => digits.set(c.codePointAt(0), 49 + i)));

/** Everything that folding needs, by code point. */
export const foldMaps = { ...maps, expansions, digits };
export const skipped = { ...skips, invisible: skips.invisible };
