import { Readable } from 'node:stream';
import { Controller, Get, Header, HttpCode, Post, Query } from '@nestjs/common';
import { z } from 'zod';
import {
  AUDIT_ACTIONS,
  AUDIT_OUTCOMES,
  auditWords,
  subjectsCalled,
  type AuditLine,
  type AuditOutcome,
  type AuditQuestion,
  type AuditWords,
} from '@risk/access';
import {
  AUDIT_FORMATS,
  exportAudit,
  House,
  type AuditFormat,
  type VerificationState,
} from '@risk/assembly';
import {
  chinaDay,
  cleanText,
  MOST_COUNTED,
  readForm,
  wholeDays,
  XLSX_MEDIA,
  type Listed,
} from '@risk/kit';
import { NOTHING, Permit } from './access/permit.js';
import { CountedFile, Leaving } from './lists/counted-file.js';
import { listForm } from './lists/list-form.js';
import { asked } from './query.js';
import { savedAs } from './saved-as.js';

const DAY = z.iso.date();
const words = cleanText.max(100);

/** What may be asked of the trail. */
export const auditForm = z.strictObject({
  ...listForm(['seq'], '-seq'),
  after: asked.rowId.optional(),
  who: words.optional(),
  action: words.optional(),
  subject: words.optional(),
  outcome: z.enum(Object.keys(AUDIT_OUTCOMES) as [AuditOutcome, ...AuditOutcome[]]).optional(),
  fromDay: DAY.optional(),
  toDay: DAY.optional(),
});

/** What may be asked of an export of the trail. */
export const auditExportForm = z.strictObject({
  from: DAY,
  to: DAY,
  format: z.enum(AUDIT_FORMATS as unknown as [AuditFormat, ...AuditFormat[]]).default('xlsx'),
});

const MEDIA: Readonly<Record<AuditFormat, string>> = {
  xlsx: XLSX_MEDIA,
  jsonl: 'application/x-ndjson; charset=utf-8',
};

/** Where the auditor reads, verifies and exports the trail of what was done and tried. */
@Controller('api/audit')
export class AuditController {
  constructor(private readonly house: House) {}

  @Get()
  @Permit('audit.read', NOTHING)
  async list(@Query() query: unknown): Promise<Listed<ToldLine>> {
    const { trail } = this.house.audit;
    const question = readQuestion(query);
    const [found, total] = await Promise.all([
      trail.lines({ ...question, limit: question.limit + 1 }),
      trail.count(question, MOST_COUNTED),
    ]);
    const rows = found.slice(0, question.limit).map((line) => ({ ...line, ...auditWords(line) }));
    return { rows, next: found.length > rows.length ? (rows.at(-1)?.seq ?? null) : null, total };
  }

  /** What stands in the column of actions, with what each is called. */
  @Get('actions')
  @Permit('audit.read', NOTHING)
  actions() {
    return AUDIT_ACTIONS;
  }

  /** Begins to verify the whole trail, held against the checkpoints beside it and those outside the database. */
  @Post('verification')
  @Permit('audit.read', NOTHING)
  @HttpCode(200)
  verify(): VerificationState {
    return this.house.audit.verification.start();
  }

  @Get('verification')
  @Permit('audit.read', NOTHING)
  verification(): VerificationState {
    return this.house.audit.verification.read();
  }

  @Get('export')
  @Permit('audit.read', NOTHING)
  @Header('cache-control', 'no-store')
  export(@Query() query: unknown): CountedFile {
    const { from, to, format } = readForm(auditExportForm, query);
    const { clock, audit } = this.house;
    const now = clock.now();
    const wish = { format, ...wholeDays(from, to, now), madeAt: now };
    const leaving = new Leaving();
    const pieces = exportAudit(audit.trail, { ...wish, onEnd: leaving.end });
    const name = `审计记录-${from}-${to}-${chinaDay(now)}导出.${format}`;
    const options = { type: MEDIA[format], disposition: savedAs(name) };
    return new CountedFile(Readable.from(pieces), options, leaving);
  }
}

/** A line as it was kept, with what it says. */
type ToldLine = AuditLine & AuditWords;

function readQuestion(query: unknown): AuditQuestion {
  const { limit, sort, subject, ...rest } = readForm(auditForm, query);
  const asked = { ...rest, subjects: subject === undefined ? undefined : subjectsCalled(subject) };
  const given = Object.entries(asked).filter(([, value]) => value !== undefined);
  return { ...Object.fromEntries(given), limit, isOldestFirst: sort === 'seq' };
}
