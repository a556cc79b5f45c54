import { unescapeXml } from '../xlsx/xml-scanner.js';
import { textsOf } from './texts-of.js';
import { zipParts, type Budget } from './zip-parts.js';

/** What can be read of a file, and whether anything in it cannot. */
export interface FileWords {
  readonly texts: readonly string[];
  /** Pictures, PDF, locked and broken parts: somebody has to look at them. */
  readonly unread: boolean;
}

const MOST_UNPACKED = 64 * 1024 * 1024;
const DEEPEST = 4;
const NOTHING: FileWords = { texts: [], unread: true };

/** Kinds whose bytes are their text, by the end of the name; a name without an end is tried. */
const PLAIN = /(?:\.(?:txt|csv|tsv|md|log|json|jsonl|ndjson|ya?ml)|^[^.]*)$/iu;
/** Kinds whose text stands between tags. */
const MARKED = /\.(?:x?html?|xml|rels|svg)$/iu;

/** Reads the words of a file by what it is: text, pages, office papers, and archives with the names of what is inside. */
export const wordsOfFile = (name: string, bytes: Buffer): Promise<FileWords> =>
  wordsWithin(name, bytes, { left: MOST_UNPACKED }, DEEPEST);

async function wordsWithin(
  name: string,
  bytes: Buffer,
  budget: Budget,
  deeper: number,
): Promise<FileWords> {
  if (bytes.length === 0) return { texts: [], unread: false };
  if (isZip(bytes)) return deeper === 0 ? NOTHING : wordsInZip(bytes, budget, deeper - 1);
  const texts = textsOf(bytes);
  if (texts.length === 0) return NOTHING;
  if (MARKED.test(name)) return { texts: texts.flatMap(markedTexts), unread: false };
  return PLAIN.test(name) ? { texts: texts.map(unescapeJson), unread: false } : NOTHING;
}

const isZip = (bytes: Buffer): boolean =>
  ['PK\x03\x04', 'PK\x05\x06'].includes(bytes.toString('latin1', 0, 4));

async function wordsInZip(bytes: Buffer, budget: Budget, deeper: number): Promise<FileWords> {
  const texts: string[] = [];
  let unread = false;
  try {
    for await (const part of zipParts(bytes, budget)) {
      texts.push(...part.names);
      const name = part.names[0]?.split(/[\\/]/u).at(-1) ?? '';
      const inside = part.bytes ? await wordsWithin(name, part.bytes, budget, deeper) : NOTHING;
      texts.push(...inside.texts);
      unread ||= inside.unread;
    }
  } catch {
    unread = true;
  }
  return { texts, unread };
}

/** Where a cell, a paragraph or a row ends, what stands before and behind is not one word. */
const ENDS = /<\/(?:\w+:)?(?:p|c|si|tc|td|th|tr|row|li|div|h\d|title)\s*>|<br\b[^>]*>/giu;

/** A word may be broken by tags, and may stand within them. */
const markedTexts = (text: string): string[] => [
  unescapeMarks(text),
  unescapeMarks(text.replace(ENDS, '|').replace(/<[^>]*>/gu, '')),
];

const unescapeMarks = (text: string): string => unescapeXml(text.replaceAll('&nbsp;', ' '));

const unescapeJson = (text: string): string =>
  text.replace(/\\u([0-9a-f]{4})/giu, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
