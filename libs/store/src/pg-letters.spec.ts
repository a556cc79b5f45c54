import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { RaiseAlerts } from '@risk/alerting';
import { TellNobody } from '../../alerting/src/testing/tell-nobody.js';
import { verdict } from '../../alerting/src/testing/verdicts.js';
import { daysAgo, NOW } from '../../assessment/src/testing/judged.js';
import { Story } from '../../assessment/src/testing/knowledge-bed.js';
import { feedRecord } from '../../assessment/src/testing/judged.js';
import {
  exportOf,
  letterOn,
  promisesOfLetterStores,
} from '../../cases/src/testing/letter-stores.contract.js';
import { FakeClock } from '../../kit/src/testing/fake-clock.js';
import { PgAlerts } from './pg-alerts.js';
import { PgCreditExports } from './pg-credit-exports.js';
import { PgLetterSource } from './pg-letter-source.js';
import { PgLetters } from './pg-letters.js';
import { removeSamples } from './remove-samples.js';
import { emptyPgBed } from './testing/pg-bed.js';
import { storeDatabase } from './testing/store-database.js';

let db: Awaited<ReturnType<typeof storeDatabase>>;
const [letters, exports, source] = [new PgLetters(), new PgCreditExports(), new PgLetterSource()];
beforeAll(async () => {
  db = await storeDatabase();
});
afterAll(() => db.drop());

/** Empty tables but for one entity with one alert. */
async function begin(sample = false) {
  const story = new Story(await emptyPgBed(db.database));
  const { work } = story.bed;
  const entityId = await story.foundAs(['uscc:91431002MA4L000017', 'name:甲公司'], { sample });
  const use = new RaiseAlerts(new PgAlerts(), new TellNobody(), new FakeClock());
  await work.run((tx) => use.run(tx, [{ ...verdict(entityId, 'red'), sample }]));
  const [alert] = await db.database.rows<{ id: string }>('select id from alert');
  return { story, work, letters, exports, alertId: alert!.id, entityId };
}

describe('the stores of letters in PostgreSQL', () => {
  promisesOfLetterStores(begin);
});

describe('what was signed', () => {
  it.each(['letter', 'credit_export'])(
    '%s cannot be changed, removed or emptied',
    async (table) => {
      const { work, alertId, entityId } = await begin();
      await work.run((tx) => letters.keep(tx, letterOn(alertId)));
      await work.run((tx) => exports.keep(tx, exportOf(entityId)));
      for (const sql of [
        `update ${table} set because = 'x'`,
        `delete from ${table}`,
        `truncate ${table} cascade`,
      ])
        await expect(db.database.rows(sql)).rejects.toThrow(/只能追加|只许追加/);
      expect(await db.database.rows(`select 1 from ${table}`)).toHaveLength(1);
    },
  );

  it('keeps its alert, too', async () => {
    const { work, alertId } = await begin();
    await work.run((tx) => letters.keep(tx, letterOn(alertId)));
    await expect(db.database.rows('delete from alert')).rejects.toThrow('签发的文书');
  });

  it('on a sample goes with the samples', async () => {
    const { work, alertId } = await begin(true);
    await work.run((tx) => letters.keep(tx, letterOn(alertId)));
    await work.run((tx) => removeSamples(tx, []));
    expect(await db.database.rows('select 1 from letter')).toEqual([]);
  });
});

const register = (entityId: string, story: Story, id: string, payload: object, ago = 1) => {
  const record = feedRecord('registration', id, {
    occurredAt: daysAgo(ago),
    payload: { name: '甲公司', ...payload },
  });
  return story.tell(record, { about: [entityId], role: 'subject', signals: [] });
};

describe('what the register says of a firm', () => {
  const read = (work: Story['bed']['work'], id: string) =>
    work.run((tx) => source.registered(tx, id));

  it('is what the latest registration says, whatever part of the firm it is about', async () => {
    const { story, work, entityId } = await begin();
    const draft = await story.found('name:甲');
    const shareholders = [
      { name: '甲某', share: 60 },
      { name: '乙合伙', kind: '企业法人' },
    ];
    const told = { legalRepresentative: '旧人', address: '旧址', shareholders };
    await register(draft, story, 'r1', told, 9);
    await register(draft, story, 'r2', { legalRepresentative: '新人' }, 2);
    await story.merge(draft, entityId);
    for (const id of [entityId, draft])
      expect(await read(work, id)).toMatchObject({
        name: '甲公司',
        uscc: '91431002MA4L000017',
        representative: '新人',
        shareholders: [
          { name: '甲某', share: 60 },
          { name: '乙合伙', share: null },
        ],
        address: '旧址',
        regionCode: '431002',
      });
  });

  it('is never what a complaint says', async () => {
    const { story, work, entityId } = await begin();
    const payload = { text: '举报', legalRepresentative: '举报人', address: '举报人住址' };
    await story.complaint(entityId, 'c1', { payload });
    await story.tell(feedRecord('complaint', 'c2', { payload }), {
      about: [entityId],
      role: 'subject',
    });
    expect(await read(work, entityId)).toMatchObject({
      representative: null,
      shareholders: [],
      address: null,
    });
    await expect(read(work, '999')).rejects.toThrow('没有主体');
  });
});

describe('the finding in force', () => {
  const step = (alertId: string, kind: string) =>
    db.database.rows(
      `insert into alert_change (alert_id, kind, to_tier, news, at, source, by, unit, because)
       values ($1, $2, 'red', '{}', $3, 'person', '李某', 'jrb', '三性具备')`,
      [alertId, kind, NOW],
    );
  const outcome = (entityId: string, verdict: string) =>
    db.database.rows(
      `insert into outcome (entity_id, verdict, scheme, decided_by, because, decided_at)
       values ($1, $2, $3, '李某', '查', $4)`,
      [entityId, verdict, verdict === 'confirmed' ? 'pyramid-selling' : null, NOW],
    );

  it.each<[string, string[], string[], Record<string, unknown> | null]>([
    ['none', [], [], null],
    ['a step', ['verifying', 'confirmed'], [], { unit: 'jrb', because: '三性具备', scheme: null }],
    ['with its outcome', ['confirmed'], ['confirmed'], { scheme: 'pyramid-selling' }],
    ['handed over since', ['confirmed', 'transferred'], [], { unit: 'jrb' }],
    ['opened anew', ['confirmed', 'reopened'], [], null],
    ['refuted', ['confirmed', 'refuted'], [], null],
    ['another outcome', ['confirmed'], ['confirmed', 'refuted'], null],
  ])('%s', async (_name, steps, outcomes, finding) => {
    const { work, alertId, entityId } = await begin();
    for (const kind of steps) await step(alertId, kind);
    for (const verdict of outcomes) await outcome(entityId, verdict);
    const found = await work.run((tx) => source.findingOf(tx, alertId));
    if (finding === null) expect(found).toBeNull();
    else expect(found).toMatchObject(finding);
  });

  it('that never left is named until its penalty left', async () => {
    const { work, entityId, story } = await begin();
    const other = await story.found('name:乙');
    await outcome(entityId, 'confirmed');
    await outcome(other, 'refuted');
    const unexported = () => work.run((tx) => exports.unexported(tx, 10));
    expect(await unexported()).toEqual([{ entityId, name: '甲公司' }]);
    await work.run((tx) => exports.keep(tx, exportOf(entityId)));
    expect(await unexported()).toEqual([]);
  });
});

describe('whose an alert is', () => {
  it('is told of those that are there', async () => {
    const { work, alertId, entityId } = await begin();
    await db.database.rows(
      `insert into duty (alert_id, unit, role, kind, subject, because, opened_at, due_at, first_due_at)
       values ($1, 'scj', 'lead', 'answer', '反馈', '期限', $2, $2, $2)`,
      [alertId, NOW],
    );
    expect(await work.run((tx) => source.placesOf(tx, [alertId, '999']))).toEqual([
      { alertId, entityId, regionCode: '431002', lead: 'scj' },
    ]);
  });
});
