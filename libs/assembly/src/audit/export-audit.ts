import { AUDIT_HEADINGS, auditRow, type AuditLine, type AuditTrail } from '@risk/access';
import { chinaDay, Invalid } from '@risk/kit';
import { renderXlsx } from '@risk/papers';

/** Formats of an export; one entry to add one. */
const FORMATS = { jsonl: asJsonLines, xlsx: asWorkbook };
export type AuditFormat = keyof typeof FORMATS;
export const AUDIT_FORMATS = Object.keys(FORMATS) as readonly AuditFormat[];

/** Which lines to write out, and how. */
export interface AuditExport {
  readonly format: AuditFormat;
  /** Moments, both included. */
  readonly from: Date;
  readonly to: Date;
  /** The day that the file says it was made on. */
  readonly madeAt: Date;
  /** Hears how many lines went out before the file ends, and whether these were all that were to go. */
  readonly onEnd: (lines: number, isWhole: boolean) => Promise<void>;
}

/** A workbook is made in memory. */
const MOST_ROWS = 100_000;

/** Writes lines of the trail out, oldest first, under Chinese headings, piece by piece. */
export function exportAudit(trail: AuditTrail, wish: AuditExport): AsyncIterable<string | Buffer> {
  return FORMATS[wish.format](within(trail, wish), wish);
}

/** The times of lines follow their order only nearly, so every line is looked at. */
async function* within(
  trail: AuditTrail,
  { from, to, onEnd }: AuditExport,
): AsyncGenerator<AuditLine> {
  let written = 0;
  let isWhole = false;
  try {
    for await (const line of trail.stream('1')) {
      if (line.at < from || line.at > to) continue;
      yield line;
      written += 1;
    }
    isWhole = true;
  } finally {
    await onEnd(written, isWhole);
  }
}

async function* asJsonLines(lines: AsyncIterable<AuditLine>): AsyncGenerator<string> {
  for await (const line of lines) {
    const cells = auditRow(line).map((cell, at) => [AUDIT_HEADINGS[at], cell]);
    yield `${JSON.stringify(Object.fromEntries(cells))}\n`;
  }
}

async function* asWorkbook(
  lines: AsyncIterable<AuditLine>,
  { madeAt }: AuditExport,
): AsyncGenerator<Buffer> {
  const rows = [];
  for await (const line of lines) {
    rows.push(auditRow(line));
    if (rows.length > MOST_ROWS)
      throw new Invalid(`一份 XLSX 最多 ${MOST_ROWS} 行，请用 --from、--to 分开，或写成 jsonl`);
  }
  yield await renderXlsx([{ name: '审计记录', head: AUDIT_HEADINGS, rows }], chinaDay(madeAt));
}
