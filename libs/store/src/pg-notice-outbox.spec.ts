import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Tier } from '@risk/domain';
import { minutes } from '@risk/kit';
import { addressee, verdict } from '../../alerting/src/testing/verdicts.js';
import { PgAlerts } from './pg-alerts.js';
import { PgNoticeOutbox } from './pg-notice-outbox.js';
import { PgUnitOfWork } from './pg-unit-of-work.js';
import { storeDatabase } from './testing/store-database.js';

const AT = new Date('2026-11-05T10:00:00+08:00');
const later = (n: number): Date => new Date(AT.getTime() + minutes(n));
let db: Awaited<ReturnType<typeof storeDatabase>>;
let outbox: PgNoticeOutbox;
const alerts = new PgAlerts();

beforeAll(async () => {
  db = await storeDatabase();
  outbox = new PgNoticeOutbox(db.database);
});
beforeEach(async () => {
  await db.database.rows('truncate entity, alert cascade');
  await db.database.rows(
    `insert into entity (id, root_id, identity, name, folded_name, provisional, founded_at, sample)
     overriding system value values (1, 1, 'name:x', '甲', 'x', true, $1, false)`,
    [AT],
  );
});
afterAll(() => db.drop());

async function raise(tier: Tier, units: string[], alertId: string | null = null): Promise<string> {
  const kind = alertId === null ? ('raised' as const) : ('upgraded' as const);
  await new PgUnitOfWork(db.database).run((tx) =>
    alerts.save(
      tx,
      [
        {
          alertId,
          verdict: verdict('1', tier),
          tier,
          personTier: null,
          change: {
            kind,
            from: null,
            to: tier,
            at: AT,
            source: 'model',
            decision: null,
            news: ['承诺保本'],
          },
          addressees: units.map((unit) => addressee({ unit, unitName: unit })),
        },
      ],
      AT,
    ),
  );
  const [row] = await db.database.rows<{ id: string }>('select id from alert');
  return row!.id;
}
const states = async () =>
  (await db.database.rows<{ state: string }>('select state from notice order by id')).map(
    (r) => r.state,
  );

describe('the outbox', () => {
  it('holds one notice a step and unit, also when the step is written twice', async () => {
    const id = await raise('orange', ['a', 'b']);
    await raise('red', ['a'], id);
    await raise('red', ['a'], id);
    const rows = await db.database.rows('select step, unit from notice order by id');
    expect(rows).toEqual([
      { step: 'raised:orange', unit: 'a' },
      { step: 'raised:orange', unit: 'b' },
      { step: 'upgraded:red', unit: 'a' },
    ]);
  });

  it('gives each notice to one of many senders', async () => {
    await raise(
      'orange',
      Array.from({ length: 40 }, (_, i) => `unit-${i}`),
    );
    const rounds = await Promise.all(
      Array.from({ length: 8 }, () => outbox.lease(10, AT, later(2))),
    );
    const ids = rounds.flat().map((n) => n.id);
    expect(new Set(ids).size).toBe(ids.length);
    const rest = await outbox.lease(100, AT, later(2));
    expect(ids.length + rest.length).toBe(40);
  });

  it('shows the alert as it is when it is leased, not as it was when it was raised', async () => {
    const id = await raise('orange', ['a']);
    await raise('red', [], id);
    const [notice] = await outbox.lease(1, AT, later(2));
    expect(notice?.alert).toMatchObject({ id, tier: 'red', revision: 2 });
    expect(notice?.addressee.dueAt).toEqual(addressee().dueAt);
  });

  it('waits until a retry is due', async () => {
    await raise('orange', ['a']);
    const [notice] = await outbox.lease(1, AT, later(2));
    await outbox.begin(notice!);
    await outbox.settle(notice!, { state: 'pending', notBefore: later(10), why: '451' }, AT);
    expect(await outbox.lease(1, later(9), later(11))).toEqual([]);
    expect((await outbox.lease(1, later(10), later(12)))[0]?.attempt).toBe(2);
  });

  it('takes a lease back that was never begun, and fences off its first holder', async () => {
    await raise('orange', ['a']);
    const [slow] = await outbox.lease(1, AT, later(2));
    const [quick] = await outbox.lease(1, later(3), later(5));
    expect(quick?.id).toBe(slow?.id);
    expect(await outbox.begin(slow!)).toBe(false);
    expect(await outbox.begin(quick!)).toBe(true);
    expect(await outbox.settle(slow!, { state: 'sent', where: 'x' }, later(4))).toBe(false);
    expect(await outbox.settle(quick!, { state: 'sent', where: 'x' }, later(4))).toBe(true);
    expect(await states()).toEqual(['sent']);
  });

  it('declares a notice unknown whose sender died while sending; it is not sent again', async () => {
    await raise('orange', ['a']);
    const [notice] = await outbox.lease(1, AT, later(2));
    await outbox.begin(notice!);
    expect(await outbox.declareLost(later(1))).toBe(0);
    expect(await outbox.declareLost(later(3))).toBe(1);
    expect(await states()).toEqual(['unknown']);
    expect(await outbox.lease(10, later(60), later(62))).toEqual([]);
  });
});

describe('alerts', () => {
  it('cannot be open twice for one entity', async () => {
    await raise('orange', []);
    await expect(raise('red', [])).rejects.toMatchObject({ kind: 'unavailable' });
  });
});
