/** How common characters and pairs of neighbours are in ordinary Chinese (word list of jieba, MIT). */
import { source } from './sources.mjs';

const counts = new Map();
const pairs = new Map();
let total = 0;
const add = (map, key, count) => map.set(key, (map.get(key) ?? 0) + count);

for (const line of source('dict.txt').split('\n')) {
  const [word = '', said] = line.split(' ');
  const count = Number(said);
  if (!Number.isFinite(count) || !/^\p{Script=Han}+$/u.test(word)) continue;
  const chars = [...word];
  for (const char of chars) add(counts, char, count);
  chars.slice(1).forEach((char, i) => add(pairs, chars[i] + char, count));
  total += count * chars.length;
}

/** Two characters that stood together less often than this in the corpus behind the list say nothing. */
const LEAST = 100;

/** `25的一是`: characters whose chance is 10^-2.5; in steps of a tenth. Whoever is missing is rarer than all. */
export function levels() {
  const groups = new Map();
  for (const [char, count] of counts) {
    if (char.codePointAt(0) > 0xffff) continue;
    const level = Math.round(-10 * Math.log10((count + 2) / total));
    groups.set(level, (groups.get(level) ?? '') + char);
  }
  return [...groups].sort((a, b) => a[0] - b[0]).map(([level, chars]) => `${level}${chars}`);
}

/** Each entry is a character and those that follow it in ordinary words. */
export function followers() {
  const groups = new Map();
  for (const [pair, count] of pairs) {
    const [first, second] = [...pair];
    if (count < LEAST || pair.length !== 2) continue;
    groups.set(first, (groups.get(first) ?? '') + second);
  }
  return [...groups].map(([first, seconds]) => first + seconds);
}
