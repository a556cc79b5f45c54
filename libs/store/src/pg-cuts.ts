import { CutStore, type KeptCuts } from '@risk/assessment';
import { ALERT_TIERS, type TierCuts } from '@risk/domain';
import type { Transaction } from '@risk/kit';
import { clientOf } from './pg-unit-of-work.js';

const LAST = `
  select at, scoring, because, red, orange, yellow, blue from tier_cut
  where at <= $1 order by at desc, id desc limit 1
`;

const SCORES = `
  select score from entity e
  where root_id = id and score >= $1::float8
    and sample = not exists (select from entity where root_id = id and not sample and score >= $1::float8)
  order by score desc
`;

const KEEP = `
  insert into tier_cut (at, red, orange, yellow, blue, scoring, because) values ($1, $2, $3, $4, $5, $6, $7)
`;

const REACHING = `
  select id from entity
  where root_id = id and (
    (score >= $1::float8 and tier <> 'red')
    or (score >= $2::float8 and tier not in ('red', 'orange'))
    or (score >= $3::float8 and tier not in ('red', 'orange', 'yellow'))
    or (score >= $4::float8 and tier = 'none'))
  order by id
`;

type CutRow = TierCuts & Omit<KeptCuts, 'cuts'>;

/** Keeps every change of the cuts in PostgreSQL. */
export class PgCuts extends CutStore {
  /** Waits for cuts that are being moved, and lets none move until the transaction ends. */
  async at(tx: Transaction, at: Date): Promise<KeptCuts | null> {
    await clientOf(tx).query('lock table tier_cut in row share mode');
    const { rows } = await clientOf(tx).query<CutRow>(LAST, [at]);
    return rows[0] ? keptOf(rows[0]) : null;
  }

  async standing(tx: Transaction): Promise<KeptCuts | null> {
    await clientOf(tx).query('lock table tier_cut in exclusive mode');
    const { rows } = await clientOf(tx).query<CutRow>(LAST, ['infinity']);
    return rows[0] ? keptOf(rows[0]) : null;
  }

  async scores(tx: Transaction, lowest: number): Promise<number[]> {
    const { rows } = await clientOf(tx).query<{ score: number }>(SCORES, [lowest]);
    return rows.map((row) => row.score);
  }

  async keep(tx: Transaction, { at, cuts, scoring, because }: KeptCuts): Promise<void> {
    const values = [at, ...ALERT_TIERS.map((tier) => cuts[tier]), scoring, because];
    await clientOf(tx).query(KEEP, values);
  }

  async reaching(tx: Transaction, cuts: TierCuts): Promise<string[]> {
    const { rows } = await clientOf(tx).query<{ id: string }>(
      REACHING,
      ALERT_TIERS.map((tier) => cuts[tier]),
    );
    return rows.map((row) => row.id);
  }
}

const keptOf = ({ at, scoring, because, red, orange, yellow, blue }: CutRow): KeptCuts => ({
  at,
  cuts: { red, orange, yellow, blue },
  scoring,
  because,
});
