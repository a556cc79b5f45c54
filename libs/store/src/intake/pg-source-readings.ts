import type { Feed } from '@risk/domain';
import type { Database } from '../database.js';

const sums = (which: string): string =>
  `jsonb_build_object('received', coalesce(sum(received) filter (where ${which}), 0),
    'stored', coalesce(sum(stored) filter (where ${which}), 0),
    'duplicate', coalesce(sum(duplicate) filter (where ${which}), 0),
    'deadLettered', coalesce(sum(dead_lettered) filter (where ${which}), 0))`;

const FIGURES = `
  select source, min(feed) as feed, max(last_at) as "lastAt", ${sums('day = $1')} as today,
    ${sums('day >= $2')} as week
  from intake_ledger group by source order by source
`;

interface Arrivals {
  readonly received: number;
  readonly stored: number;
  readonly duplicate: number;
  readonly deadLettered: number;
}

interface Figures {
  readonly source: string;
  readonly feed: Feed;
  readonly lastAt: Date;
  readonly today: Arrivals;
  readonly week: Arrivals;
}

/** What the books say of every source. */
export class PgSourceReadings {
  constructor(private readonly database: Database) {}

  figures(today: string, weekFrom: string): Promise<Figures[]> {
    return this.database.rows<Figures>(FIGURES, [today, weekFrom]);
  }

  async openLetters(): Promise<ReadonlyMap<string, number>> {
    const rows = await this.database.rows<{ source: string; count: number }>(
      `select coalesce(source, 'unknown') as source, count(*)::int as count
       from dead_letter where replayed_at is null group by 1`,
    );
    return new Map(rows.map(({ source, count }) => [source, count]));
  }

  async keptMappings(): Promise<ReadonlyMap<string, { readonly by: string; readonly at: Date }>> {
    const rows = await this.database.rows<{ source: string; by: string; at: Date }>(
      'select source, kept_by as by, kept_at as at from import_mapping',
    );
    return new Map(rows.map(({ source, ...kept }) => [source, kept]));
  }
}
