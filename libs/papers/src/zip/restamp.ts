import { buffer } from 'node:stream/consumers';
import { entriesOf, openPart } from '@risk/kit';
import yauzl, { type ZipFile } from 'yauzl';
import yazl from 'yazl';
import { entryOptions } from './stamp-of.js';

/** The same parts in the same order with the stamps of one day: office libraries stamp them with the clock. */
export async function restamp(packed: Buffer, day: string): Promise<Buffer> {
  const zip = new yazl.ZipFile();
  for (const { name, bytes } of await partsOf(packed))
    zip.addBuffer(bytes, name, entryOptions(day));
  zip.end();
  return buffer(zip.outputStream);
}

interface Part {
  readonly name: string;
  readonly bytes: Buffer;
}

/** The parts without the folders: they say nothing. */
export async function partsOf(packed: Buffer): Promise<readonly Part[]> {
  const zip = await open(packed);
  const parts: Part[] = [];
  for (const entry of await entriesOf(zip)) {
    if (entry.fileName.endsWith('/')) continue;
    parts.push({ name: entry.fileName, bytes: await buffer(await openPart(zip, entry)) });
  }
  return parts;
}

function open(packed: Buffer): Promise<ZipFile> {
  return new Promise((resolve, reject) => {
    yauzl.fromBuffer(packed, { lazyEntries: true }, (error, zip) => {
      if (error) reject(error);
      else resolve(zip);
    });
  });
}
