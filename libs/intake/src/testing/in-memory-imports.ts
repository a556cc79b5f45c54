import type { Listed } from '@risk/kit';
import {
  ImportJobStore,
  MappingStore,
  type ImportCounts,
  type ImportFault,
  type ImportJob,
  type ImportQuestion,
  type ImportReading,
  type KeptMapping,
  type NewImport,
} from '../imports/ports.js';

type Kept = ImportJob & { readonly leaseUntil: Date | null };

const NOTHING = { rows: 0, stored: 0, duplicate: 0, refused: 0, raised: 0, upgraded: 0 };

/** Imports of people in memory. */
export class InMemoryImports extends ImportJobStore {
  private readonly jobs = new Map<string, Kept>();
  private readonly told = new Map<string, ImportFault[]>();
  private last = 0;

  add(wish: NewImport, at: Date): Promise<string> {
    this.last += 1;
    const id = String(this.last);
    this.jobs.set(id, {
      ...{ ...wish, ...NOTHING, id, total: 0, state: 'uploaded', madeAt: at, startedAt: null },
      ...{ endedAt: null, trouble: null, cancelAsked: false, leaseUntil: null },
    });
    return Promise.resolve(id);
  }

  counted(id: string, total: number): Promise<void> {
    this.change(id, 'any', { total });
    return Promise.resolve();
  }

  find(id: string): Promise<ImportJob | null> {
    return Promise.resolve(shownOf(this.jobs.get(id)));
  }

  /** The latest first, however they are wanted; the real store pages and sorts. */
  ofAccount(
    accountId: string,
    { limit, state }: Pick<ImportQuestion, 'limit' | 'state'>,
  ): Promise<Listed<ImportJob>> {
    const own = [...this.jobs.values()]
      .filter((job) => job.accountId === accountId && (state === null || job.state === state))
      .sort((a, b) => b.madeAt.getTime() - a.madeAt.getTime() || Number(b.id) - Number(a.id));
    const rows = own.slice(0, limit).flatMap((job) => shownOf(job) ?? []);
    return Promise.resolve({ rows, next: null, total: own.length });
  }

  read(id: string, reading: ImportReading): Promise<boolean> {
    return Promise.resolve(this.change(id, 'uploaded', { reading }));
  }

  begin(id: string, at: Date, until: Date): Promise<boolean> {
    const job = this.jobs.get(id);
    const isBusy = [...this.jobs.values()].some(
      ({ state, accountId }) => state === 'running' && accountId === job?.accountId,
    );
    const begun = { state: 'running', startedAt: at, leaseUntil: until } as const;
    return Promise.resolve(!isBusy && this.change(id, 'uploaded', begun));
  }

  takeOver(at: Date, until: Date): Promise<ImportJob | null> {
    const left = [...this.jobs.values()].find(
      ({ state, leaseUntil }) => state === 'running' && leaseUntil !== null && leaseUntil < at,
    );
    if (left) this.change(left.id, 'running', { leaseUntil: until });
    return Promise.resolve(shownOf(left));
  }

  book(id: string, counts: ImportCounts, until: Date): Promise<{ cancelled: boolean }> {
    const job = this.jobs.get(id);
    if (job?.state !== 'running') return Promise.resolve({ cancelled: true });
    this.change(id, 'running', { ...added(job, counts), leaseUntil: until });
    return Promise.resolve({ cancelled: job.cancelAsked });
  }

  release(id: string, at: Date): Promise<void> {
    this.change(id, 'running', { leaseUntil: at });
    return Promise.resolve();
  }

  end(
    id: string,
    state: 'done' | 'cancelled' | 'failed',
    at: Date,
    trouble: string | null,
  ): Promise<void> {
    if (this.jobs.get(id)?.endedAt === null)
      this.change(id, 'any', { state, endedAt: at, trouble, leaseUntil: null });
    return Promise.resolve();
  }

  askToCancel(id: string): Promise<boolean> {
    return Promise.resolve(this.change(id, 'running', { cancelAsked: true }));
  }

  keepFaults(id: string, faults: readonly ImportFault[]): Promise<void> {
    this.told.set(id, [...(this.told.get(id) ?? []), ...faults]);
    return Promise.resolve();
  }

  faults(id: string, limit: number): Promise<ImportFault[]> {
    return Promise.resolve((this.told.get(id) ?? []).slice(0, limit));
  }

  sweep({ uploads, results }: { uploads: Date; results: Date }): Promise<string[]> {
    const old = [...this.jobs.values()].filter(({ state, madeAt, endedAt }) =>
      state === 'uploaded' ? madeAt < uploads : endedAt !== null && endedAt < results,
    );
    for (const { id } of old) this.jobs.delete(id);
    return Promise.resolve(old.map(({ id }) => id));
  }

  private change(id: string, state: ImportJob['state'] | 'any', changes: Partial<Kept>): boolean {
    const job = this.jobs.get(id);
    if (!job || (state !== 'any' && job.state !== state)) return false;
    this.jobs.set(id, { ...job, ...changes });
    return true;
  }
}

function shownOf(job: Kept | undefined): ImportJob | null {
  if (!job) return null;
  const { leaseUntil: _lease, ...shown } = job;
  return shown;
}

const added = (a: ImportCounts, b: ImportCounts): ImportCounts => ({
  rows: a.rows + b.rows,
  stored: a.stored + b.stored,
  duplicate: a.duplicate + b.duplicate,
  refused: a.refused + b.refused,
  raised: a.raised + b.raised,
  upgraded: a.upgraded + b.upgraded,
});

/** Mappings of columns in memory. */
export class InMemoryMappings extends MappingStore {
  private readonly kept = new Map<string, KeptMapping>();

  of(source: string): Promise<KeptMapping | null> {
    return Promise.resolve(this.kept.get(source) ?? null);
  }

  keep(mapping: KeptMapping): Promise<void> {
    this.kept.set(mapping.source, mapping);
    return Promise.resolve();
  }

  forget(source: string): Promise<boolean> {
    return Promise.resolve(this.kept.delete(source));
  }
}
