import { createWriteStream } from 'node:fs';
import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Invalid } from '@risk/kit';

/** Files that people handed in and that were not imported yet; nobody but the house may read them. */
export class UploadFolder {
  constructor(
    private readonly dir: string,
    private readonly mostBytes: number,
  ) {}

  pathOf(id: string): string {
    return join(this.dir, id);
  }

  /** Lays a file down under a name of its own; refused as soon as it is larger than allowed. */
  async take(
    body: Readable,
    name: string,
  ): Promise<{ readonly path: string; readonly bytes: number }> {
    await mkdir(this.dir, { recursive: true, mode: 0o700 });
    const path = join(this.dir, `${name}.part`);
    try {
      return { path, bytes: await this.lay(body, path) };
    } catch (error) {
      await rm(path, { force: true });
      throw error;
    } finally {
      // Were it left standing, a browser that writes all before it reads would never see the answer.
      body.resume();
    }
  }

  private async lay(body: Readable, path: string): Promise<number> {
    let bytes = 0;
    const counted = async function* (most: number) {
      for await (const chunk of body.iterator({ destroyOnReturn: false })) {
        bytes += (chunk as Buffer).length;
        if (bytes > most) throw tooLarge(most);
        yield chunk as Buffer;
      }
    };
    await pipeline(
      Readable.from(counted(this.mostBytes)),
      createWriteStream(path, { mode: 0o600 }),
    );
    if (bytes === 0) throw new Invalid('文件是空的');
    return bytes;
  }

  /** Gives a file the id of its import. */
  adopt(path: string, id: string): Promise<void> {
    return rename(path, this.pathOf(id));
  }

  async has(id: string): Promise<boolean> {
    return stat(this.pathOf(id)).then(
      () => true,
      () => false,
    );
  }

  /** Removes a file that got no id. */
  removeAt(path: string): Promise<void> {
    return rm(path, { force: true });
  }

  async remove(...ids: readonly string[]): Promise<void> {
    for (const id of ids) await rm(this.pathOf(id), { force: true });
  }

  /** Removes what lies here since before a moment, whoever forgot it. */
  async sweep(before: Date): Promise<void> {
    for (const name of await readdir(this.dir).catch(() => [])) {
      const path = join(this.dir, name);
      const laid = await stat(path).catch(() => null);
      if (laid && laid.mtime < before) await rm(path, { force: true });
    }
  }
}

const tooLarge = (most: number): Invalid =>
  new Invalid(
    `文件超过 ${Math.floor(most / 1_048_576)} MB 的上限，没有保存；请分成几个文件再导入（上限见 config/intake.yaml）`,
  );
