import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { Conflict, Invalid, isCalendarDay, type Digests } from '@risk/kit';
import yazl from 'yazl';
import { DigestingStream } from './zip/digesting-stream.js';
import { distinctNames } from './zip/file-names.js';
import {
  MANIFEST_JSON,
  MANIFEST_TEXT,
  manifestJson,
  manifestText,
  type ManifestLine,
} from './zip/manifest.js';
import { entryOptions } from './zip/stamp-of.js';

/** A file for an archive: bytes at hand, or a stream that is opened when its turn comes. */
export interface FileToPack {
  readonly name: string;
  readonly content: Uint8Array | (() => Readable | Promise<Readable>);
  /** What it hashed to when it was taken in; other bytes are not packed. */
  readonly sha256?: string | undefined;
}

/**
 * Packs files with a manifest of their sizes and hashes; one file is open at a time, so evidence of
 * any size goes through. The same files and day give the same bytes. A file that cannot be read, or is
 * no longer what it was, breaks the whole stream: half an archive never looks whole.
 */
export function packZip(files: readonly FileToPack[], day: string): Readable {
  if (!isCalendarDay(day)) throw new Invalid(`day：应为 yyyy-mm-dd 的日期，而不是“${day}”`);
  const zip = new yazl.ZipFile();
  const archive = Readable.from(zip.outputStream, { objectMode: false });
  const packing = new Packing(zip, day);
  zip.on('error', (error: Error) => archive.destroy(error));
  archive.on('close', () => packing.stop());
  const reserved = [MANIFEST_TEXT, MANIFEST_JSON];
  const names = distinctNames(
    files.map(({ name }) => name),
    reserved,
  );
  files.forEach((file, i) => packing.add(names[i] ?? file.name, file));
  packing.addManifests();
  zip.end();
  return archive;
}

/** The same as bytes, for packages that are known to be small. */
export const packedBytes = (files: readonly FileToPack[], day: string): Promise<Buffer> =>
  buffer(packZip(files, day));

/** An archive while it is being written. */
class Packing {
  private readonly lines: ManifestLine[] = [];
  private source: Readable | null = null;

  constructor(
    private readonly zip: yazl.ZipFile,
    private readonly day: string,
  ) {}

  add(name: string, file: FileToPack): void {
    this.zip.addReadStreamLazy(name, entryOptions(this.day), (answer) => {
      opened(file).then(
        (source) => answer(null, this.digesting(name, file, source)),
        (error: unknown) => this.zip.emit('error', error),
      );
    });
  }

  /** Entries are written one after another: by the turn of the manifests all hashes are known. */
  addManifests(): void {
    this.addText(MANIFEST_TEXT, () => manifestText(this.lines, this.day));
    this.addText(MANIFEST_JSON, () => manifestJson(this.lines, this.day));
  }

  /** Nobody reads any more: what is open is let go. */
  stop(): void {
    this.source?.destroy();
  }

  private digesting(name: string, file: FileToPack, source: Readable): Readable {
    this.source = source;
    const digesting = new DigestingStream();
    source.on('error', (error: Error) => this.zip.emit('error', error));
    digesting.on('end', () => this.note(name, file.sha256, digesting.digests()));
    return source.pipe(digesting);
  }

  private note(name: string, expected: string | undefined, digests: Digests): void {
    this.lines.push({ name, ...digests });
    if (expected === undefined || expected.toLowerCase() === digests.sha256) return;
    const message = `${name}：内容与登记的 SHA-256 不一致，不能打包，请核对原件`;
    this.zip.emit('error', new Conflict(message, { expected, found: digests.sha256 }));
  }

  private addText(name: string, textOf: () => string): void {
    this.zip.addReadStreamLazy(name, entryOptions(this.day), (answer) =>
      answer(null, Readable.from([Buffer.from(textOf(), 'utf8')])),
    );
  }
}

const opened = async ({ content }: FileToPack): Promise<Readable> =>
  typeof content === 'function' ? content() : Readable.from([Buffer.from(content)]);
