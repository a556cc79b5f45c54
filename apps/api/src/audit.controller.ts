import { Readable } from 'node:stream';
import { Controller, Get, Header, Query, StreamableFile } from '@nestjs/common';
import { z } from 'zod';
import {
  AUDIT_OUTCOMES,
  type AuditFault,
  type AuditOutcome,
  type AuditQuestion,
} from '@risk/access';
import { AUDIT_FORMATS, exportAudit, House, type AuditFormat } from '@risk/assembly';
import { chinaDay, cleanText, readForm, wholeDays } from '@risk/kit';
import { NOTHING, Permit } from './access/permit.js';
import { asked } from './query.js';
import { savedAs } from './saved-as.js';

const PAGE = 100;
const MOST_FAULTS = 200;
const DAY = z.iso.date();
const words = cleanText.max(100);

const questionForm = z.strictObject({
  before: asked.rowId.optional(),
  who: words.optional(),
  action: words.optional(),
  subject: words.optional(),
  outcome: z.enum(Object.keys(AUDIT_OUTCOMES) as [AuditOutcome, ...AuditOutcome[]]).optional(),
  fromDay: DAY.optional(),
  toDay: DAY.optional(),
});

const exportForm = z.strictObject({
  from: DAY,
  to: DAY,
  format: z.enum(AUDIT_FORMATS as unknown as [AuditFormat, ...AuditFormat[]]).default('xlsx'),
});

const MEDIA: Readonly<Record<AuditFormat, string>> = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  jsonl: 'application/x-ndjson; charset=utf-8',
};

/** Where the auditor reads, verifies and exports the trail of what was done and tried. */
@Controller('api/audit')
export class AuditController {
  constructor(private readonly house: House) {}

  @Get()
  @Permit('audit.read', NOTHING)
  list(@Query() query: unknown) {
    return this.house.audit.trail.lines(readQuestion(query));
  }

  /** The whole trail, held against the checkpoints beside it and those in the file outside the database. */
  @Get('verification')
  @Permit('audit.read', NOTHING)
  async verify() {
    const { verify, outside } = this.house.audit;
    const told: AuditFault[] = [];
    const checkpoints = await outside.all();
    const verdict = await verify.run({
      checkpoints,
      onFault: (fault) => {
        if (told.length < MOST_FAULTS) told.push(fault);
      },
      onProgress: () => undefined,
    });
    return { ...verdict, told, checkpoints: checkpoints.length };
  }

  @Get('export')
  @Permit('audit.read', NOTHING)
  @Header('cache-control', 'no-store')
  export(@Query() query: unknown): StreamableFile {
    const { from, to, format } = readForm(exportForm, query);
    const { clock, audit } = this.house;
    const now = clock.now();
    const wish = { format, ...wholeDays(from, to, now), madeAt: now };
    const pieces = exportAudit(audit.trail, { ...wish, onLine: () => undefined });
    const name = `审计记录-${from}-${to}-${chinaDay(now)}导出.${format}`;
    return new StreamableFile(Readable.from(pieces), {
      ...{ type: MEDIA[format], disposition: savedAs(name) },
    });
  }
}

function readQuestion(query: unknown): AuditQuestion {
  const given = Object.entries(readForm(questionForm, query)).filter(
    ([, value]) => value !== undefined,
  );
  return { ...Object.fromEntries(given), limit: PAGE };
}
