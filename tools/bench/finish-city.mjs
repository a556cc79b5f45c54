// What the house itself would have written beside the records of the large city, for the screens that show it.

/** What entities are known for, by which names, until when. */
const KNOWN = [
  `update entity e set score = i.score, tier = i.tier, index = i.index, indexed_at = i.at, evidence_at = i.at
   from (select distinct on (entity_id) * from entity_index order by entity_id, at desc, id desc) i
   where i.entity_id = e.id`,
  `insert into entity_key (kind, value, entity_id, known_at) select 'name', name, id, founded_at from entity`,
  `update alert a set due_at = d.due_at, feeds = '{complaint}' from (
     select alert_id, min(due_at) as due_at from duty where done_at is null and void_at is null group by 1
   ) d where d.alert_id = a.id`,
];

/** Why nobody is told of every fiftieth alert: one cause in two is a silence, the other a flood. */
const QUIET = [
  `insert into silence (region, tiers, owner, because, starts_at, ends_at, made_at)
   select '431002', '{blue}', '张某', '集中整治期间', now() - interval '1 day', now() + interval '1 day' * n, now()
   from generate_series(1, 60) n`,
  `insert into flood (code, opened_at) select 'CODE-' || n, now() - interval '1 hour' * n from generate_series(1, 40) n`,
  `insert into alert_hush (alert_id, change_id, cause, cause_id, because, since)
   select c.alert_id, c.id, (array['silence','flood'])[1 + c.alert_id / 50 % 2], 1 + c.alert_id % 40, '集中整治期间', c.at
   from alert_change c where c.kind = 'raised' and c.alert_id % 50 = 0`,
];

/** What every source delivered on each day. */
const BOOKS = `
  insert into intake_ledger (day, source, feed, door, received, stored, duplicate, dead_lettered, last_at)
  select day, source, feed, 'kafka', count(*), count(*), 0, 0, max(received_at) from record group by day, source, feed`;

const hashOf = (n) =>
  `case when ${n} = 0 then repeat('0', 64) else md5((${n})::text) || md5('') end`;

/** Who looked at what: one line for every five records, chained as the house chains them. */
const TRAIL = `
  insert into audit_line (seq, algorithm, at, who, account_id, roles, action, subject, address, outcome, previous, hash)
  select n, 'sm3', now() - interval '1 year' + interval '1 second' * n, '监测员' || n % 50, n % 50, '{monitor}',
    (array['alerts.read','entities.read','records.read'])[1 + n % 3], 'alert:' || n % 5000, '10.0.0.9',
    case when n % 100 = 0 then 'refused' else 'done' end, ${hashOf('(n - 1)')}, ${hashOf('n')}
  from generate_series(1, (select count(*) / 5 from record)) n`;

const TABLES = ['entity', 'entity_key', 'alert', 'alert_hush', 'intake_ledger', 'audit_line'];

/** Writes it all, and lets the database count anew. */
export async function finishCity(database) {
  const swept = TABLES.map((table) => `vacuum (analyze) ${table}`);
  for (const sql of [...KNOWN, ...QUIET, BOOKS, TRAIL, ...swept]) await database.rows(sql);
}
