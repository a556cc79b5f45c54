import type { Reporter } from '@risk/domain';
import type { Transaction } from '@risk/kit';
import {
  RecordStore,
  ReporterVault,
  type VaultEntry,
  type KeptRecord,
  type LedgerEntry,
  type ParsedItem,
  type RefusedItem,
} from '../ports.js';

/** A record store in memory with the promises of the real one. */
export class InMemoryRecords extends RecordStore {
  readonly versions: { id: string; item: ParsedItem }[] = [];
  readonly letters: RefusedItem[] = [];
  readonly ledger: LedgerEntry[] = [];
  private readonly inForce = new Set<string>();

  keep(_tx: Transaction, items: readonly ParsedItem[]): Promise<KeptRecord[]> {
    return Promise.resolve(items.map((item) => this.keepOne(item)));
  }

  bury(_tx: Transaction, items: readonly RefusedItem[]): Promise<('buried' | 'duplicate')[]> {
    return Promise.resolve(
      items.map((letter) => {
        const key = (l: RefusedItem): string =>
          JSON.stringify([l.item.feed, l.item.origin, Buffer.from(l.item.bytes).toString('hex')]);
        if (this.letters.some((l) => key(l) === key(letter))) return 'duplicate';
        this.letters.push(letter);
        return 'buried';
      }),
    );
  }

  count(_tx: Transaction, entries: readonly LedgerEntry[]): Promise<void> {
    this.ledger.push(...entries);
    return Promise.resolve();
  }

  private keepOne(item: ParsedItem): KeptRecord {
    const { source, sourceId, fingerprint } = item.record;
    const same = this.versions.filter(
      ({ item: { record } }) => record.source === source && record.sourceId === sourceId,
    );
    const twin = same.find(({ item: { record } }) => record.fingerprint === fingerprint);
    if (twin) {
      return {
        recordId: twin.id,
        record: item.record,
        outcome: 'duplicate',
        current: false,
        replaces: null,
      };
    }
    const inForce = same.find(({ id }) => this.inForce.has(id));
    const current = !inForce || inForce.item.record.occurredAt <= item.record.occurredAt;
    const replaces = current ? (inForce?.id ?? null) : null;
    const id = String(this.versions.length + 1);
    this.versions.push({ id, item });
    if (replaces !== null) this.inForce.delete(replaces);
    if (current) this.inForce.add(id);
    return { recordId: id, record: item.record, outcome: 'stored', current, replaces };
  }
}

/** A vault that remembers what was sealed in it. */
export class InMemoryVault extends ReporterVault {
  readonly sealed: VaultEntry[] = [];

  pseudonymOf(reporter: Reporter): string | null {
    const known = reporter.idNumber ?? reporter.phone ?? reporter.name;
    return known === undefined ? null : `p:${known.length}:${known.slice(-2)}`;
  }

  seal(_tx: Transaction, entries: readonly VaultEntry[]) {
    this.sealed.push(...entries);
    return Promise.resolve();
  }
}
