// What understanding costs on top of finding: the words around each hit, and the numbers of the text.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import {
  KeywordEngine,
  TermScanner,
  packLexicon,
  parseLexicon,
} from '../../../dist/libs/keywords/src/index.js';
import { lexicon, noisyTexts } from './corpus.mjs';

const CHARS = 1_500_000;
const FOLDER = new URL('../../../config/lexicon/', import.meta.url).pathname;
const rounded = (value) => Number(value.toPrecision(3));

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
  const packed = packLexicon(used);
  const scanner = new TermScanner(packed.terms);
  const engine = new KeywordEngine(packed);
  const texts = noisyTexts(CHARS, wordsOf(used));
  const shares = [];
  let least = Infinity;
  for (let round = 0; round < rounds; round++) {
    const [scan, all] = timesOf(scanner, engine, texts);
    shares.push(all / scan - 1);
    least = Math.min(least, scan);
  }
  const chars = texts.reduce((sum, text) => sum + text.length, 0);
  return {
    figure: `context and numbers on top of the scan, ${what}`,
    value: rounded(shares.sort((a, b) => a - b)[rounds >> 1]),
    unit: 'of the scan',
    against: { what: 'scan', value: rounded((least * 1e6) / chars), unit: 'ns/char' },
  };
}

/** Milliseconds for finding alone and for all, text by text in turn so that both meet the machine in the same mood. */
function timesOf(scanner, engine, texts) {
  let scan = 0;
  let all = 0;
  texts.forEach((text, i) => {
    const works = [() => scanner.scan(text), () => engine.read(text)];
    for (const which of i % 2 === 0 ? [0, 1] : [1, 0]) {
      const begun = performance.now();
      works[which]();
      const took = performance.now() - begun;
      if (which === 0) scan += took;
      else all += took;
    }
  });
  return [scan, all];
}
