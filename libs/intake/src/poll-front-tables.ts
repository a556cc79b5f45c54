import type { Clock, Log } from '@risk/kit';
import type { PresetBook } from './check-sources.js';
import { mapRow } from './map-row.js';
import type { FrontRow, FrontTableStore, RawItem } from './ports.js';
import type { Source, SourceBook } from './source-book.js';

/** What a round over one table brought. */
export interface PolledTable {
  readonly source: string;
  readonly rows: number;
}

/** Hands a batch on and resolves when it is safe. */
export type HandOn = (items: readonly RawItem[]) => Promise<unknown>;

const BATCH = 500;
/** Rows younger than this are left for the next round: a transaction that began earlier may still commit. */
const SETTLED_AFTER_MS = 30_000;

/** Reads what changed in front-end tables and hands it on; the cursor moves only afterwards. */
export class PollFrontTables {
  constructor(
    private readonly tables: FrontTableStore,
    private readonly book: { readonly sources: SourceBook; readonly presets: PresetBook },
    private readonly handOn: HandOn,
    private readonly around: { readonly clock: Clock; readonly log: Log },
  ) {}

  async run(): Promise<PolledTable[]> {
    const polled: PolledTable[] = [];
    for (const source of this.book.sources.values()) {
      if (source.table) polled.push({ source: source.name, rows: await this.poll(source) });
    }
    return polled;
  }

  /** One table that fails does not keep the others waiting. */
  private async poll(source: Source): Promise<number> {
    let rows = 0;
    try {
      for (;;) {
        const count = await this.pollOnce(source);
        rows += count;
        if (count < BATCH) return rows;
      }
    } catch (error) {
      this.around.log.warn('a front-end table could not be read', {
        source: source.name,
        error: String(error),
      });
      return rows;
    }
  }

  private async pollOnce(source: Source): Promise<number> {
    if (!source.table) return 0;
    const before = new Date(this.around.clock.now().getTime() - SETTLED_AFTER_MS);
    const after = await this.tables.cursor(source.name);
    const rows = await this.tables.changed(source.table, after, before, BATCH);
    const last = rows.at(-1);
    if (!last) return 0;
    await this.handOn(rows.map((row) => this.itemOf(source, row)));
    await this.tables.move(source.name, last.position, this.around.clock.now());
    return rows.length;
  }

  private itemOf(source: Source, { cells, position }: FrontRow): RawItem {
    const preset = this.book.presets.get(source.preset ?? '');
    const bytes = Buffer.from(JSON.stringify(cells));
    const origin = { table: source.table?.name ?? '', key: position.key };
    if (!preset) return { feed: source.feed, door: 'table', bytes, origin };
    const { value } = mapRow(preset, cells, { source, occurredAt: position.changedAt });
    return { feed: source.feed, door: 'table', bytes, value, origin };
  }
}
