import { brotliDecompressSync } from 'node:zlib';
import { ByteReader } from './byte-reader.js';
import { outlinesOf } from './glyf-table.js';

/** Tags that WOFF2 writes as a number, each with a blank behind it (WOFF2, 5). */
const TAGS =
  'cmap head hhea hmtx maxp name OS/2 post cvt  fpgm glyf loca prep CFF  VORG EBDT EBLC gasp hdmx kern ' +
  'LTSH PCLT VDMX vhea vmtx BASE GDEF GPOS GSUB EBSC JSTF MATH CBDT CBLC COLR CPAL SVG  sbix acnt avar ' +
  'bdat bloc bsln cvar fdsc feat fmtx fvar gvar hsty just lcar mort morx opbd prop trak Zapf Silf Glat ' +
  'Gloc Feat Sill ';
const OWN_TAG = 63;
const HEADER = 48;

/** A table as the directory announces it. */
interface Entry {
  readonly tag: string;
  readonly size: number;
  readonly isTransformed: boolean;
}

/**
 * A WOFF2 file as TrueType. fontkit opens WOFF2 itself, but then prints variable fonts in their
 * lightest weight whatever one asks for, and unpacks Brotli in JavaScript, ten times slower than Node.
 */
export function unpackWoff2(file: Buffer): Buffer {
  const reader = new ByteReader(file);
  reader.take(12);
  const count = reader.uint16();
  reader.take(HEADER - 14);
  const packedSize = file.readUInt32BE(20);
  const entries = Array.from({ length: count }, () => readEntry(reader));
  const bodies = new ByteReader(brotliDecompressSync(reader.take(packedSize)));
  const tables = new Map(
    entries.map((entry) => [entry.tag, { entry, body: bodies.take(entry.size) }]),
  );
  return sfntOf(
    [...tables].map(([tag, { entry, body }]) => [
      tag,
      entry.isTransformed ? restored(tag, tables.get('glyf')?.body) : asLong(tag, body),
    ]),
  );
}

function readEntry(reader: ByteReader): Entry {
  const flags = reader.uint8();
  const known = flags & 63;
  const tag =
    known === OWN_TAG ? reader.take(4).toString('latin1') : TAGS.slice(5 * known, 5 * known + 4);
  const original = reader.base128();
  // Version 3 of glyf and loca is the table as it was; of all others version 0 is.
  const isTransformed = flags >> 6 !== (tag === 'glyf' || tag === 'loca' ? 3 : 0);
  return { tag, isTransformed, size: isTransformed ? reader.base128() : original };
}

function restored(tag: string, glyf: Buffer | undefined): Buffer {
  if (!glyf || (tag !== 'glyf' && tag !== 'loca'))
    throw new Error(`the table ${tag} is transformed in a way that is not known here`);
  return outlinesOf(glyf)[tag];
}

const LOCA_FORMAT = 50;

/** The head has to say that places of outlines are written in four bytes. */
function asLong(tag: string, body: Buffer): Buffer {
  if (tag !== 'head') return body;
  const head = Buffer.from(body);
  head.writeInt16BE(1, LOCA_FORMAT);
  return head;
}

/** Tables under a directory; checksums stay nought, as nobody but us reads the file. */
export function sfntOf(tables: readonly (readonly [string, Buffer])[]): Buffer {
  const sorted = [...tables].sort(([a], [b]) => (a < b ? -1 : 1));
  const head = Buffer.alloc(12 + 16 * sorted.length);
  head.writeUInt32BE(0x00010000, 0);
  head.writeUInt16BE(sorted.length, 4);
  let at = head.length;
  const bodies = sorted.map(([tag, body], i) => {
    const padded = Buffer.concat([body, Buffer.alloc(-body.length & 3)]);
    const entry = 12 + 16 * i;
    head.write(tag, entry, 'latin1');
    head.writeUInt32BE(at, entry + 8);
    head.writeUInt32BE(body.length, entry + 12);
    at += padded.length;
    return padded;
  });
  return Buffer.concat([head, ...bodies]);
}
