import { randomUUID } from 'node:crypto';
import type { Readable } from 'node:stream';
import type {
  ImportJob,
  ImportJobStore,
  ImportPolicy,
  ImportQuestion,
  ImportReading,
  MappingChoices,
  MappingStore,
  RawItem,
  ReadItem,
} from '@risk/intake';
import { chinaDay, Conflict, days, NotFound, type Clock, type Listed } from '@risk/kit';
import { fileName, renderXlsx } from '@risk/papers';
import { faultSheet } from './fault-columns.js';
import {
  flawOf,
  optionsOf,
  planUpload,
  surveyUpload,
  type UploadBook,
  type UploadPlan,
} from './plan-upload.js';
import type { RunImports } from './run-imports.js';
import { showPlan, type ShownPlan } from './show-plan.js';
import type { UploadFolder } from './upload-folder.js';

/** Who hands a file in. */
export interface Importer {
  readonly id: string;
  readonly name: string;
}

/** A file as it arrives. */
export interface Upload {
  readonly name: string;
  /** When the file was written last, as its owner's computer says. */
  readonly modifiedAt: Date;
  /** An earlier import, whose source, mapping and date hold for this corrected file too. */
  readonly after: string | null;
}

/** How somebody wants a file to be read. */
export interface ReadingWish {
  readonly source: string | null;
  readonly sheet: string | null;
  readonly headerRow: number | null;
  readonly choices: MappingChoices;
  /** When the pieces happened that do not say it themselves. */
  readonly occurredAt: string | null;
}

/** An import, and how its file will be read as long as it was not. */
export interface ImportView {
  readonly job: ImportJob;
  readonly plan: ShownPlan | null;
}

/** What the desk of imports works with. */
export interface ImportTools {
  readonly jobs: ImportJobStore;
  readonly files: UploadFolder;
  readonly runner: RunImports;
  readonly book: UploadBook & { readonly mappings: MappingStore };
  readonly parse: (item: RawItem) => ReadItem;
  readonly policy: ImportPolicy;
  readonly clock: Clock;
}

/** Where people import files: handed in, looked at, put right, begun, followed and cancelled; each sees his own. */
export class ImportDesk {
  constructor(private readonly tools: ImportTools) {}

  get policy(): ImportPolicy {
    return this.tools.policy;
  }

  /** Takes a file in, unless it is too large, too long or no table at all. */
  async upload(body: Readable, upload: Upload, by: Importer): Promise<ImportView> {
    const { files, book, jobs, clock } = this.tools;
    await this.sweep();
    const earlier = upload.after === null ? null : await this.own(upload.after, by);
    const laid = await files.take(body, randomUUID());
    try {
      const reading = readingOf(upload, earlier);
      const { rows, sheets } = await surveyUpload(
        laid.path,
        optionsOf(book, reading),
        book.mostRows,
      );
      const known = { ...reading, sheets };
      // What cannot be read at all is refused before anything is kept of it.
      await planUpload(book, { file: laid.path, name: upload.name, reading: known });
      const wish = { accountId: by.id, by: by.name, fileName: upload.name, bytes: laid.bytes };
      const id = await jobs.add({ ...wish, reading: known }, clock.now());
      await files.adopt(laid.path, id);
      await jobs.counted(id, rows);
      return await this.view(id, by);
    } catch (error) {
      await files.removeAt(laid.path);
      throw error;
    }
  }

  list(by: Importer, question: ImportQuestion): Promise<Listed<ImportJob>> {
    return this.tools.jobs.ofAccount(by.id, question);
  }

  async view(id: string, by: Importer): Promise<ImportView> {
    const job = await this.own(id, by);
    const waits = job.state === 'uploaded' && (await this.tools.files.has(id));
    return { job, plan: waits ? await this.shown(await this.planOf(job), job.reading) : null };
  }

  /** Reads the file in another way: another source, sheet, header or mapping. */
  async read(id: string, wish: ReadingWish, by: Importer): Promise<ImportView> {
    const { jobs, book, files } = this.tools;
    const job = await this.waiting(id, by);
    const reading = {
      ...job.reading,
      ...wish,
      occurredAt: wish.occurredAt ?? job.reading.occurredAt,
    };
    const file = files.pathOf(id);
    // A way in which the file cannot be read is refused, and the former one stays.
    const plan = await planUpload(book, { file, name: job.fileName, reading });
    if (reading.sheet !== job.reading.sheet || reading.headerRow !== job.reading.headerRow) {
      const { rows } = await surveyUpload(file, optionsOf(book, reading), book.mostRows);
      await jobs.counted(id, rows);
    }
    if (!(await jobs.read(id, reading))) throw begun();
    return { job: await this.own(id, by), plan: await this.shown(plan, reading) };
  }

  /** Begins; with `keeps`, the mapping is kept for the next file of this source. */
  async start(id: string, by: Importer, keeps: boolean): Promise<ImportView> {
    const job = await this.waiting(id, by);
    const plan = await this.planOf(job);
    const flaw = flawOf(plan);
    if (flaw !== null) throw new Conflict(flaw);
    // What was shown is what is imported, whatever somebody keeps for this source meanwhile.
    const choices = { ...plan.kept?.choices, ...job.reading.choices };
    const reading = { ...job.reading, source: plan.source?.name ?? null, choices };
    if (!(await this.tools.jobs.read(id, reading))) throw begun();
    if (!(await this.tools.runner.start({ ...job, reading })))
      throw new Conflict('您已有一个导入正在进行，请等它结束或者先取消');
    if (keeps && plan.source) await this.keep(plan.source.name, choices, by);
    return this.view(id, by);
  }

  /** A running import ends between two batches; a file that waits is thrown away. */
  async cancel(id: string, by: Importer): Promise<ImportView> {
    const { jobs, files, clock } = this.tools;
    const job = await this.own(id, by);
    if (job.state === 'uploaded') {
      await jobs.end(id, 'cancelled', clock.now(), null);
      await files.remove(id);
    } else if (!(await jobs.askToCancel(id))) throw new Conflict('这个导入已经结束');
    return this.view(id, by);
  }

  /** The rows that were not taken, with the reason beside each, to be put right and handed in again. */
  async faults(
    id: string,
    by: Importer,
  ): Promise<{ readonly name: string; readonly bytes: Buffer }> {
    const { jobs, policy, clock } = this.tools;
    const { fileName: given } = await this.own(id, by);
    const faults = await jobs.faults(id, policy.mostFaults);
    if (faults.length === 0) throw new NotFound('没有出错的行，或者已到期删除');
    const bytes = await renderXlsx([faultSheet(faults)], chinaDay(clock.now()));
    return { name: fileName(`${given.replace(/\.[^.]*$/, '')}-需更正的行.xlsx`), bytes };
  }

  forgetMapping(source: string): Promise<boolean> {
    return this.tools.book.mappings.forget(source);
  }

  /** Goes on with what other workers left. */
  async tend(): Promise<void> {
    await this.tools.runner.resume();
  }

  close(): Promise<void> {
    return this.tools.runner.close();
  }

  /** How the file of an import is read. */
  private planOf({ id, fileName: name, reading }: ImportJob) {
    const { book, files } = this.tools;
    return planUpload(book, { file: files.pathOf(id), name, reading });
  }

  private async shown(plan: UploadPlan, reading: ImportReading): Promise<ShownPlan> {
    const { book, parse } = this.tools;
    return showPlan(plan, reading, { book, parse });
  }

  private async keep(source: string, choices: MappingChoices, by: Importer): Promise<void> {
    const { book, clock } = this.tools;
    if (Object.keys(choices).length === 0) return;
    await book.mappings.keep({ source, choices, keptBy: by.name, keptAt: clock.now() });
  }

  /** Imports of others answer as if they did not exist. */
  private async own(id: string, by: Importer): Promise<ImportJob> {
    const job = await this.tools.jobs.find(id);
    if (job?.accountId !== by.id) throw new NotFound('没有这个导入');
    return job;
  }

  private async waiting(id: string, by: Importer): Promise<ImportJob> {
    const job = await this.own(id, by);
    if (job.state !== 'uploaded') throw begun();
    if (!(await this.tools.files.has(id))) throw new NotFound('上传的文件已经删除，请重新上传');
    return job;
  }

  /** Removes what was kept long enough. */
  async sweep(): Promise<void> {
    const { jobs, files, policy, clock } = this.tools;
    const now = clock.now().getTime();
    const uploads = new Date(now - policy.keepsUpload);
    await files.remove(
      ...(await jobs.sweep({ uploads, results: new Date(now - policy.keepsResult) })),
    );
    // A file outlives the waiting of its import, because it may have been begun at the last moment.
    await files.sweep(new Date(uploads.getTime() - days(1)));
  }
}

const begun = (): Conflict => new Conflict('这个文件已经开始导入，或者已经取消');

function readingOf({ modifiedAt }: Upload, earlier: ImportJob | null): ImportReading {
  if (earlier) return { ...earlier.reading, sheet: null, headerRow: null };
  return {
    ...{ source: null, sheet: null, sheets: [], headerRow: null, choices: {} },
    occurredAt: modifiedAt.toISOString(),
  };
}
