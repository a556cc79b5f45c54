import { days, hours, shaped, type Milliseconds } from '@risk/kit';
import { z } from 'zod';

/** How large a file may be that people hand in, and how long what belongs to it is kept. */
export interface ImportPolicy {
  readonly largestBytes: number;
  /** What a workbook may unpack to. */
  readonly unpackedBytes: number;
  readonly mostRows: number;
  /** Rows with errors that are kept for download. */
  readonly mostFaults: number;
  /** A file that was handed in and never imported. */
  readonly keepsUpload: Milliseconds;
  /** The result and the rows with errors. */
  readonly keepsResult: Milliseconds;
}

const FILE = 'intake.yaml';
const MEGABYTE = 1024 * 1024;
const whole = (least: number, most: number) => z.number().int().min(least).max(most);

/** The form of config/intake.yaml. */
export const importPolicySchema = z.strictObject({
  imports: z.strictObject({
    largestMegabytes: whole(1, 2_048),
    unpackedMegabytes: whole(1, 4_096),
    mostRows: whole(1, 5_000_000),
    mostFaults: whole(1, 50_000),
    keepUploadHours: whole(1, 24 * 30),
    keepResultDays: whole(1, 365),
    basis: z.string().min(1),
  }),
});

/** What holds where the folder has no config/intake.yaml. */
export const IMPORT_DEFAULTS = {
  imports: {
    ...{ largestMegabytes: 50, unpackedMegabytes: 512, mostRows: 200_000, mostFaults: 20_000 },
    ...{ keepUploadHours: 24, keepResultDays: 7, basis: '本地默认' },
  },
} as const;

/** Checks config/intake.yaml; a fault is named with its place. */
export function compileImportPolicy(content: unknown): ImportPolicy {
  const { imports } = shaped(FILE, importPolicySchema, content);
  return {
    largestBytes: imports.largestMegabytes * MEGABYTE,
    unpackedBytes: imports.unpackedMegabytes * MEGABYTE,
    mostRows: imports.mostRows,
    mostFaults: imports.mostFaults,
    keepsUpload: hours(imports.keepUploadHours),
    keepsResult: days(imports.keepResultDays),
  };
}
