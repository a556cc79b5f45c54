import { Verdicts, type EntityVerdict } from '@risk/alerting';
import type { Tier } from '@risk/domain';
import type { Transaction } from '@risk/kit';
import { CityOn, POLICY, type CityStores } from '../../../alerting/src/testing/city.js';
import { verdict } from '../../../alerting/src/testing/verdicts.js';
import type { Database } from '../database.js';
import { PgDuties } from '../life/pg-duties.js';
import { PgLife } from '../life/pg-life.js';
import { PgQuiet } from '../life/pg-quiet.js';
import { PgTellingContext } from '../life/pg-telling-context.js';
import { PgTelling } from '../life/pg-telling.js';
import { PgAlerts } from '../pg-alerts.js';
import { PgUnitOfWork } from '../pg-unit-of-work.js';

/** A transaction that was cut off at its end, as by a crash. */
export class Crash extends Error {}

/** Commits, or crashes just before the commit when a test says so. */
class CrashingWork extends PgUnitOfWork {
  crashes = 0;

  override run<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
    return super.run(async (tx) => {
      const result = await work(tx);
      if (this.crashes > 0) {
        this.crashes -= 1;
        throw new Crash('cut off before the commit');
      }
      return result;
    });
  }
}

/** Answers with what the alert stands on. */
class Echo extends Verdicts {
  of(
    _tx: Transaction,
    asked: readonly { readonly entityId: string; readonly index: EntityVerdict['index'] }[],
  ): Promise<EntityVerdict[]> {
    return Promise.resolve(
      asked.map(({ entityId, index }) => ({ ...verdict(entityId, index.tier), index })),
    );
  }
}

/** A city over PostgreSQL. */
export class PgCity extends CityOn {
  readonly work: CrashingWork;

  constructor(readonly database: Database) {
    const work = new CrashingWork(database);
    const ties = ['representative', 'shareholder', 'address', 'phone', 'parent'] as const;
    const stores: CityStores = {
      alerts: new PgAlerts(),
      life: new PgLife(),
      duties: new PgDuties(),
      telling: new PgTelling(),
      context: new PgTellingContext(ties),
      quiet: new PgQuiet(),
      verdicts: new Echo(),
      work,
      lastLine: async (alertId) => {
        const sql = 'select max(id)::text as id from alert_change where alert_id = $1';
        return (await database.rows<{ id: string | null }>(sql, [alertId]))[0]?.id ?? null;
      },
    };
    super(stores, POLICY);
    this.work = work;
  }

  /** `office/liaison raised:red#1` for each notice by e-mail, in order. */
  async mails(): Promise<string[]> {
    const sql =
      "select recipient || ' ' || step as line from notice where channel = 'email' order by id";
    return (await this.database.rows<{ line: string }>(sql)).map(({ line }) => line);
  }

  alerts() {
    return this.database.rows<{
      id: string;
      entity_id: string;
      tier: Tier;
      stage: string;
      status: string;
      merged_into: string | null;
      group_id: string | null;
    }>('select id, entity_id, tier, stage, status, merged_into, group_id from alert order by id');
  }

  duties() {
    return this.database.rows<{ line: string; round: number }>(
      `select unit || ' ' || kind as line, round from duty
       where done_at is null and void_at is null order by id`,
    );
  }
}
