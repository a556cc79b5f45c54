import { randomUUID } from 'node:crypto';
import type { Readable } from 'node:stream';
import { Conflict, fingerprintOf, Invalid, type Clock, type Log } from '@risk/kit';
import type { ConfigFolder } from '@risk/settings';
import type { UploadFolder } from '../imports/upload-folder.js';
import { importLicensed, type LicensedReport } from './import-licensed.js';
import type { ListingWish } from './merge-licensed.js';

/** What somebody answers for who hands a list in. */
export interface ListWish extends ListingWish {
  readonly sheet: string | null;
}

/** What a list would add, or added, to the register. */
export interface ListAnswer extends LicensedReport {
  /** What was found, as a mark: only what somebody looked at is taken in. */
  readonly mark: string;
}

/** What the desk works with. */
export interface LicenceTools {
  readonly configDir: string;
  readonly files: Pick<UploadFolder, 'take' | 'removeAt'>;
  readonly bounds: { readonly mostRows: number; readonly unpackedBytes: number };
  /** Refuses a register with which the house would not start. */
  readonly check: (config: ConfigFolder) => void;
  readonly clock: Clock;
  readonly log: Log;
}

/** Where official lists of licensed institutions are looked at and taken into the register, by the code of the command. */
export class LicenceDesk {
  /** The register is one file: whoever comes second waits. */
  private last: Promise<unknown> = Promise.resolve();

  constructor(private readonly tools: LicenceTools) {}

  /** Looks at a list; nothing is written. */
  preview(body: Readable, wish: ListWish): Promise<ListAnswer> {
    return this.inTurn(() => this.read(body, wish, null));
  }

  /** Takes a list in, as long as it comes to what was looked at. */
  async take(body: Readable, wish: ListWish, mark: string, by: string): Promise<ListAnswer> {
    const answer = await this.inTurn(() => this.read(body, wish, mark));
    if (answer.written)
      this.tools.log.info('a list of licences was taken in', { by, added: answer.added.length });
    return answer;
  }

  private async read(body: Readable, wish: ListWish, mark: string | null): Promise<ListAnswer> {
    const { configDir, files, bounds, check, clock } = this.tools;
    const { path } = await files.take(body, randomUUID());
    const { sheet, ...listing } = wish;
    const approve = (found: LicensedReport): void => {
      if (mark !== null && mark !== markOf(found)) throw changedSince();
    };
    try {
      const asked = { ...listing, bounds, file: path, dryRun: mark === null, approve };
      const report = await importLicensed(
        configDir,
        sheet === null ? asked : { ...asked, sheet },
        clock,
        check,
      );
      return { ...report, mark: markOf(report) };
    } catch (error) {
      throw isReadOnly(error) ? readOnly() : error;
    } finally {
      await files.removeAt(path);
    }
  }

  private inTurn<T>(work: () => Promise<T>): Promise<T> {
    const own = this.last.then(work);
    this.last = own.catch(() => undefined);
    return own;
  }
}

const markOf = ({ added, known, ended, vanished, faults }: LicensedReport): string =>
  fingerprintOf({ added, known, ended, vanished, faults });

const changedSince = (): Conflict =>
  new Conflict('文件或者登记与预览时不同了，没有写入；请重新预览、核对');

const READ_ONLY = new Set(['EACCES', 'EPERM', 'EROFS']);
const isReadOnly = (error: unknown): boolean =>
  READ_ONLY.has((error as NodeJS.ErrnoException).code ?? '');
const readOnly = (): Invalid =>
  new Invalid('配置目录不能写，没有登记；请运维在服务器上用 risk licensed import 导入');
