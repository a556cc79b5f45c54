/** Readings and variants of Chinese characters from the Unicode Han database (Unihan, UAX #38). */
import { source } from './sources.mjs';

function fields(file, wanted) {
  const found = new Map();
  for (const line of source(file).split('\n')) {
    const [point, field, value] = line.split('\t');
    if (!line.startsWith('U+') || !wanted.includes(field)) continue;
    const char = String.fromCodePoint(Number.parseInt(point.slice(2), 16));
    found.set(char, { ...found.get(char), [field]: value });
  }
  return found;
}

const readings = fields('Unihan_Readings.txt', [
  'kHanyuPinlu',
  'kTGHZ2013',
  'kXHC1983',
  'kMandarin',
  'kHanyuPinyin',
]);
const variants = fields('Unihan_Variants.txt', ['kSemanticVariant', 'kZVariant']);

/** lǜ → lv: no tone, and v for ü as an input method writes it. */
const toneless = (said) =>
  said
    .normalize('NFD')
    .replace(/u\u0308/g, 'v')
    .replace(/[^a-z]/g, '');

/** xíng(1.2),háng → [xing, hang]; the list of one field, the page numbers before a colon dropped. */
const sayings = (value) =>
  value === undefined
    ? []
    : value.split(' ').flatMap((part) => part.split(':').at(-1).split(',').map(toneless));

/** Seldom sounds of everyday characters are left out: a reader would not hear them. */
const SELDOM = 0.02;

/** kHanyuPinlu counts how often each sound was said: dì(6311) de(1) → those that matter, most frequent first. */
function spoken(value) {
  const counts = new Map();
  for (const part of value.split(' ')) {
    const [, said, count] = /^(.+)\((\d+)\)$/.exec(part) ?? [];
    const sound = toneless(said ?? '');
    counts.set(sound, (counts.get(sound) ?? 0) + Number(count));
  }
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
  return [...counts].filter(([, count]) => count >= total * SELDOM).map(([sound]) => sound);
}

/** The toneless sounds of a character, the usual one first; empty where Unihan knows none. */
export function readingsOf(char) {
  const entry = readings.get(char) ?? {};
  if (entry.kHanyuPinlu) return [...new Set(spoken(entry.kHanyuPinlu))];
  const modern = [
    ...sayings(entry.kMandarin),
    ...sayings(entry.kTGHZ2013),
    ...sayings(entry.kXHC1983),
  ];
  const known = modern.length > 0 ? modern : sayings(entry.kHanyuPinyin).slice(0, 2);
  return [...new Set(known)].filter((sound) => sound !== '');
}

/** Characters that Unihan calls the same in meaning or shape. */
export function variantsOf(char) {
  const { kSemanticVariant = '', kZVariant = '' } = variants.get(char) ?? {};
  const points = `${kZVariant} ${kSemanticVariant}`.split(' ').filter((word) => word !== '');
  return [
    ...new Set(
      points.map((p) => String.fromCodePoint(Number.parseInt(p.slice(2).split('<')[0], 16))),
    ),
  ];
}
