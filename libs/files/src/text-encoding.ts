import { createReadStream } from 'node:fs';
import { Transform } from 'node:stream';

/** The encodings that offices use. */
export type TextEncoding = 'utf-8' | 'gb18030' | 'utf-16le' | 'utf-16be';

/** Share of broken characters among the non-ASCII ones up to which a text still counts as UTF-8 with faults. */
const FAULTY_SHARE = 0.02;

/** Finds the encoding by reading the whole text: what is not UTF-8 is GB18030. */
export async function detectEncoding(path: string): Promise<TextEncoding> {
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  let broken = 0;
  let foreign = 0;
  let first = true;
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
    if (first && chunk[0] === 0xff && chunk[1] === 0xfe) return 'utf-16le';
    if (first && chunk[0] === 0xfe && chunk[1] === 0xff) return 'utf-16be';
    first = false;
    const text = decoder.decode(chunk, { stream: true });
    broken += countOf(text, /\ufffd/g);
    foreign += countOf(text, /[^\x00-\x7f]/g);
  }
  return broken === 0 || broken <= foreign * FAULTY_SHARE ? 'utf-8' : 'gb18030';
}

function countOf(text: string, pattern: RegExp): number {
  let count = 0;
  for (const _ of text.matchAll(pattern)) count += 1;
  return count;
}

/** Turns bytes into text; a byte-order mark is dropped, what cannot be read becomes U+FFFD. */
export function decodeAs(encoding: TextEncoding): Transform {
  const decoder = new TextDecoder(encoding);
  return new Transform({
    readableObjectMode: false,
    encoding: 'utf8',
    transform(chunk: Buffer, _encoding, done) {
      done(null, decoder.decode(chunk, { stream: true }));
    },
    flush(done) {
      done(null, decoder.decode());
    },
  });
}

/** The mark of a character that could not be read. */
export const isBroken = (text: string): boolean => text.includes('\ufffd');
