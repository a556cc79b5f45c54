import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { NotFound, Unavailable } from '@risk/kit';

/** A file of the workbench as it goes over the wire. */
export interface ConsoleAsset {
  readonly type: string;
  readonly bytes: Buffer;
  readonly isCompressed: boolean;
}

/** What the build makes, by the ending of its name; anything else is not handed out. */
const TYPES: Readonly<Record<string, string>> = {
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  svg: 'image/svg+xml',
  png: 'image/png',
  woff2: 'font/woff2',
};

/** One name in one folder: no slash, no hidden file, no way up. */
const NAME = /^[\w-][\w.-]*\.([a-z\d]+)$/;

/** The word that stands in the built page where each answer puts its own. */
const NONCE = 'risk-nonce';

/** The workbench as `npm run build` left it. */
export class BuiltConsole {
  constructor(private readonly folder: string) {}

  /** Beside this very code in dist/; when the sources run, as in tests, in the dist/ beside them. */
  static besides(code: string): BuiltConsole {
    const root = fileURLToPath(new URL('../../../', code));
    const isBuilt = existsSync(join(root, 'apps/console/index.html.gz'));
    return new BuiltConsole(join(root, isBuilt ? 'apps/console' : 'dist/apps/console'));
  }

  /** The page on which every screen stands, with the word that lets its styles in. */
  async page(nonce: string): Promise<string> {
    const page = await this.read('index.html');
    if (!page) throw new Unavailable('工作台还没有构建：请运行 npm run build');
    return page.toString('utf8').replace(NONCE, nonce);
  }

  async asset(name: string, takesGzip: boolean): Promise<ConsoleAsset> {
    const type = TYPES[NAME.exec(name)?.[1] ?? ''];
    if (type === undefined) throw new NotFound('没有这个文件');
    const small = takesGzip ? await this.read(`assets/${name}.gz`) : null;
    const bytes = small ?? (await this.read(`assets/${name}`));
    if (!bytes) throw new NotFound('没有这个文件');
    return { type, bytes, isCompressed: small !== null };
  }

  private async read(path: string): Promise<Buffer | null> {
    try {
      return await readFile(join(this.folder, path));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
      throw error;
    }
  }
}
