import { FrontTableStore, type FrontPosition, type FrontRow } from '../ports.js';
import type { FrontTable } from '../source-book.js';

/** A row of a front-end table: its cells, its key and when it changed. */
export interface FrontLine {
  readonly key: string;
  /** ISO 8601; null when the other system never filled it in. */
  readonly changedAt: string | null;
  readonly cells?: Readonly<Record<string, unknown>>;
}

/** Front-end tables in memory, read in the order of their changes. */
export class InMemoryFrontTables extends FrontTableStore {
  readonly lines = new Map<string, FrontLine[]>();
  readonly moves: { readonly source: string; readonly to: FrontPosition; readonly at: Date }[] = [];

  write(table: string, ...lines: readonly FrontLine[]): void {
    const before = this.lines.get(table) ?? [];
    const kept = before.filter((old) => !lines.some((line) => line.key === old.key));
    this.lines.set(table, [...kept, ...lines]);
  }

  cursor(source: string): Promise<FrontPosition | null> {
    return Promise.resolve(this.moves.findLast((move) => move.source === source)?.to ?? null);
  }

  changed({ name }: FrontTable, after: FrontPosition | null, before: Date, limit: number) {
    const lines = this.lines.get(name);
    if (!lines) return Promise.reject(new Error(`relation "${name}" does not exist`));
    const rows = lines
      .flatMap(rowOf)
      .filter(({ position }) => Date.parse(position.changedAt) <= before.getTime())
      .filter(({ position }) => after === null || inOrder(after, position) < 0)
      .sort((a, b) => inOrder(a.position, b.position));
    return Promise.resolve(rows.slice(0, limit));
  }

  move(source: string, to: FrontPosition, at: Date): Promise<void> {
    this.moves.push({ source, to, at });
    return Promise.resolve();
  }
}

const rowOf = ({ key, changedAt, cells }: FrontLine): FrontRow[] =>
  changedAt === null
    ? []
    : [
        {
          cells: cells ?? {},
          position: { changedAt: new Date(changedAt).toISOString(), key },
        },
      ];

function inOrder(a: FrontPosition, b: FrontPosition): number {
  const apart = Date.parse(a.changedAt) - Date.parse(b.changedAt);
  if (apart !== 0) return apart;
  return a.key < b.key ? -1 : Number(a.key > b.key);
}
