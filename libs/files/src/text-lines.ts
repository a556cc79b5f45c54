import { createReadStream } from 'node:fs';
import { LIMITS } from './limits.js';
import { decodeAs, type TextEncoding } from './text-encoding.js';

/** Cuts a text file into lines; of a line beyond the limit only its beginning is kept, one character too long. */
export async function* textLines(path: string, encoding: TextEncoding): AsyncGenerator<string> {
  const text = createReadStream(path).pipe(decodeAs(encoding));
  let rest = '';
  for await (const chunk of text as AsyncIterable<string>) {
    const lines = (rest + chunk).split('\n');
    rest = (lines.pop() ?? '').slice(0, LIMITS.line + 1);
    for (const line of lines) yield line.endsWith('\r') ? line.slice(0, -1) : line;
  }
  yield rest;
}
