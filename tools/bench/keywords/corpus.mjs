// The corpus of the keyword bench: Chinese that nobody wrote, from real words, the same every time. Words come from
// opencc-js and from the pairs of neighbours of our own tables; nothing is read from disk or network.
import * as OpenCC from 'opencc-js';
import STPhrases from 'opencc-js/dict/STPhrases';
import { FOLLOWERS, LEVELS } from '../../../dist/libs/keywords/src/tables/usage.generated.js';
import { randomOf } from '../measure.mjs';

const level = new Map();
for (const entry of LEVELS) {
  const value = Number(/^\d+/.exec(entry)[0]);
  for (const char of entry.replace(/^\d+/, '')) level.set(char, value);
}
/** Words by how common their characters are, the most common first. */
function vocabulary() {
  const phrases = (Array.isArray(STPhrases) ? STPhrases : String(STPhrases).split('|')).map(
    (entry) => (Array.isArray(entry) ? entry[0] : entry.split(' ')[0]),
  );
  const pairs = FOLLOWERS.flatMap((entry) =>
    [...entry.slice(1)].map((second) => entry[0] + second),
  );
  const words = new Set([
    ...pairs,
    ...phrases.filter((word) => /^[\u4e00-\u9fff]{2,6}$/.test(word)),
  ]);
  // Some chance, lest the most common words be those of the very most common characters.
  const random = randomOf(5);
  const rarity = (word) =>
    [...word].reduce((sum, char) => sum + (level.get(char) ?? 80), 0) / word.length + 25 * random();
  return [...words]
    .map((word) => [rarity(word), word])
    .sort((a, b) => a[0] - b[0])
    .map(([, word]) => word);
}
const VOCABULARY = vocabulary();
/** Half of the words are written, the other half are only looked for, as most terms of a lexicon are. */
const WORDS = VOCABULARY.filter((_, i) => i % 2 === 0);
const UNWRITTEN = VOCABULARY.filter((_, i) => i % 2 === 1);
const SHORT = WORDS.filter((word) => word.length === 2);
const LONG = UNWRITTEN.filter((word) => word.length > 2);
/** Short terms of a lexicon are rare words. */
const RARE = UNWRITTEN.filter((word) => word.length === 2).slice(-8_000);
const SINGLES = [
  ...'的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动',
];

/** Zipf-Mandelbrot by inversion: low ranks often, high ones seldom. */
const FLATTER = 300;
const zipf = (random, size) => Math.floor(FLATTER * ((1 + (size - 1) / FLATTER) ** random() - 1));
const pick = (random, list) => list[Math.floor(random() * list.length)];

const RISK =
  '保本 保息 高息 高收益 稳赚不赔 零风险 刚性兑付 保本保息 内幕消息 跟单 分红 返利 众筹 私募 原始股 虚拟货币 挖矿 消费返利 养老公寓 拉人头 团队计酬 资金盘 套现 砍头息 无抵押 征信修复 代理维权 老师带单 开户 秒到账'.split(
    ' ',
  );

/** Terms: a few real ones, words and compounds of words, and compounds of two common words, which begin as text does. */
export function lexicon(size, seed = 7) {
  const random = randomOf(seed);
  const terms = new Set(RISK);
  while (terms.size < size) {
    const dice = random();
    if (dice < 0.05) terms.add(pick(random, RARE));
    else if (dice < 0.3) terms.add(pick(random, LONG));
    else if (dice < 0.55) terms.add(pick(random, UNWRITTEN) + pick(random, UNWRITTEN));
    else terms.add(SHORT[zipf(random, SHORT.length)] + WORDS[zipf(random, WORDS.length)]);
  }
  return [...terms];
}

const RATES = [
  '年化收益率达24%',
  '月息2分',
  '日返1%',
  '投1万返1.2万',
  '三个月翻倍',
  '利率3.85%',
  '同比增长12%',
  '打8折',
  '十分满意',
  '部分地区',
  '30%的股份',
];
const LATIN = [
  'APP',
  'P2P',
  'vip',
  'www.example.com',
  'QQ',
  'USDT',
  'AI',
  '2024年',
  '13800000000',
  '5G',
];
const MARKS = [
  '，',
  '，',
  '，',
  '。',
  '。',
  '、',
  '！',
  '？',
  '：',
  '；',
  '\n',
  '“',
  '”',
  '（',
  '）',
];

/**
 * One piece of text: mostly words, some marks, numbers, Latin, rates and terms. A rate stands every 2,000 characters:
 * citizens' letters have 0.2 of them, posts about finance 1.4.
 */
function pieceOf(random, terms) {
  const dice = random();
  if (dice < 0.668) return WORDS[zipf(random, WORDS.length)];
  if (dice < 0.868) return pick(random, SINGLES);
  if (dice < 0.972) return pick(random, MARKS);
  if (dice < 0.982) return pick(random, LATIN);
  if (dice < 0.9835) return pick(random, RATES);
  return pick(random, terms);
}

function textOf(random, terms, length) {
  let text = '';
  while (text.length < length) text += pieceOf(random, terms);
  return text.slice(0, length);
}

const NOISE = [' ', '.', '·', '\u200b', '*', '-', '_', '|', '❤', '😀', '💰', '~'];
const wide = (text) =>
  text.replace(/[!-~]/g, (char) => String.fromCharCode(char.charCodeAt(0) + 0xfee0));
const toTraditional = OpenCC.Converter({ from: 'cn', to: 't' });

/** Marks strewn between characters: densely in places, as swindlers do around the words that count. */
function strewn(random, text) {
  let out = '';
  let dense = 0;
  for (const char of text) {
    if (dense === 0 && random() < 0.01) dense = 8;
    out += char;
    if (dense > 0) {
      dense -= 1;
      out += pick(random, NOISE);
    }
  }
  return out;
}

/** Texts as a parser hands them over: each lies in one piece, where one put together here would be a tree of pieces. */
const parsed = (texts) => JSON.parse(JSON.stringify(texts));

/** Texts of 50 to 2,000 characters, log-uniform: a tenth in traditional forms, some wide, a third with noise. */
export function noisyTexts(chars, terms, seed = 11) {
  const random = randomOf(seed);
  const texts = [];
  for (let written = 0; written < chars;) {
    const length = Math.floor(50 * 40 ** random());
    let text = textOf(random, terms, length);
    const dice = random();
    if (dice < 0.1) text = toTraditional(text);
    if (random() < 0.15) text = wide(text);
    if (random() < 0.35) text = strewn(random, text);
    texts.push(text);
    written += text.length;
  }
  return parsed(texts);
}

/** Texts of one length, plain and noisy as above. */
export function textsOfLength(count, length, terms, seed = 13) {
  const long = noisyTexts(count * length * 1.1, terms, seed).join('\n');
  return parsed(Array.from({ length: count }, (_, i) => long.slice(i * length, (i + 1) * length)));
}
