import type { Walk } from './people.js';

interface Row {
  readonly id: string;
  readonly entityId: string;
  readonly tier: string;
}
interface Page<T> {
  readonly rows: readonly T[];
}

/** The queue and what is done with its alerts; answers those with which nothing was done. */
export async function walkAlerts(walk: Walk): Promise<readonly Row[]> {
  const { people, ask } = walk;
  const as = people.officer;
  const { rows } = await ask<Page<Row>>('get /api/alerts', { as });
  await ask('get /api/alerts', { as, asks: 'tier=red,orange&limit=2' });
  await ask('get /api/alerts/export', { as, asks: 'tier=red' });
  await ask('get /api/alerts/choices', { as });
  await ask('get /api/alerts/stream', { as });
  for (const { id } of rows.slice(0, 3)) await readOne(walk, id);
  await handle(walk, rows);
  await keepViews(walk);
  return rows.slice(6);
}

/** All that is to be read of one alert. */
export async function readOne({ people, ask }: Walk, id: string): Promise<void> {
  const wish = { as: people.officer, at: { id } };
  await ask('get /api/alerts/{id}', wish);
  await ask('get /api/alerts/{id}/life', wish);
  await ask('get /api/alerts/{id}/whole', wish);
  await ask('get /api/alerts/{id}/evidence', wish);
  await ask('get /api/alerts/{id}/not-higher', wish);
}

/** The number of what happened last with an alert. */
export async function lastStep({ people, ask }: Walk, id: string): Promise<string | null> {
  const { log } = await ask<{ log: readonly { id: string }[] }>('get /api/alerts/{id}/life', {
    ...{ as: people.officer, at: { id } },
  });
  return log.at(-1)?.id ?? null;
}

async function handle(walk: Walk, rows: readonly Row[]): Promise<void> {
  const { people, ask } = walk;
  const as = people.officer;
  const [first, second, third] = rows.map(({ id }) => id);
  const id = first ?? '';
  await ask('post /api/alerts/{id}/steps', {
    ...{ as, at: { id } },
    body: { kind: 'acknowledged', unit: 'jrb', because: '收到，即行核查' },
  });
  const merge = { into: second, unit: 'jrb', because: '同一线索', seen: await lastStep(walk, id) };
  await ask('post /api/alerts/{id}/merge', { as, at: { id }, body: merge });
  await ask('get /api/alerts/{id}/life', { as, at: { id: second ?? '' } });
  const unmerge = { unit: 'jrb', because: '并非同一线索', seen: await lastStep(walk, id) };
  await ask('post /api/alerts/{id}/unmerge', { as, at: { id }, body: unmerge });
  await ask('post /api/alerts/bulk', {
    as,
    body: {
      ...{ kind: 'acknowledged', because: '收到，即行核查' },
      alerts: [
        { id: second, seen: null },
        { id: third, seen: null },
        { id: '999999', seen: null },
      ],
    },
  });
}

async function keepViews({ people, ask }: Walk): Promise<void> {
  const as = people.officer;
  const view = { name: '红色和橙色', query: 'tier=red,orange', isShared: false };
  const { id } = await ask<{ id: string }>('post /api/alert-views', { as, body: view });
  await ask('get /api/alert-views', { as });
  await ask('post /api/alert-views/{id}', { as, at: { id }, body: { name: '红橙预警' } });
  await ask('post /api/alert-views/{id}/remove', { as, at: { id } });
}

/** What keeps units from being told. */
export async function walkQuiet({ people, ask, doors }: Walk, rows: readonly Row[]): Promise<void> {
  const as = people.officer;
  await ask('get /api/silences/choices', { as });
  const silence = {
    ...{ entity: rows[0]?.entityId, tiers: ['blue', 'yellow', 'orange', 'red'] },
    ...{ until: '2026-12-10T18:00:00+08:00', because: '正在联合检查，避免重复通知' },
  };
  const { id } = await ask<{ id: string }>('post /api/silences', { as, body: silence });
  await ask('get /api/silences', { as });
  await ask('get /api/silences/export', { as });
  await doors.arrange(HUSH, [rows[1]?.id]);
  await ask('get /api/hushed-alerts', { as });
  await ask('get /api/hushed-alerts/export', { as });
  await ask('get /api/floods', { as });
  await ask('get /api/floods/export', { as });
  const floods = await doors.arrange<{ id: string }>('select id from flood order by id');
  const [one, other] = floods.map((flood) => ({ id: flood.id }));
  const signed = { because: '已核对' };
  await ask('post /api/floods/{id}/release', { as, at: one ?? {}, body: signed });
  await ask('post /api/floods/{id}/drop', { as, at: other ?? {}, body: signed });
  await ask('post /api/silences/{id}/end', { as, at: { id }, body: { because: '检查结束' } });
}

/** Two new rules raised too much: their alerts wait until somebody has looked. */
const HUSH = `
  with flood as (
    insert into flood (code, opened_at) values ('AD-GUARANTEE', timestamptz '2026-11-22T10:00:00+08:00'), ('AD-RETURN', timestamptz '2026-11-22T10:00:00+08:00') returning id
  )
  insert into alert_hush (alert_id, change_id, cause, cause_id, because, since)
  select $1, c.id, 'flood', f.id, '新规则“AD-GUARANTEE”一次引发过多，等人核对', timestamptz '2026-11-22T10:00:00+08:00'
  from (select min(id) as id from flood) f, (select max(id) as id from alert_change where alert_id = $1) c
`;
