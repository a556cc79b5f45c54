import type { Readable } from 'node:stream';
import type { Entry, ZipFile } from 'yauzl';

/** All entries of an archive that was opened with `lazyEntries`, in their order; it fails as the directory does. */
export const entriesOf = (zip: ZipFile): Promise<Entry[]> =>
  new Promise((resolve, reject) => {
    const entries: Entry[] = [];
    zip.on('entry', (entry: Entry) => {
      entries.push(entry);
      zip.readEntry();
    });
    zip.on('end', () => {
      resolve(entries);
    });
    zip.on('error', reject);
    zip.readEntry();
  });

/** The inflated bytes of an entry that is not locked. */
export const openPart = (zip: ZipFile, entry: Entry): Promise<Readable> =>
  new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) => {
      if (error) reject(error);
      else resolve(stream);
    });
  });
