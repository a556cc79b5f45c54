import type { Database } from '../database.js';

/** Somebody of a unit with what decides on what they may do. */
export interface ColleagueLine {
  readonly name: string;
  readonly roles: readonly string[];
  /** Regions that they see; null is all. */
  readonly regions: readonly string[] | null;
}

const MOST = 500;

/** The people of a unit who can come in, from their accounts. */
export class PgColleagues {
  constructor(private readonly database: Database) {}

  of(unit: string, today: string): Promise<ColleagueLine[]> {
    return this.database.rows<ColleagueLine>(
      `select name, roles, regions from account
       where unit = $1 and state = 'active' and (valid_until is null or valid_until >= $2::date)
       order by name limit ${String(MOST)}`,
      [unit, today],
    );
  }

  /** Where an alert belongs. */
  async regionOf(alertId: string): Promise<string | null> {
    const [alert] = await this.database.rows<{ region: string | null }>(
      'select region_code as region from alert where id = $1',
      [alertId],
    );
    return alert?.region ?? null;
  }
}
