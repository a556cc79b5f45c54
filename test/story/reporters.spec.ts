import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { permissionsOf, type Person } from '@risk/access';
import { openHouse, type House } from '@risk/assembly';
import { WHOLE_CITY, type FeedRecord } from '@risk/domain';
import { SilentLog } from '@risk/kit';
import { readEnvironment } from '@risk/settings';
import { FakeClock } from '../../libs/kit/src/testing/fake-clock.js';
import { alertFacts } from '../../apps/api/src/alert-facts.js';
import { alertPage } from '../../apps/api/src/pages/alert-page.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';

const FIRM = '郴州鑫源聚财投资咨询有限公司';
const REPORTER = { name: '廖金雀', phone: '13907350000', idNumber: '43100219600101123X' };
/** What nobody may ever read but in the vault. */
const CANARIES = ['廖金雀', '13907350000', '43100219600101123X', '燕泉路77号', '上洞村9组'];
const TEXT =
  `我叫廖金雀，身份证43100219600101123X，家住北湖区燕泉路77号，老家我是白露塘镇上洞村9组的。` +
  `${FIRM}在酒店开会，承诺保本保息，月息3分，廖 金 雀投了十万，现在无法提现，老板失联。` +
  `请打我的电话139-0735-0000，或者一三九〇七三五〇〇〇〇。`;

/** Whoever sees most of an alert. */
const OFFICE_WORKER: Person = {
  ...{ kind: 'person', id: '1', name: '张某', unit: 'jrb', sample: false },
  roles: ['monitor', 'verifier', 'director'],
  permissions: permissionsOf(['monitor', 'verifier', 'director']),
  sight: WHOLE_CITY,
};

/** A reporter tells everything of herself in the text; nothing of it is found outside the vault. */
describe('who reported', () => {
  let dir: string;
  let made: TestDatabase;
  let house: House;
  const clock = new FakeClock('2026-11-02T09:00:00+08:00');

  const send = (feed: 'complaint' | 'advertisement', envelope: object, door = 'http') =>
    house.process.run([
      {
        feed,
        door: door as 'http',
        bytes: Buffer.from(JSON.stringify(envelope)),
        origin: {},
      },
    ]);
  const complaint = (sourceId: string, payload: object) => ({
    source: 'hotline-12345',
    sourceId,
    occurredAt: clock.now().toISOString(),
    payload: { channel: '12345', regionCode: '431002', ...payload },
  });

  beforeAll(async () => {
    dir = await mkdtemp(join(tmpdir(), 'risk-reporters-'));
    made = await createTestDatabase();
    house = await openHouse({
      environment: readEnvironment({ RISK_DATA: dir }),
      databaseUrl: made.url,
      log: new SilentLog(),
      clock,
    });
    await send(
      'complaint',
      complaint('c1', {
        title: '廖金雀的投诉',
        text: TEXT,
        reporter: REPORTER,
        诉求详细地址: '同廖金雀所说',
      }),
    );
    await send(
      'complaint',
      complaint('c2', {
        text: TEXT,
        来电人: '廖金雀',
        来电号码: '13907350000',
        targets: [{ name: FIRM, phone: '13907350000' }],
        身份证号: '43100219600101123X',
      }),
    );
    await send(
      'complaint',
      complaint('c3', { amount: '廖金雀13907350000', text: TEXT, reporter: REPORTER }),
    );
    await send('advertisement', {
      source: 'ad-monitor',
      sourceId: 'a1',
      occurredAt: clock.now().toISOString(),
      payload: {
        text: `${FIRM}保本保息月息3分`,
        push_user: '廖金雀',
        push_u_phone: '13907350000',
        备注: '举报人廖金雀13907350000',
      },
    });
    await house.deliver.run();
  }, 120_000);
  afterAll(async () => {
    await house.close();
    await made.drop();
    await rm(dir, { recursive: true, force: true });
  });

  const foundIn = (text: string): string[] => CANARIES.filter((canary) => text.includes(canary));

  it('stands in no table, but sealed', async () => {
    const tables = await house.database.rows<{ name: string }>(
      `select table_name as name from information_schema.tables
       where table_schema = 'public' and table_type = 'BASE TABLE'`,
    );
    expect(tables.length).toBeGreaterThan(20);
    const found: string[] = [];
    for (const { name } of tables) {
      const rows = await house.database.rows<{ row: string }>(
        `select t::text as row from "${name}" t`,
      );
      for (const { row } of rows)
        found.push(...foundIn(decoded(row)).map((canary) => `${name}: ${canary}`));
    }
    expect(found).toEqual([]);
    expect((await house.database.rows('select 1 from record')).length).toBe(3);
    expect((await house.database.rows('select 1 from dead_letter')).length).toBe(1);
  });

  it('stands in no notice, page, explanation or list', async () => {
    const [line] = await house.overview.alerts(1);
    const facts = (await alertFacts(house, line!.id, OFFICE_WORKER))!;
    const mails = await Promise.all(
      (await readdir(join(dir, 'mail'))).map((name) => readFile(join(dir, 'mail', name), 'utf8')),
    );
    expect(mails.length).toBeGreaterThan(0);
    const explained = await Promise.all(
      ['hotline-12345/c1', 'hotline-12345/c2', 'ad-monitor/a1'].map((id) =>
        house.explanation.of(id),
      ),
    );
    const shown = [
      ...mails.flatMap((mail) => [mail, decodedMail(mail)]),
      alertPage(facts),
      ...facts.notices.map((notice) => JSON.stringify(notice)),
      JSON.stringify(explained),
      JSON.stringify(await house.deadLetters.list(10)),
      JSON.stringify(await house.overview.read()),
    ];
    expect(shown.join('').length).toBeGreaterThan(1_000);
    expect(shown.flatMap(foundIn)).toEqual([]);
    expect(explained[0]!.record.reporterKept).toBe(true);
  });

  it('does not weaken the verdict, whose quotes are slices of what is shown', async () => {
    const explained = (await house.explanation.of('hotline-12345/c1'))!;
    const told = { title: '廖金雀的投诉', text: TEXT, channel: '12345', regionCode: '431002' };
    const original = { ...explained.record, operation: 'upsert', related: [], payload: told };
    const [whole] = house.engines.judgeAll([original as unknown as FeedRecord]);
    expect(explained.assessment!.score).toBe(whole!.assessment.score);
    const payload = explained.record.payload as Readonly<Record<string, string>>;
    for (const { evidence } of explained.assessment!.signals)
      if (evidence?.field === 'text')
        expect(evidence.quote).toBe(payload['text']!.slice(evidence.start, evidence.end));
    expect(explained.entities.map(({ name }) => name)).toEqual([FIRM]);
  });

  it('is seen with the whole text by two persons, and counted as one', async () => {
    const [{ id } = { id: '' }] = await house.database.rows<{ id: string }>(
      `select id from record where source_id = 'c1'`,
    );
    const because = '核实投诉人是否愿意作证';
    const request = await house.vault.request({
      by: '张某',
      unit: 'jrb',
      because,
      recordIds: [id],
    });
    await house.vault.approve({ requestId: request.id, by: '李某', unit: 'gaj', because: '同意' });
    const [seen] = await house.vault.look({ requestId: request.id, by: '张某' });
    expect(seen).toMatchObject({ reporter: REPORTER, original: { text: TEXT } });
    expect(
      await house.database.rows('select distinct reporter_key from record where feed = $1', [
        'complaint',
      ]),
    ).toHaveLength(1);
  });

  it('sent again is known, and changes nothing', async () => {
    const again = await send(
      'complaint',
      complaint('c1', {
        title: '廖金雀的投诉',
        text: TEXT,
        reporter: REPORTER,
        诉求详细地址: '同廖金雀所说',
      }),
    );
    expect(again).toMatchObject({ stored: 0, duplicate: 1 });
  });
});

/** A row as text, with what was written in hexadecimal read as text as well. */
const decoded = (row: string): string =>
  row +
  row.replace(/\\x([0-9a-f]+)/g, (_, hex: string) => Buffer.from(hex, 'hex').toString('utf8'));

const decodedMail = (mail: string): string =>
  mail
    .split(/\r?\n\r?\n/)
    .map((part) => Buffer.from(part.replace(/\s/g, ''), 'base64').toString('utf8'))
    .join('\n');
