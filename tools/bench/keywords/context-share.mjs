// What understanding costs on top of finding: the words around each hit, and the numbers of the text.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
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

/** Yields the share of context and numbers in what a text costs. */
export function* contextShare(rounds) {
  const own = shipped();
  yield shareOf('the shipped lexicon', own, rounds);
  yield shareOf('10,000 plain terms and the shipped cues', ofManyTerms(own), rounds);
}

const wordsOf = ({ entries }) =>
  entries.flatMap(({ terms }) =>
    terms.map((term) => (typeof term === 'string' ? term : term.term)),
  );

function shareOf(what, used, rounds) {
  const engine = new KeywordEngine(packLexicon(used));
  const texts = noisyTexts(CHARS, wordsOf(used));
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
