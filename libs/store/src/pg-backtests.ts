import type { Tier } from '@risk/domain';
import type { Listed, ListQuestion, Transaction } from '@risk/kit';
import { columnsOf } from './bulk.js';
import type { Database } from './database.js';
import { listPage, type ListTable } from './list-page.js';
import { clientOf } from './pg-unit-of-work.js';

/** Whom a backtest found to fare otherwise. */
export interface BacktestChange {
  readonly entityId: string;
  readonly change: string;
  readonly tierBase: Tier;
  readonly tierCandidate: Tier;
  readonly scoreBase: number;
  readonly scoreCandidate: number;
  readonly firstBase: Date | null;
  readonly firstCandidate: Date | null;
  readonly because: string;
}

/** The same with the name as it is now. */
export interface BacktestChangeLine extends BacktestChange {
  readonly name: string;
  readonly uscc: string | null;
}

/** A backtest that was kept. */
export interface KeptBacktest<Report> {
  readonly id: string;
  readonly by: string;
  readonly at: Date;
  readonly report: Report;
}

/** Orders of the list of changes. */
export type BacktestSort = 'rank' | 'scoreBase' | 'scoreCandidate';

const CHANGES: ListTable<BacktestSort> = {
  select: `c.entity_id as "entityId", e.name, e.uscc, c.change, c.tier_base as "tierBase",
    c.tier_candidate as "tierCandidate", c.score_base as "scoreBase", c.score_candidate as "scoreCandidate",
    c.first_base as "firstBase", c.first_candidate as "firstCandidate", c.because`,
  from: 'backtest_change c join entity e on e.id = c.entity_id',
  countFrom: 'backtest_change c',
  sorts: {
    rank: { sql: 'c.rank', type: 'integer' },
    scoreBase: { sql: 'c.score_base', type: 'float8' },
    scoreCandidate: { sql: 'c.score_candidate', type: 'float8' },
  },
  key: 'c.rank',
};

const KEEP = `
  insert into backtest_change (backtest_id, rank, entity_id, change, tier_base, tier_candidate, score_base,
    score_candidate, first_base, first_candidate, because)
  select $1, t.rank, t.entity_id, t.change, t.tier_base, t.tier_candidate, t.score_base, t.score_candidate,
    t.first_base, t.first_candidate, t.because
  from unnest($2::int[], $3::bigint[], $4::text[], $5::text[], $6::text[], $7::float8[], $8::float8[],
    $9::timestamptz[], $10::timestamptz[], $11::text[]) as t (rank, entity_id, change, tier_base, tier_candidate,
    score_base, score_candidate, first_base, first_candidate, because)
  join entity e on e.id = t.entity_id
`;

/** What backtests found, in PostgreSQL. */
export class PgBacktests<Report> {
  constructor(private readonly database: Database) {}

  /** Keeps a backtest and whom it changes something for, the graver first. */
  async keep(
    tx: Transaction,
    editionId: string,
    { by, at, report }: Omit<KeptBacktest<Report>, 'id'>,
    changes: readonly BacktestChange[],
  ): Promise<void> {
    const client = clientOf(tx);
    const { rows } = await client.query<{ id: string }>(
      'insert into backtest (edition_id, by, at, report) values ($1, $2, $3, $4) returning id',
      [editionId, by, at, JSON.stringify(report)],
    );
    if (changes.length === 0) return;
    const cells = changes.map((one, rank) => [
      ...[rank, one.entityId, one.change, one.tierBase, one.tierCandidate, one.scoreBase],
      ...[one.scoreCandidate, one.firstBase, one.firstCandidate, one.because],
    ]);
    await client.query(KEEP, [rows[0]?.id, ...columnsOf(cells, 10)]);
  }

  /** The last backtest of an edition; null while there is none. */
  async latest(editionId: string): Promise<KeptBacktest<Report> | null> {
    if (!/^\d{1,18}$/.test(editionId)) return null;
    const [row] = await this.database.rows<KeptBacktest<Report>>(
      'select id, by, at, report from backtest where edition_id = $1 order by id desc limit 1',
      [editionId],
    );
    return row ?? null;
  }

  /** Whom the last backtest of an edition changes something for; all kinds of change, or one. */
  changes(
    editionId: string,
    change: string | null,
    question: ListQuestion<BacktestSort>,
  ): Promise<Listed<BacktestChangeLine>> {
    const where = `c.backtest_id = (select max(id) from backtest where edition_id = $1::bigint)
      and ($2::text is null or c.change = $2)`;
    return listPage(this.database, CHANGES, { where, values: [editionId, change] }, question);
  }
}
