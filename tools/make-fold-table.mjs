#!/usr/bin/env node
/**
 * Writes libs/keywords/src/fold-data.generated.ts from Unicode (this Node's ICU) and opencc-js, and, where
 * pinyin-pro is installed, homophone-data.generated.ts. Run by hand when a source changes: the engine itself
 * loads neither library, and the same tables judge on every machine whatever ICU its Node carries.
 */
import { writeFileSync } from 'node:fs';
import * as OpenCC from 'opencc-js';

const OUT = new URL('../libs/keywords/src/', import.meta.url);
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

/** Everything that belongs to the simplified standard set GB 2312; such characters are never "variants". */
const gb2312 = new Set();
const decoder = new TextDecoder('gb18030');
for (let high = 0xb0; high <= 0xf7; high++)
  for (let low = 0xa1; low <= 0xfe; low++) gb2312.add(decoder.decode(new Uint8Array([high, low])));

const fromTraditional = OpenCC.Converter({ from: 't', to: 'cn' });
const fromVariants = ['tw', 'hk', 'jp'].map((from) => OpenCC.Converter({ from, to: 'cn' }));

function simplified(char) {
  const direct = fromTraditional(char);
  if (direct !== char) return direct;
  if (gb2312.has(char)) return char;
  for (const convert of fromVariants) {
    const other = convert(char);
    if (other !== char && [...other].length === 1) return other;
  }
  return char;
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
function folded(char) {
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
// Tags and variation selectors supplement live in plane 14.
const planes14 = 'e0000-e007f e0100-e01ef';

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

// ── writing ─────────────────────────────────────────────────────────────────────────────────────────────────
const hex = (n) => n.toString(16);
function ranges(list) {
  const out = [];
  for (const cp of list) {
    const last = out.at(-1);
    if (last && last[1] === cp - 1) last[1] = cp;
    else out.push([cp, cp]);
  }
  return out.map(([a, b]) => (a === b ? hex(a) : `${hex(a)}-${hex(b)}`));
}
/** `41-5a>61`: the run 41..5a goes to the run that begins at 61; `3007>30`: one goes to one. */
function runs(map) {
  const out = [];
  for (const [from, to] of [...map].sort((a, b) => a[0] - b[0])) {
    const last = out.at(-1);
    if (last && last.end === from - 1 && last.to + (from - last.start) === to) last.end = from;
    else out.push({ start: from, end: from, to });
  }
  return out.map((r) => `${hex(r.start)}${r.start === r.end ? '' : `-${hex(r.end)}`}>${hex(r.to)}`);
}
const pairs = (map) =>
  [...map].map(([from, to]) => String.fromCodePoint(from) + String.fromCodePoint(to));
function wrapped(name, words, joint) {
  const lines = [];
  let line = '';
  for (const word of words) {
    if (line.length + word.length > 96) {
      lines.push(line);
      line = '';
    }
    line += word + joint;
  }
  lines.push(line);
  return `export const ${name} = [\n${lines.map((l) => `  '${l.replace(/\\/g, '\\\\').replace(/'/g, "\\'")}',`).join('\n')}\n].join('');\n`;
}
const head = (what) =>
  `// Made by tools/make-fold-table.mjs from ${what}. Do not edit by hand.\n/* eslint-disable max-lines */\n\n`;

writeFileSync(
  new URL('fold-data.generated.ts', OUT),
  head(`Unicode ${process.versions.unicode} and opencc-js`) +
    [
      wrapped('CASE', runs(maps.case), ' '),
      wrapped('WIDTH', runs(maps.width), ' '),
      wrapped('COMPATIBILITY', runs(maps.compatibility), ' '),
      wrapped('LOOKALIKE', runs(maps.lookalike), ' '),
      wrapped('TRADITIONAL', pairs(maps.traditional), ''),
      wrapped(
        'EXPANSIONS',
        [...expansions].map(
          ([cp, to]) => `${hex(cp)}>${[...to].map((c) => hex(c.codePointAt(0))).join('+')}`,
        ),
        ' ',
      ),
      wrapped('INVISIBLE', [...ranges(skips.invisible), ...planes14.split(' ')], ' '),
      wrapped('NOISE', ranges(skips.noise), ' '),
      wrapped('SOFT', ranges(skips.soft), ' '),
      wrapped('DIGITS', runs(digits), ' '),
    ].join('\n'),
);
for (const [name, map] of Object.entries({ ...maps, expansions, digits }))
  console.error(name, map.size);
for (const [name, list] of Object.entries(skips)) console.error(name, list.length);

const pinyinPro = await import(process.env.PINYIN_PRO ?? 'pinyin-pro').catch(() => null);
if (pinyinPro) {
  const bySyllable = new Map();
  for (let cp = 0x4e00; cp <= 0x9fff; cp++) {
    const char = String.fromCodePoint(cp);
    if (folded(char) !== char) continue;
    const sound = (pinyinPro.pinyin ?? pinyinPro.default.pinyin)(char, {
      toneType: 'none',
    }).replace('ü', 'v');
    if (!/^[a-z]+$/.test(sound) || sound === char) continue;
    bySyllable.set(sound, (bySyllable.get(sound) ?? '') + char);
  }
  const words = [...bySyllable]
    .sort((a, b) => (a[0] < b[0] ? -1 : 1))
    .map(([s, chars]) => s + chars);
  writeFileSync(
    new URL('homophone-data.generated.ts', OUT),
    head('pinyin-pro (toneless, first reading)') +
      `/** Each entry is a syllable and the characters that sound so. */\nexport const SYLLABLES: readonly string[] = [\n${words.map((w) => `  '${w}',`).join('\n')}\n];\n`,
  );
  console.error('syllables', words.length);
} else console.error('pinyin-pro is not installed: homophone-data.generated.ts is left as it is');
