import type { Listed, ListQuestion } from '@risk/kit';
import type { MappingChoices } from '../mapping/with-choices.js';

/** How the columns of a source's files are read: as people chose it, kept for the next time. */
export interface KeptMapping {
  readonly source: string;
  readonly choices: MappingChoices;
  readonly keptBy: string;
  readonly keptAt: Date;
}

export abstract class MappingStore {
  abstract of(source: string): Promise<KeptMapping | null>;
  abstract keep(mapping: KeptMapping): Promise<void>;
  /** Goes back to the configuration alone; says whether there was anything to forget. */
  abstract forget(source: string): Promise<boolean>;
}

export const IMPORT_STATES = ['uploaded', 'running', 'done', 'cancelled', 'failed'] as const;
export type ImportState = (typeof IMPORT_STATES)[number];

export const IMPORT_SORTS = ['madeAt', 'fileName', 'state'] as const;
export type ImportSort = (typeof IMPORT_SORTS)[number];

/** Which of the own imports somebody wants; null is any state. */
export interface ImportQuestion extends ListQuestion<ImportSort> {
  readonly state: ImportState | null;
}

/** How a file is to be read. */
export interface ImportReading {
  /** Null where the rows name their source themselves. */
  readonly source: string | null;
  readonly sheet: string | null;
  /** The visible sheets of a workbook. */
  readonly sheets: readonly string[];
  readonly headerRow: number | null;
  readonly choices: MappingChoices;
  /** When rows happened that do not say it; part of their content, so it is the same for the same file. */
  readonly occurredAt: string;
}

/** What became of the rows so far. */
export interface ImportCounts {
  readonly rows: number;
  readonly stored: number;
  readonly duplicate: number;
  readonly refused: number;
  readonly raised: number;
  readonly upgraded: number;
}

/** The import of one file, from its arrival to its result. */
export interface ImportJob extends ImportCounts {
  readonly id: string;
  readonly accountId: string;
  readonly by: string;
  readonly fileName: string;
  readonly bytes: number;
  /** Rows in the file. */
  readonly total: number;
  readonly state: ImportState;
  readonly reading: ImportReading;
  readonly madeAt: Date;
  readonly startedAt: Date | null;
  readonly endedAt: Date | null;
  /** Why it failed. */
  readonly trouble: string | null;
  readonly cancelAsked: boolean;
}

/** A file that came in. */
export interface NewImport {
  readonly accountId: string;
  readonly by: string;
  readonly fileName: string;
  readonly bytes: number;
  readonly reading: ImportReading;
}

/** A row that was not taken, with the cells as they came. */
export interface ImportFault {
  readonly sheet: string | null;
  readonly row: number;
  readonly reason: string;
  readonly cells: Readonly<Record<string, unknown>>;
}

/** Keeps the imports of people, and who works on one. */
export abstract class ImportJobStore {
  abstract add(wish: NewImport, at: Date): Promise<string>;
  abstract counted(id: string, total: number): Promise<void>;
  abstract find(id: string): Promise<ImportJob | null>;
  /** One page of somebody's own. */
  abstract ofAccount(accountId: string, question: ImportQuestion): Promise<Listed<ImportJob>>;
  /** Remembers how an uploaded file is to be read; says whether it still waits. */
  abstract read(id: string, reading: ImportReading): Promise<boolean>;
  /** Begins; refused while another import of the same person runs. */
  abstract begin(id: string, at: Date, until: Date): Promise<boolean>;
  /** Takes over an import whose worker went away; null when there is none. */
  abstract takeOver(at: Date, until: Date): Promise<ImportJob | null>;
  /** Books what became of a batch and holds on to the import; answers whether it is to end. */
  abstract book(
    id: string,
    counts: ImportCounts,
    until: Date,
  ): Promise<{ readonly cancelled: boolean }>;
  /** Lets go of an import so that another worker goes on with it. */
  abstract release(id: string, at: Date): Promise<void>;
  abstract end(
    id: string,
    state: 'done' | 'cancelled' | 'failed',
    at: Date,
    trouble: string | null,
  ): Promise<void>;
  abstract askToCancel(id: string): Promise<boolean>;
  abstract keepFaults(id: string, faults: readonly ImportFault[]): Promise<void>;
  abstract faults(id: string, limit: number): Promise<ImportFault[]>;
  /** Removes what was kept long enough; answers the ids whose files go with it. */
  abstract sweep(before: { readonly uploads: Date; readonly results: Date }): Promise<string[]>;
}
