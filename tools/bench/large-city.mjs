// A city of a year, filled with sets and always the same: a million records, and a day on which everything happens.

/** What the daily of 27 November tells of: every alert falls into it, with 50,000 records. */
export const LARGE_DAY = {
  since: new Date('2026-11-26T08:30:00+08:00'),
  until: new Date('2026-11-27T08:30:00+08:00'),
};
const OLDER_ALERTS = 1_000;
const CHUNK = 50_000;

/** How large it is where nobody asks for another size. */
const USUAL = { records: 1_000_000, entities: 100_000, alerts: 10_000 };

const SINCE = `timestamptz '2026-11-26 08:30+08'`;

/** A number below `below` that looks random and is the same for the same n. */
const dice = (n, below, salt = 0) =>
  `(abs(hashint8(${n}::bigint + ${salt} * 1000003::bigint)::bigint) % ${below})::int`;

const REGIONS = `array['431002','431003','431021','431022','431023','431024','431025','431026','431027','431028','431081']`;
/** Those that most is sent to: units and counties of config/units.yaml. */
const UNITS = `array['jrb','gaj','scjgj','rh','jgfj','mzj','nyncj','zjj','wxb','beihu','suxian','guiyang','yizhang','yongxing','jiahe','linwu','rucheng','guidong','anren','zixing']`;
const region = (n) => `(${REGIONS})[1 + ${dice(n, 11, 1)}]`;

/** Six in ten records are registrations, a quarter complaints; each feed has its sources. */
const feed = `case when ${dice('n', 20)} < 12 then 'registration' when ${dice('n', 20)} < 17 then 'complaint'
  else 'advertisement' end`;
const source = `case ${feed}
  when 'registration' then 'registry-' || ${dice('n', 2, 2)}
  when 'complaint' then 'hotline-' || ${dice('n', 4, 2)}
  else 'media-' || ${dice('n', 4, 2)} end`;

/** The year before the day, then the day itself, on which one record in twenty falls. */
const received = (records) => {
  const ofDay = records / 20;
  const before = records - ofDay;
  return `case when n <= ${before}
    then ${SINCE} - interval '364 days' + interval '364 days' * n / ${before + 1}
    else ${SINCE} + interval '1 day' * (n - ${before} - 1) / ${ofDay} end`;
};

const words = (n, times) =>
  `(select string_agg(md5((${n} * 31 + w)::text), '，') from generate_series(1, ${times}) w)`;

const recordsOf = (records) => `
  insert into record (id, feed, source, source_id, fingerprint, occurred_at, received_at, day, operation, door, origin,
    region_code, changes, related, payload, reporter_key, secret, sample, current)
  overriding system value
  select n, feed, source, 'piece-' || n, md5(n::text), at - interval '1 hour' * ${dice('n', 40, 3)}, at,
    (at at time zone 'Asia/Shanghai')::date, 'upsert', 'api', '{"topic":"records","partition":0}',
    ${region('n')}, 0, '{}', jsonb_build_object('title', md5(n::text), 'text', ${words('n', 8)}),
    case when feed = 'complaint' and ${dice('n', 5, 4)} > 1 then 'reporter-' || ${dice('n', 60_000, 5)} end,
    false, false, true
  from (select n, ${feed} as feed, ${source} as source, ${received(records)} as at from generate_series($1::bigint, $2::bigint) n) r
`;

/** How often something was said of an entity that moved its index. */
const indicesOf = (records) => (records * 3) / 10;

/** The statements that fill a city of a size, in their order. */
function statementsOf({ records, entities, alerts }) {
  const indices = indicesOf(records);
  /** Whom a record is about: complaints and advertisements mostly about those that are alerted. */
  const entity = `case when r.feed = 'registration' then 1 + ${dice('r.id', entities, 6)}
    else 1 + ${dice('r.id', alerts * 2, 6)} end`;

  const LINK = `
    insert into entity_link
    select r.id, ${entity}, case when r.feed = 'registration' then 'subject' else 'target' end, 1, '文中写明名称', '{}'
    from record r where r.id between $1 and $2
  `;

  const said = (
    code,
  ) => `json_build_object('engine', 'keywords', 'code', 'CODE-' || ${code}, 'dimension', 'inducement',
    'weight', 40, 'because', '文中承诺保本付息，年化收益远高于市场水平', 'evidence', json_build_object('field', 'text',
    'start', 3, 'end', 9, 'quote', '保本付息'), 'transforms', '[]'::json, 'suppressed', null, 'elements',
    json_build_array('inducement'), 'scheme', 'illegal-fundraising', 'halfLifeDays', 90)`;

  const ASSESSMENT = `
    insert into assessment
    select r.id, 20, 'none', case when r.feed = 'advertisement' and ${dice('r.id', 10, 7)} = 0 then 5 + ${dice('r.id', 60, 8)} end,
      json_build_object('score', 20, 'tier', 'none', 'categories', '[]'::json, 'dimensions', json_build_object('compliance', 0,
        'inducement', 40, 'spread', 0, 'complaint', 0, 'relation', 0), 'elements', json_build_object('illegality', false,
        'publicity', false, 'inducement', true, 'sociality', false), 'annualYieldPercent', null, 'signals',
        case when ${dice('r.id', 10, 9)} = 0 then json_build_array(${said(dice('r.id', 40, 10))}, ${said(dice('r.id', 40, 11))})
        else '[]'::json end, 'version', json_build_object('lexicon', 'l1', 'rules', 'r1', 'model', 'm1', 'scoring', 's1')),
      r.received_at
    from record r where r.id between $1 and $2
  `;

  const SIGNAL = `
    insert into signal
    select ${entity}, r.id, 'keywords', 'CODE-' || code, 'inducement', 40, 1, '文中承诺保本付息，年化收益远高于市场水平',
      '{"field":"text","start":3,"end":9,"quote":"保本付息"}', '{}', '{inducement}', 'illegal-fundraising', 90, r.occurred_at
    from record r, unnest(array[${dice('r.id', 40, 10)}, ${dice('r.id', 40, 11)}]) code
    where r.id between $1 and $2 and ${dice('r.id', 10, 9)} = 0
  `;

  const ENTITY = `
    insert into entity (id, root_id, identity, name, folded_name, provisional, region_code, founded_at, sample)
    overriding system value
    select n, n, 'name:' || n, '郴州某某' || n || '投资咨询有限公司', 'firm ' || n, false, ${region('n')},
      ${SINCE} - interval '365 days', false
    from generate_series(1, ${entities}) n
  `;

  /** Some firms were found to be one with another. */
  const MERGE = `
    insert into entity_merge (member_id, into_id, because, merged_at)
    select ${entities} - n, n, '统一社会信用代码相同', ${SINCE} - interval '1 day' * n / 10 from generate_series(1, 500) n
  `;

  const tier = (n) =>
    `(array['red','orange','orange','yellow','yellow','yellow','blue','blue','blue','blue'])[1 + ${dice(n, 10, 12)}]`;
  const scheme = (n) =>
    `(array['illegal-fundraising','illegal-lending','pyramid-selling','pension-fraud'])[1 + ${dice(n, 4, 13)}]`;

  /** An index as the engines write it: eight reasons with their sentences. */
  const index = (
    n,
    score,
  ) => `jsonb_build_object('score', ${score}, 'tier', ${tier(n)}, 'scheme', ${scheme(n)},
    'dimensions', '{"compliance":10,"inducement":80,"spread":20,"complaint":30,"relation":0}'::jsonb,
    'elements', '{"illegality":true,"publicity":false,"inducement":true,"sociality":false}'::jsonb,
    'reasons', (select jsonb_agg(jsonb_build_object('code', 'CODE-' || ${dice(`${n} + reason`, 40, 14)}, 'dimension',
      'inducement', 'points', 40 - reason, 'because', '文中承诺保本付息，年化收益远高于市场水平', 'times', reason, 'quote', '保本付息'))
      from generate_series(1, 8) reason),
    'missing', '["没有登记信息"]'::jsonb, 'version', '{"lexicon":"l1","rules":"r1","model":"m1","scoring":"s1"}'::jsonb)`;

  /** The last tenth of the history falls on the day, one line for each alerted firm and for as many others. */
  const INDEX = `
    insert into entity_index (entity_id, at, score, tier, index)
    select entity, at, score, ${tier('entity')}, ${index('entity', 'score')}
    from (
      select 1 + (n - 1) % ${alerts * 2} as entity, 10 + ${dice('n', 90, 15)} as score,
        case when n <= ${indices - alerts * 2} then ${SINCE} - interval '300 days' + interval '300 days' * n / ${indices}
          else ${SINCE} + interval '23 hours' * (n - ${indices - alerts * 2}) / ${alerts * 2} end as at
      from generate_series($1::bigint, $2::bigint) n
    ) line
  `;

  const raisedAt = (
    n,
  ) => `case when ${n} <= ${OLDER_ALERTS} then ${SINCE} - interval '1 day' * (1 + ${dice(n, 200, 16)})
    else ${SINCE} + interval '23 hours' * (${n} - ${OLDER_ALERTS}) / ${alerts} + interval '5 seconds' end`;

  /** The older ones first; then those of the day, each about a firm of its own. */
  const ALERT = `
    insert into alert (id, entity_id, entity_name, region_code, status, tier, index, raised_at, changed_at, revision, sample)
    overriding system value
    select n, ${alerts + OLDER_ALERTS} - n + 1, '郴州某某' || n || '投资咨询有限公司', ${region('n')}, 'open', ${tier('n')},
      ${index('n', 60)}, ${raisedAt('n')}, ${SINCE}, 1, false
    from generate_series(1, ${alerts + OLDER_ALERTS}) n
  `;

  const line = (kind, which, stages, after) => `
    insert into alert_change (alert_id, kind, from_tier, to_tier, news, at, source, by, unit, because, from_stage, to_stage)
    select a.id, '${kind}', a.tier, a.tier, '{}', a.raised_at + interval '${after}', 'person', '张某', 'jrb', '情况属实', ${stages}
    from alert a where ${which} order by a.id
  `;
  const CHANGES = [
    `insert into alert_change (alert_id, kind, to_tier, news, at)
     select id, 'raised', tier, '{}', raised_at from alert order by id`,
    line('acknowledged', 'a.id % 3 = 0', `'raised', 'acknowledged'`, '1 minute'),
    line('verifying', 'a.id % 6 = 0', `'acknowledged', 'verifying'`, '5 minutes'),
    line('refuted', 'a.id % 12 = 0', `'verifying', 'refuted'`, '9 minutes'),
    line('closed', 'a.id % 24 = 0', `'refuted', 'closed'`, '12 minutes'),
    line('merged', 'a.id % 50 = 1', `'raised', 'raised'`, '15 minutes'),
    `insert into alert_change (alert_id, kind, from_tier, to_tier, news, at)
     select id, 'upgraded', 'blue', tier, '{}', ${SINCE} + interval '1 minute' * id from alert
     where id <= ${OLDER_ALERTS} and id % 2 = 0 order by id`,
  ];

  const unit = (n) => `(${UNITS})[1 + ${dice(n, 20, 17)}]`;
  const DUTIES = `
    insert into duty (alert_id, unit, role, kind, because, opened_at, due_at, first_due_at, done_at, done_by)
    select a.id, ${unit('a.id')}, 'lead', kind, '属地', a.raised_at, a.raised_at + due, a.raised_at + due,
      case when a.id % 3 = 0 and kind = 'acknowledge' then a.raised_at + interval '1 minute' end,
      case when a.id % 3 = 0 and kind = 'acknowledge' then '张某' end
    from alert a, (values ('acknowledge', interval '2 hours'), ('answer', interval '3 days')) owed (kind, due)
    where a.id > ${OLDER_ALERTS}
  `;

  const notice = (step, kind, role, duty, from) => `
    insert into notice (alert_id, step, unit, channel, addressee, state, not_before, created_at, kind, recipient, duty_id)
    select a.id, ${step}, ${unit('a.id')}, channel, jsonb_build_object('unit', ${unit('a.id')}, 'role', '${role}', 'because', '属地'),
      'sent', a.raised_at, a.raised_at + interval '3 hours' * ${kind === 'alert' ? 0 : 1}, '${kind}', ${unit('a.id')} || '/liaison', ${duty}
    from ${from}`;
  const NOTICES = [
    notice(
      `'raised:' || a.tier`,
      'alert',
      'lead',
      'null',
      `alert a, unnest(array['email','inbox','webhook:oa']) channel where a.id > ${OLDER_ALERTS}`,
    ),
    notice(
      `'acknowledge#' || d.id || '.1:overdue-1'`,
      'escalation',
      'lead',
      'd.id',
      `alert a join duty d on d.alert_id = a.id and d.kind = 'acknowledge', unnest(array['email']) channel`,
    ),
  ];

  const JUDGEMENTS = [
    `insert into tier_decision (entity_id, from_tier, to_tier, decided_by, because, decided_at, model_tier, model_score, versions)
     select n * 7, null, 'yellow', '张某', '核实', ${SINCE} + interval '1 minute' * n, 'orange', 60, '{}' from generate_series(1, 500) n`,
    `insert into outcome (entity_id, verdict, scheme, losses, people, decided_by, because, decided_at)
     select n * 5, (array['confirmed','refuted','administrative'])[1 + n % 3], 'illegal-fundraising', n * 1000, n, '李某', '函',
       ${SINCE} - interval '10 days' + interval '15 minutes' * n from generate_series(1, 1000) n`,
    `insert into handover (alert_id, facts, package_name, package_size, sha256, sm3, to_unit, duty_id, due_at, made_by, approver, made_at)
     select n * 20, '{"from":{"code":"jrb"}}', 'x.zip', 1, repeat('a', 64), repeat('b', 64), 'gaj', n, ${SINCE}, '张', '刘',
       ${SINCE} + interval '2 minutes' * n from generate_series(1, 500) n`,
    `insert into handover_receipt (handover_id, answer, number, received_on, entered_by, because, entered_at)
     select id, 'filed', '1', '2026-11-27', '张', '函', made_at + interval '1 hour' from handover where id % 2 = 0`,
  ];

  return {
    ENTITY,
    RECORD: recordsOf(records),
    LINK,
    ASSESSMENT,
    SIGNAL,
    INDEX,
    MERGE,
    ALERT,
    CHANGES,
    DUTIES,
    NOTICES,
    JUDGEMENTS,
  };
}

/** Fills empty, migrated tables of a database with the large city; says what it is at. */
export async function seedLargeCity(database, say = () => undefined, size = USUAL) {
  const city = statementsOf(size);
  const chunked = async (sql, count) => {
    for (let n = 1; n <= count; n += CHUNK)
      await asleep(database, sql, [n, Math.min(count, n + CHUNK - 1)]);
  };
  say('entities');
  await asleep(database, city.ENTITY);
  const { records } = size;
  say(`${records} records with links, assessments and signals`);
  for (const sql of [city.RECORD, city.LINK, city.ASSESSMENT, city.SIGNAL])
    await chunked(sql, records);
  say(`${indicesOf(records)} indices`);
  await chunked(city.INDEX, indicesOf(records));
  say('alerts, duties, notices');
  const { MERGE, ALERT, CHANGES, DUTIES, NOTICES, JUDGEMENTS } = city;
  for (const sql of [MERGE, ALERT, ...CHANGES, DUTIES, ...NOTICES, ...JUDGEMENTS])
    await asleep(database, sql);
  for (const table of ['record', 'entity', 'alert'])
    await database.rows(
      `select setval(pg_get_serial_sequence('${table}', 'id'), max(id)) from ${table}`,
    );
  say('vacuum');
  for (const table of TABLES) await database.rows(`vacuum (analyze) ${table}`);
}

const TABLES = [
  'record',
  'entity',
  'entity_link',
  'entity_merge',
  'assessment',
  'signal',
  'entity_index',
  'alert',
  'alert_change',
  'duty',
  'notice',
  'tier_decision',
  'outcome',
  'handover',
  'handover_receipt',
];

/** Foreign keys are true by construction: checking a million of them row by row is left out. */
const asleep = (database, sql, values = []) =>
  database.lend(async (client) => {
    await client.query(
      'begin; set local session_replication_role = replica; set local synchronous_commit = off',
    );
    try {
      await client.query(sql, values);
      await client.query('commit');
    } catch (error) {
      await client.query('rollback');
      throw error;
    }
  });
