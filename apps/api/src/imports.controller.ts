import {
  Controller,
  Get,
  Header,
  HttpCode,
  Param,
  Post,
  Query,
  Req,
  StreamableFile,
} from '@nestjs/common';
import type { Request } from 'express';
import type { Person } from '@risk/access';
import { House, type ImportView } from '@risk/assembly';
import { cleanText, readForm } from '@risk/kit';
import { z } from 'zod';
import { Asker } from './access/caller.js';
import { NOTHING, Permit } from './access/permit.js';
import { importLine } from './import-line.js';
import { IMPORT_COLUMNS, readImportQuestion } from './import-list.js';
import { jsonOf } from './json-body.js';
import { listFile } from './lists/list-file.js';
import { asked, rowId } from './query.js';
import { readAway } from './read-away.js';
import { savedAs } from './saved-as.js';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** What may be asked of an upload. */
export const uploadForm = z.strictObject({
  name: cleanText.trim().min(1).max(200),
  /** When the file was written last: rows without a date happened then. */
  modifiedAt: z.iso.datetime({ offset: true }).transform((text) => new Date(text)),
  after: asked.rowId.optional(),
});

const header = cleanText.min(1).max(500);
/** The body that changes how a file is read. */
export const readingForm = z.strictObject({
  source: cleanText.min(1).max(64).nullable(),
  sheet: cleanText.min(1).max(100).nullable(),
  headerRow: z.number().int().min(1).max(1_000).nullable(),
  choices: z
    .record(header, cleanText.min(1).max(100))
    .refine((choices) => Object.keys(choices).length <= 2_000, '列太多'),
  occurredOn: z.iso.date().nullable(),
});

/** The body that starts an import. */
export const startForm = z.strictObject({ keepsMapping: z.boolean() });

/** Where people import files; everybody sees the own imports alone. */
@Controller('api/imports')
export class ImportsController {
  constructor(private readonly house: House) {}

  @Get()
  @Permit('imports.run', NOTHING)
  async list(@Query() query: unknown, @Asker() asker: Person) {
    const { imports } = this.house.intake;
    const { largestBytes, mostRows, keepsUpload, keepsResult } = imports.policy;
    const { rows, ...page } = await imports.list(asker, readImportQuestion(query));
    const running = await imports.list(asker, readImportQuestion({ state: 'running', limit: 1 }));
    return {
      ...{ rows: rows.map(importLine), ...page, isRunning: running.total > 0 },
      limits: { largestBytes, mostRows, keepsUpload, keepsResult },
      sources: [...this.house.sources.values()]
        .filter(({ sample, preset }) => !sample && preset !== null)
        .map(({ name, title, feed }) => ({ name, title, feed })),
    };
  }

  @Get('export')
  @Permit('imports.run', NOTHING)
  export(@Query() query: unknown, @Asker() asker: Person) {
    const { intake, clock } = this.house;
    const question = readImportQuestion(query);
    const read = (page: object) => intake.imports.list(asker, { ...question, ...page });
    return listFile({ name: '我的导入', columns: IMPORT_COLUMNS, read }, clock.now());
  }

  /** The body is the file itself; what it is, its bytes say. */
  @Post()
  @Permit('imports.run', NOTHING)
  @HttpCode(200)
  upload(@Query() query: unknown, @Req() request: Request, @Asker() asker: Person) {
    return readAway(request, async () => {
      const { after = null, ...upload } = readForm(uploadForm, query);
      return shown(await this.house.intake.imports.upload(request, { ...upload, after }, asker));
    });
  }

  @Get(':id')
  @Permit('imports.run', NOTHING)
  async one(@Param('id') id: string, @Asker() asker: Person) {
    return shown(await this.house.intake.imports.view(importId(id), asker));
  }

  @Post(':id/reading')
  @Permit('imports.run', NOTHING)
  @HttpCode(200)
  async read(@Param('id') id: string, @Req() request: Request, @Asker() asker: Person) {
    const { occurredOn, ...wish } = readForm(readingForm, await jsonOf(request));
    const occurredAt = occurredOn === null ? null : `${occurredOn}T00:00:00+08:00`;
    const view = this.house.intake.imports.read(importId(id), { ...wish, occurredAt }, asker);
    return shown(await view);
  }

  @Post(':id/start')
  @Permit('imports.run', NOTHING)
  @HttpCode(200)
  async start(@Param('id') id: string, @Req() request: Request, @Asker() asker: Person) {
    const { keepsMapping } = readForm(startForm, await jsonOf(request));
    return shown(await this.house.intake.imports.start(importId(id), asker, keepsMapping));
  }

  @Post(':id/cancel')
  @Permit('imports.run', NOTHING)
  @HttpCode(200)
  async cancel(@Param('id') id: string, @Asker() asker: Person) {
    return shown(await this.house.intake.imports.cancel(importId(id), asker));
  }

  /** May name who reported, as the file did: only for whoever handed it in, and kept by no browser. */
  @Get(':id/faults')
  @Permit('imports.run', NOTHING)
  @Header('cache-control', 'no-store')
  async faults(@Param('id') id: string, @Asker() asker: Person) {
    const { name, bytes } = await this.house.intake.imports.faults(importId(id), asker);
    return new StreamableFile(bytes, {
      ...{ type: XLSX, disposition: savedAs(name), length: bytes.length },
    });
  }
}

const importId = (id: string): string => rowId('导入', id);

const shown = ({ job, plan }: ImportView) => ({ job: importLine(job), plan });
