import type { Readable } from 'node:stream';
import { Unreadable, entriesOf, openPart } from '@risk/kit';
import yauzl, { type Entry, type ZipFile } from 'yauzl';
import { LIMITS } from '../limits.js';

/** The parts of an .xlsx file, opened only after their number was checked, inflated only under count. */
export class Archive {
  private constructor(
    private readonly zip: ZipFile,
    private readonly entries: ReadonlyMap<string, Entry>,
    private readonly most: number,
  ) {}

  static async open(path: string, most = Infinity): Promise<Archive> {
    const zip = await openZip(path);
    try {
      const entries = await partsByName(zip);
      refuseBeyond(most, entries.values());
      return new Archive(zip, entries, most);
    } catch (error) {
      zip.close();
      throw error;
    }
  }

  has(name: string): boolean {
    return this.entries.has(keyOf(name));
  }

  /** The inflated bytes of a part; refused as soon as they pass the limit or the ratio of a bomb. */
  async *bytes(name: string, limit: number): AsyncGenerator<Buffer> {
    const entry = this.entries.get(keyOf(name));
    if (!entry) throw new Unreadable(`工作簿缺少部件 ${name}`);
    let size = 0;
    try {
      for await (const chunk of (await openUnlocked(this.zip, entry)) as AsyncIterable<Buffer>) {
        size += chunk.length;
        guard(name, size, entry.compressedSize, Math.min(limit, this.most));
        yield chunk;
      }
    } catch (cause) {
      if (cause instanceof Unreadable) throw cause;
      throw new Unreadable(`工作簿部件 ${name} 已损坏`, { name }, { cause });
    }
  }

  /** A small part as text. */
  async text(name: string): Promise<string> {
    const chunks: Buffer[] = [];
    for await (const chunk of this.bytes(name, LIMITS.part)) chunks.push(chunk);
    return Buffer.concat(chunks).toString('utf8');
  }

  close(): void {
    this.zip.close();
  }
}

const keyOf = (name: string): string => name.replace(/^\//, '').toLowerCase();

/** What the archive itself says it unpacks to; a part that says less than it holds ends in `guard`. */
function refuseBeyond(most: number, entries: Iterable<Entry>): void {
  let sum = 0;
  for (const { uncompressedSize } of entries) sum += uncompressedSize;
  if (sum > most)
    throw new Unreadable(
      `工作簿解压后共 ${inMegabytes(sum)} MB，超过上限 ${inMegabytes(most)} MB，拒绝读取；若确系数据过多，请分成几个文件`,
      { sum, most },
    );
}

const inMegabytes = (bytes: number): number => Math.ceil(bytes / 1_048_576);

function guard(name: string, size: number, packed: number, limit: number): void {
  const swells = size > LIMITS.ratioFrom && size > packed * LIMITS.ratio;
  if (size > limit || swells)
    throw new Unreadable(
      `工作簿解压后异常膨胀（${name} 已超过 ${Math.floor(size / 1_048_576)} MB），疑似压缩炸弹，拒绝读取；若确系数据过多，请分成几个文件`,
      { name, size, packed },
    );
}

function openZip(path: string): Promise<ZipFile> {
  return new Promise((resolve, reject) => {
    yauzl.open(path, { lazyEntries: true, autoClose: false }, (error, zip) => {
      if (error)
        reject(new Unreadable('不是完整的 .xlsx 文件（压缩包已损坏）', { path }, { cause: error }));
      else resolve(zip);
    });
  });
}

async function partsByName(zip: ZipFile): Promise<Map<string, Entry>> {
  if (zip.entryCount > LIMITS.zipEntries)
    throw new Unreadable(
      `压缩包里有 ${zip.entryCount} 个部件，超过上限 ${LIMITS.zipEntries}，拒绝读取`,
    );
  try {
    return new Map((await entriesOf(zip)).map((entry) => [keyOf(entry.fileName), entry]));
  } catch (cause) {
    throw new Unreadable('不是完整的 .xlsx 文件（目录已损坏）', {}, { cause });
  }
}

function openUnlocked(zip: ZipFile, entry: Entry): Promise<Readable> {
  if (entry.isEncrypted()) throw new Unreadable('工作簿已加密，请去掉密码后再导入');
  return openPart(zip, entry);
}
