import { keyIdOf, type Clock, type UnitOfWork } from '@risk/kit';
import type { VaultKeyRing } from '@risk/settings';
import {
  SEALED,
  type PgVaultKeys,
  type SealedColumn,
  type SealedCount,
  type VaultCipher,
} from '@risk/store';

/** A key as people may see it: never the key itself. */
export interface KnownKey {
  readonly id: string;
  /** Null where the environment gives it. */
  readonly file: string | null;
  readonly state: 'current' | 'former' | 'retired';
  /** How much lies under it. */
  readonly rows: number;
}

/** What lies sealed under which key. */
export interface VaultStatus {
  readonly keys: readonly KnownKey[];
  /** Rows of the form that names no key. */
  readonly nameless: number;
  readonly counts: readonly SealedCount[];
}

/** How a rotation ended. */
export interface RotationReport {
  /** Whether it took up one that had been cut off. */
  readonly resumed: boolean;
  readonly current: string;
  readonly resealed: number;
  /** Still under other keys; they are not retired then. */
  readonly left: number;
  readonly retired: readonly KnownKey[];
}

/** Told after each batch: how many of how many. */
export type ResealProgress = (done: number, of: number, what: string) => void;

interface Hands {
  readonly ring: VaultKeyRing;
  readonly keys: PgVaultKeys;
  readonly cipher: VaultCipher;
  readonly work: UnitOfWork;
  readonly clock: Clock;
}

/** A batch holds its rows for some milliseconds; the intake hardly notices. */
const BATCH = 500;
const MOST_ROUNDS = 5;

/** Brings everything sealed under a new key, batch by batch, and shuts the former keys out. */
export class RotateVault {
  constructor(
    private readonly hands: Hands,
    private readonly batch = BATCH,
  ) {}

  async status(): Promise<VaultStatus> {
    const { ring, keys } = this.hands;
    const [counts, retired] = [await keys.counts(), await keys.retired()];
    const known = ring.placed().map(({ key, file }, at): KnownKey => {
      const id = keyIdOf(key);
      const state = at === 0 ? 'current' : retired.includes(id) ? 'retired' : 'former';
      return { id, file, state, rows: sum(counts, id) };
    });
    return { keys: known, nameless: sum(counts, null), counts };
  }

  /** A rotation that was cut off is finished first: then no new key is made. */
  async run(onProgress: ResealProgress): Promise<RotationReport> {
    const resumed = await this.isUnfinished();
    if (!resumed && this.hands.ring.inFiles) await this.hands.ring.add();
    const { cipher, keys, work, clock } = this.hands;
    cipher.refresh();
    const former = (await this.status()).keys.filter(({ state }) => state === 'former');
    const ids = former.map(({ id }) => id);
    const retire = () => work.run((tx) => keys.retire(tx, ids, clock.now()));
    const { resealed, left } = await this.resealUntil(retire, onProgress);
    return {
      resumed,
      current: cipher.currentKey,
      resealed,
      left,
      retired: left === 0 ? former.map((key) => ({ ...key, state: 'retired', rows: 0 })) : [],
    };
  }

  private async isUnfinished(): Promise<boolean> {
    const { keys } = await this.status();
    return keys.some(({ state }) => state === 'former');
  }

  /** Round after round, because a process with the former key may write behind the walk until that key is retired. */
  private async resealUntil(
    retire: () => Promise<number>,
    onProgress: ResealProgress,
  ): Promise<Pick<RotationReport, 'resealed' | 'left'>> {
    const { cipher, keys } = this.hands;
    const counts = await keys.counts();
    const of = counts.reduce((n, c) => (c.key === cipher.currentKey ? n : n + c.rows), 0);
    let resealed = 0;
    let left = 0;
    for (let round = 0; round < MOST_ROUNDS; round += 1) {
      for (const column of SEALED) {
        for await (const count of this.walk(column)) {
          resealed += count;
          onProgress(resealed, Math.max(of, resealed), column.table);
        }
      }
      left = await retire();
      if (left === 0) break;
    }
    return { resealed, left };
  }

  /** One walk along a column, a transaction a batch; tells how much each batch brought over. */
  private async *walk(column: SealedColumn): AsyncGenerator<number> {
    const { keys, work } = this.hands;
    for (let after: string | null = '0'; after !== null;) {
      const from: string = after;
      const { done, next } = await work.run((tx) => keys.reseal(tx, column, from, this.batch));
      if (done > 0) yield done;
      after = next;
    }
  }
}

const sum = (counts: readonly SealedCount[], key: string | null): number =>
  counts.reduce((rows, count) => (count.key === key ? rows + count.rows : rows), 0);
