import { entriesOf, openPart } from '@risk/kit';
import yauzl, { type Entry, type ZipFile } from 'yauzl';
import { LIMITS } from '../limits.js';
import { textsOf } from './texts-of.js';

/** How many bytes may still be unpacked, all archives within an archive together. */
export interface Budget {
  left: number;
}

/** What stands in an archive: the name as it may be read, and the bytes, null when they cannot be had. */
export interface ZipPart {
  readonly names: readonly string[];
  readonly bytes: Buffer | null;
}

/** The parts of an archive one after another; it throws when the archive itself is broken. */
export async function* zipParts(bytes: Buffer, budget: Budget): AsyncGenerator<ZipPart> {
  const zip = await openZip(bytes);
  if (zip.entryCount > LIMITS.zipEntries) throw new Error('too many parts');
  yield { names: textsOf(bytesIn(zip.comment)), bytes: Buffer.alloc(0) };
  for (const entry of await entriesOf(zip)) {
    const names = [entry.fileName, entry.comment].flatMap((said) => textsOf(bytesIn(said)));
    yield { names, bytes: await unpacked(zip, entry, budget) };
  }
}

/** Chinese programs write names in GB18030 without saying so: names are left as the bytes that they are. */
const openZip = (bytes: Buffer): Promise<ZipFile> =>
  new Promise((resolve, reject) => {
    yauzl.fromBuffer(bytes, { lazyEntries: true, decodeStrings: false }, (error, zip) => {
      if (error) reject(error);
      else resolve(zip);
    });
  });

/** Null for what is locked, broken or larger than may be unpacked. */
async function unpacked(zip: ZipFile, entry: Entry, budget: Budget): Promise<Buffer | null> {
  if (entry.isEncrypted()) return null;
  const chunks: Buffer[] = [];
  try {
    for await (const chunk of (await openPart(zip, entry)) as AsyncIterable<Buffer>) {
      budget.left -= chunk.length;
      if (budget.left < 0) return null;
      chunks.push(chunk);
    }
  } catch {
    return null;
  }
  return Buffer.concat(chunks);
}

/** With `decodeStrings` off the archive gives bytes where its types say text. */
const bytesIn = (said: unknown): Buffer => (Buffer.isBuffer(said) ? said : Buffer.alloc(0));
