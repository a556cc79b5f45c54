import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parse } from 'yaml';
import { KeywordEngine } from './keyword-engine.js';
import { packLexicon, roleOf } from './pack-lexicon.js';
import { parseLexicon } from './parse-lexicon.js';

const folder = new URL('../../../config/lexicon/', import.meta.url);
const lexicon = parseLexicon(
  readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => ({ name, data: parse(readFileSync(new URL(name, folder), 'utf8')) as unknown })),
);

describe('a packed lexicon', () => {
  const packed = packLexicon(lexicon);
  const here = new KeywordEngine(packed);
  const elsewhere = new KeywordEngine(structuredClone(packed));

  it('is plain data: an engine made of a copy finds the same', () => {
    const words = lexicon.entries.flatMap(({ terms }) =>
      terms.map((term) => (typeof term === 'string' ? term : term.term)),
    );
    const piece = fc.oneof(
      fc.constantFrom(...words),
      fc.constantFrom('谨防', '不', '，', '。', '月息2分', '老人', '年化24%', '宝本', ' '),
    );
    expect(elsewhere.version).toBe(here.version);
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const text = pieces.join('');
        expect(elsewhere.scan(text)).toEqual(here.scan(text));
      }),
      { numRuns: 200 },
    );
  });

  it('reads many texts as it reads each', () => {
    const texts = Array.from(
      { length: 70 },
      (_, i) =>
        `${'谨防'.repeat(i % 2)}保本高息，月息${i % 9}分。${i % 7 === 0 ? '' : '投1万返2万'}`,
    );
    const told = (readings: ReturnType<KeywordEngine['readAll']>): unknown =>
      readings.map(({ hits, yields }) => ({ hits, yields }));
    expect(told(here.readAll(texts))).toEqual(told(texts.map((text) => here.read(text))));
    expect(here.readAll([])).toEqual([]);
  });

  it('knows what each of its terms is there for', () => {
    const kinds = new Set(Array.from(packed.roles, (role) => roleOf(role).kind));
    expect(kinds).toEqual(new Set(['term', 'allow', 'cue', 'part']));
    const last = lexicon.entries.length - 1;
    expect(Array.from(packed.roles, roleOf)).toContainEqual({
      kind: 'term',
      index: last,
      part: 0,
    });
  });
});
