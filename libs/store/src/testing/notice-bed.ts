import type { NoticeDraft } from '@risk/alerting';
import type { Tier } from '@risk/domain';
import { noticeAddressee, noticeDraft } from '../../../alerting/src/testing/notices.js';
import { index } from '../../../alerting/src/testing/verdicts.js';
import type { Database } from '../database.js';
import { keepNotices } from '../keep-notices.js';
import { clientOf, PgUnitOfWork } from '../pg-unit-of-work.js';
import { emptyTables } from './empty-tables.js';

export const AT = new Date('2026-11-05T10:00:00+08:00');

/** Alerts and notices put straight into the tables. */
export class NoticeBed {
  constructor(readonly database: Database) {}

  async empty(): Promise<void> {
    await emptyTables(this.database, 'entity', 'alert', 'notice', 'notice_decision');
  }

  /** An open alert of an entity of its own. */
  async alert(tier: Tier, news: string[] = []): Promise<string> {
    const [row] = await this.database.rows<{ id: string }>(
      `with made as (
         insert into entity (root_id, identity, name, folded_name, provisional, founded_at, sample)
         select coalesce(max(id), 0) + 1, 'name:' || coalesce(max(id), 0) + 1, '甲', 'x', true, $1, false from entity
         returning id
       )
       insert into alert (entity_id, entity_name, region_code, status, tier, index, raised_at, changed_at,
         revision, sample)
       select id, '甲公司', '431002', 'open', $2, $3, $1, $1, 1, false from made returning id`,
      [AT, tier, JSON.stringify(index(tier))],
    );
    await this.change(row!.id, 'raised', tier, news);
    return row!.id;
  }

  async change(alertId: string, kind: string, to: Tier, news: string[] = []): Promise<string> {
    await this.database.rows('update alert set tier = $2 where id = $1', [alertId, to]);
    const [row] = await this.database.rows<{ id: string }>(
      `insert into alert_change (alert_id, kind, to_tier, news, at) values ($1, $2, $3, $4, $5) returning id`,
      [alertId, kind, to, news, AT],
    );
    return row!.id;
  }

  async keep(...drafts: Partial<NoticeDraft>[]): Promise<void> {
    const whole = drafts.map((over) =>
      noticeDraft({
        notBefore: AT,
        ...(over.alertId ? { kind: 'alert', said: null } : {}),
        ...over,
      }),
    );
    await new PgUnitOfWork(this.database).run((tx) => keepNotices(clientOf(tx), whole, AT));
  }

  states(): Promise<Record<string, string>> {
    return this.database
      .rows<{ id: string; state: string }>('select id, state from notice order by id')
      .then((rows) => Object.fromEntries(rows.map((row) => [row.id, row.state])));
  }
}

/** Somebody else to write to. */
export const recipient = (key: string, unit = 'finance-office') =>
  noticeAddressee({ unit, recipient: { key, title: '联络员', email: `${key}@example.invalid` } });
