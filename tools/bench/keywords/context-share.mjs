// What understanding costs on top of finding: the words around each hit, and the numbers of the text.
import { readFileSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parse } from 'yaml';
import { KeywordEngine, packLexicon, parseLexicon } from '../../../dist/libs/keywords/src/index.js';
import { rounded, timeOf } from '../measure.mjs';
import { lexicon, noisyTexts } from './corpus.mjs';

const CHARS = 1_500_000;
const WARM_UP = 12;
const FOLDER = new URL('../../../config/lexicon/', import.meta.url).pathname;

function shipped() {
  const names = readdirSync(FOLDER).filter((name) => name.endsWith('.yaml'));
  const sources = names.map((name) => ({
    name,
    data: parse(readFileSync(join(FOLDER, name), 'utf8')),
  }));
  return parseLexicon(sources);
}

/** The shipped cues, and 10,000 terms that are looked for as they are written. */
function ofManyTerms(own) {
  const [entry] = own.entries;
  const terms = lexicon(10_000);
  return { ...own, entries: [{ ...entry, policy: 'plain', terms }], compounds: [] };
}

/** Yields the share of context and numbers in what a text costs: in texts made here, and in those of files. */
export function* contextShare(rounds, files) {
  const own = shipped();
  const many = ofManyTerms(own);
  yield shareOf('the shipped lexicon', own, noisyTexts(CHARS, wordsOf(own)), rounds);
  yield shareOf(
    '10,000 plain terms and the shipped cues',
    many,
    noisyTexts(CHARS, wordsOf(many)),
    rounds,
  );
  for (const file of files)
    yield shareOf(`the shipped lexicon, ${basename(file)}`, own, textsOf(file), rounds);
}

/** Shorter strings are codes, dates and names. */
const LEAST = 20;

/** The texts of a file of JSON lines, whatever its fields are called. */
function textsOf(file) {
  const texts = [];
  const collect = (value) => {
    if (typeof value === 'string' && value.length >= LEAST) texts.push(value);
    else if (value !== null && typeof value === 'object') Object.values(value).forEach(collect);
  };
  for (const line of readFileSync(file, 'utf8').split('\n')) if (line) collect(JSON.parse(line));
  return texts;
}

const wordsOf = ({ entries }) =>
  entries.flatMap(({ terms }) =>
    terms.map((term) => (typeof term === 'string' ? term : term.term)),
  );

function shareOf(what, used, texts, rounds) {
  const engine = new KeywordEngine(packLexicon(used));
  const works = [
    (block) => block.map((text) => engine.scanner.scan(text)),
    (block) => engine.readAll(block),
  ];
  // Rates are few: it takes some rounds until what reads them is compiled as in a house that has run for a while.
  const least = [Infinity, Infinity];
  for (let round = 0; round < WARM_UP + rounds; round++)
    works.forEach((work, i) => {
      const took = timeOf(() => workThrough(work, texts));
      if (round >= WARM_UP) least[i] = Math.min(least[i], took);
    });
  const [scan, all] = least;
  const chars = texts.reduce((sum, text) => sum + text.length, 0);
  return {
    figure: `context and numbers on top of the scan, ${what}`,
    value: rounded(all / scan - 1),
    unit: 'of the scan',
    against: { what: 'scan', value: rounded((scan * 1e6) / chars), unit: 'ns/char' },
  };
}

/** So many texts are read together, as a batch of records is. */
const BLOCK = 100;

const workThrough = (work, texts) => {
  for (let from = 0; from < texts.length; from += BLOCK) work(texts.slice(from, from + BLOCK));
};
