import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openHouse, type House } from '@risk/assembly';
import { minutes, SilentLog } from '@risk/kit';
import { simpleParser } from 'mailparser';
import { readEnvironment } from '@risk/settings';
import { opened, wordsOf } from '../../libs/papers/src/testing/opened.js';
import { partsOf } from '../../libs/papers/src/zip/restamp.js';
import { FakeClock } from '../../libs/kit/src/testing/fake-clock.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';

const FIRM = '郴州星河聚财投资咨询有限公司';
const REPORTER = { name: '赵小明', phone: '13812345678', idNumber: '431002199001011234' };

/** From complaints to the receipt of public security: who was told what, when, and what they did. */
describe('an alert from its first record to its end', () => {
  let dir: string;
  let made: TestDatabase;
  let house: House;
  // A Monday morning.
  const clock = new FakeClock('2026-11-02T09:00:00+08:00');

  beforeAll(async () => {
    dir = await mkdtemp(join(tmpdir(), 'risk-life-'));
    made = await createTestDatabase();
    house = await openHouse({
      environment: readEnvironment({ RISK_DATA: dir }),
      databaseUrl: made.url,
      log: new SilentLog(),
      clock,
    });
  }, 120_000);
  afterAll(async () => {
    await house.close();
    await made.drop();
    await rm(dir, { recursive: true, force: true });
  });

  let number = 0;
  const send = (feed: 'complaint' | 'advertisement', source: string, payload: object) => {
    const envelope = {
      source,
      sourceId: `r-${++number}`,
      occurredAt: clock.now().toISOString(),
      payload: { regionCode: '431002', ...payload },
    };
    const bytes = Buffer.from(JSON.stringify(envelope));
    return house.process.run([{ feed, door: 'http', bytes, origin: {} }]);
  };
  const mails = async () => {
    const names = await readdir(join(dir, 'mail')).catch(() => []);
    const files = names.map((name) => readFile(join(dir, 'mail', name)));
    return Promise.all((await Promise.all(files)).map((bytes) => simpleParser(bytes)));
  };
  const alert = async () => (await house.overview.alert('1'))!;
  const life = async () => house.alerts.book.lifeOf((await alert()).id);
  const seen = async () => (await life()).log.at(-1)!.id;
  const owed = async () =>
    (await life()).duties
      .filter((duty) => !duty.doneAt && duty.voidBecause === null)
      .map(({ unit, kind }) => `${unit} ${kind}`);

  it('is told to whoever is responsible, each with part, reason and deadline', async () => {
    await send('advertisement', 'ad-monitor', {
      medium: 'wechat',
      title: '星河聚财稳健理财',
      text: `${FIRM}：保本保息，年化收益24%，零风险，推荐好友返现。`,
      advertiser: { name: FIRM },
      publishedOn: '2026-11-01',
    });
    for (const amount of [600_000, 700_000])
      await send('complaint', 'hotline-12345', {
        channel: '12345',
        text: `我叫赵小明，身份证431002199001011234，电话13812345678。投资该公司承诺保本保息、年化收益24%，现在老板跑路，几十名老人的养老钱无法提现。`,
        targets: [{ name: FIRM }],
        amount,
        people: 40,
        reporter: { ...REPORTER, phone: `1381234567${amount === 600_000 ? '8' : '9'}` },
      });
    expect(await alert()).toMatchObject({ tier: 'red', stage: 'raised' });
    const units = await owed();
    expect(units).toEqual(
      expect.arrayContaining(['jrb acknowledge', 'jrb answer', 'gaj answer', 'beihu answer']),
    );
    await house.deliver.run();
    const told = await mails();
    expect(told.length).toBeGreaterThan(3);
    expect(told[0]?.text).toContain('非法定');
    for (const { subject, text, html } of told)
      for (const secret of ['赵小明', '13812345678', '431002199001011234'])
        expect(`${subject ?? ''}${text ?? ''}${String(html)}`).not.toContain(secret);
  });

  it('is reminded of, and calls ever higher ones when nobody acknowledges', async () => {
    clock.advance(minutes(90));
    await house.alerts.nudge.run();
    clock.goTo('2026-11-04T09:00:00+08:00');
    await house.alerts.nudge.run();
    const rows = await house.database.rows<{ recipient: string; kind: string }>(
      `select recipient, kind from notice where channel = 'email' and step like 'acknowledge#%' order by id`,
    );
    const called = rows.map(({ recipient, kind }) => `${recipient} ${kind}`);
    expect(called).toEqual(
      expect.arrayContaining([
        'jrb/liaison reminder',
        'jrb/head escalation',
        'convener escalation',
        'gaj/head escalation',
      ]),
    );
  });

  it('is acknowledged by each unit, and never decided on unseen', async () => {
    const { id } = await alert();
    const acknowledge = {
      alertId: id,
      kind: 'acknowledged',
      because: '已收悉',
      seen: null,
    } as const;
    await house.alerts.take({ ...acknowledge, unit: 'gaj', by: '周某' });
    await house.alerts.take({ ...acknowledge, unit: 'jrb', by: '张某' });
    expect((await alert()).stage).toBe('acknowledged');
    expect((await owed()).filter((one) => one.endsWith('acknowledge'))).not.toContain(
      'jrb acknowledge',
    );
    const wish = {
      alertId: id,
      kind: 'refuted',
      unit: 'jrb',
      by: '张某',
      because: '误报',
    } as const;
    await expect(house.alerts.take({ ...wish, seen: null })).rejects.toThrow('首次预警');
  });

  let verificationId = '';

  it('is verified by two officers with evidence for each element, and confirmed', async () => {
    const alertId = (await alert()).id;
    const bytes = Buffer.from('%PDF-1.7\n宣传册');
    const file = await house.work.run((tx) =>
      house.attachments.keep(tx, {
        ...{ alertId, name: '宣传册.pdf', mediaType: 'application/pdf', bytes },
        ...{ by: '张某', because: '现场取得', at: clock.now() },
      }),
    );
    const opened = await house.desk.verifications.open({
      ...{ alertId, unit: 'jrb', officers: ['张某', '李某'], by: '张某', because: '红色预警' },
      seen: await seen(),
    });
    verificationId = opened.id;
    let last: string | null = null;
    for (const element of ['illegality', 'inducement', 'sociality'] as const) {
      const evidence = [`attachment:${file.id}`];
      const note = { kind: 'element', element, finding: 'met', evidence } as const;
      const entry = await house.desk.verifications.note({
        ...{ verificationId, note, by: '张某', because: '查明属实', corrects: null, seen: last },
      });
      last = entry.id;
    }
    await house.desk.verifications.conclude({
      ...{ verificationId, verdict: 'confirmed', scheme: 'illegal-fundraising' },
      ...{ exposedOn: '2026-11-02', losses: 1_300_000, people: 40 },
      ...{
        by: '张某',
        because: '三性具备',
        seen: await seen(),
        seenEntry: last,
        seenOutcome: null,
      },
    });
    expect((await alert()).stage).toBe('confirmed');
    expect((await alert()).outcomes).toMatchObject([{ verdict: 'confirmed' }]);
  });

  it('goes to public security as one package, and comes back as a receipt', async () => {
    const made = await house.desk.handOvers.make({
      ...{ alertId: (await alert()).id, unit: 'jrb', to: 'gaj', officers: ['张某', '李某'] },
      number: '郴金办函〔2026〕3号',
      ...{ approver: '刘主任', amount: null, people: null, losses: null, aggravated: [] },
      ...{ by: '张某', because: '涉嫌犯罪', seen: await seen() },
    });
    const parcel = await house.desk.handOvers.package(made.id);
    const parts = await partsOf(Buffer.from(parcel.bytes));
    expect(parts.map(({ name }) => name)).toEqual([
      '01移送公安机关函.docx',
      '02移送回执.docx',
      '03宣传册.pdf',
      '清单.txt',
      'manifest.json',
    ]);
    const letter = wordsOf((await opened(parts[0]!.bytes))['word/document.xml'] ?? '');
    expect(letter).toMatch(/已于2026年11月4日作出调查认定：三性具备/);
    expect(letter).not.toContain('尚未作出行政认定');
    expect(await owed()).toContain('gaj receipt');
    clock.goTo('2026-11-05T10:00:00+08:00');
    await house.desk.handOvers.receipt({
      ...{ handOverId: made.id, answer: 'filed', number: '郴公立〔2026〕1号' },
      ...{ receivedOn: '2026-11-05', by: '李某', because: '已立案', seen: null },
    });
    expect(await owed()).not.toContain('gaj receipt');
    expect((await alert()).stage).toBe('transferred');
  });

  it('is closed, and every unit is held to what it did', async () => {
    const { id } = await alert();
    await house.alerts.take({
      ...{ alertId: id, kind: 'closed', unit: 'jrb', by: '张某', because: '已立案侦查' },
      seen: await seen(),
    });
    expect(await owed()).toEqual([]);
    const ledger = await house.desk.ledger({
      ...{ from: '2026-11-01', to: null, unit: null, samples: false },
    });
    const office = ledger.lines.find(({ unit }) => unit === 'jrb');
    expect(office).toMatchObject({ received: 1, confirmed: 1 });
    expect(office?.duties.acknowledge).toMatchObject({ owed: 1, late: 1 });
    const log = (await house.alerts.book.lifeOf(id)).log;
    expect(log.map(({ kind }) => kind)).toEqual([
      ...log.filter(({ by }) => by === null).map(({ kind }) => kind),
      'acknowledged',
      'acknowledged',
      'verifying',
      'confirmed',
      'transferred',
      'closed',
    ]);
    expect(log.filter(({ by }) => by !== null).every((line) => line.because !== '')).toBe(true);
  });
});
