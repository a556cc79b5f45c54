import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openHouse, type House } from '@risk/assembly';
import type { Bulletin, WholeBulletin } from '@risk/bulletins';
import { chinaDay, SilentLog } from '@risk/kit';
import { readEnvironment } from '@risk/settings';
import { simpleParser } from 'mailparser';
import { parse, stringify } from 'yaml';
import { FakeClock } from '../../libs/kit/src/testing/fake-clock.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { expectGolden } from '../support/golden.js';
import { momentOf, october, octoberHeaps, takeIn } from '../support/october.js';

const FIRST = '2026-10-01';
const LAST = '2026-10-30';
/** Nobody composes from here until noon of the last day. */
const DOWN_SINCE = '2026-10-26';
/** Two clocks look until here, and again after the days on which nobody did. */
const ONE_CLOCK_SINCE = '2026-10-14';
const GOLDEN = 'test/fixtures/bulletins';

interface Policy {
  editions: { for: string }[];
}

/** The bulletins of one month, always the same: what comes out when, what it says, and that it comes out once. */
describe('a month of bulletins', () => {
  let dir: string;
  let made: TestDatabase;
  let house: House;
  let other: House;
  const clock = new FakeClock('2026-08-30T00:00:00+08:00');
  const composed: Bulletin[] = [];

  const open = () =>
    openHouse({
      environment: readEnvironment({ RISK_DATA: dir, RISK_CONFIG: join(dir, 'config') }),
      databaseUrl: made.url,
      log: new SilentLog(),
      clock,
    });

  /** The shipped configuration with the city's edition alone: forty others say the same of parts. */
  async function configure(): Promise<void> {
    await cp('config', join(dir, 'config'), { recursive: true });
    const file = join(dir, 'config/bulletins.yaml');
    const policy = parse(await readFile(file, 'utf8')) as Policy;
    policy.editions = policy.editions.filter((edition) => edition.for === 'city');
    await writeFile(file, stringify(policy));
  }

  /** Composes on each working morning that is passed, as the clock does; two clocks at once. */
  async function mornings(until: number): Promise<void> {
    for (;;) {
      const now = clock.now().getTime();
      const morning = Date.parse(`${chinaDay(new Date(now))}T08:30:10+08:00`);
      const next = now < morning ? morning : morning + 86_400_000;
      if (next > until) return;
      clock.goTo(new Date(next).toISOString());
      const day = chinaDay(new Date(next));
      if (day < FIRST || day >= DOWN_SINCE) continue;
      const clocks = day < ONE_CLOCK_SINCE ? [house, other] : [house];
      const made = await Promise.all(clocks.map((one) => one.bulletins.composeDue()));
      composed.push(...made.flat());
    }
  }

  beforeAll(async () => {
    dir = await mkdtemp(join(tmpdir(), 'risk-month-'));
    made = await createTestDatabase();
    await configure();
    [house, other] = [await open(), await open()];
    for (const heap of octoberHeaps()) {
      await mornings(Math.max(...heap.map(momentOf)));
      await takeIn(house, clock, heap);
    }
    await mornings(Date.parse(`${LAST}T08:30:10+08:00`));
  }, 300_000);
  afterAll(async () => {
    await house.close();
    await other.close();
    await made.drop();
    await rm(dir, { recursive: true, force: true });
  });

  const slotsOf = (all: readonly Bulletin[], kind: string): string[] =>
    all.flatMap((one) => (one.kind === kind ? [one.slot] : [])).sort();
  const issueOf = async (kind: string, slot: string): Promise<WholeBulletin> => {
    const all = await house.bulletins.list({
      ...{ kind: kind as 'daily', scope: 'city', state: null, words: null, before: null },
      limit: 200,
    });
    const found = all.filter((one) => one.slot === slot && one.revision === 0);
    expect(found).toHaveLength(1);
    return house.bulletins.find(found[0]!.id);
  };
  const textOf = async (bulletin: WholeBulletin): Promise<string> => {
    const plain = await house.bulletins.file(bulletin.id, 'mail.txt');
    const sheets = bulletin.content.composition.sheets.map(({ name, head, rows }) =>
      [
        `附表：${name}，${rows.length} 行`,
        ...[head, ...rows.slice(0, 5)].map((row) => row.join('\t')),
      ].join('\n'),
    );
    return [Buffer.from(plain.bytes).toString('utf8'), ...sheets].join('\n');
  };

  it('comes out on working days, each issue once although two clocks look', () => {
    const workdays = ['08', '09', '10', '12', '13', '14', '15', '16', '19', '20', '21', '22', '23'];
    expect(slotsOf(composed, 'daily')).toEqual([
      '2026-09-30',
      ...workdays.map((day) => `2026-10-${day}`),
    ]);
    expect(slotsOf(composed, 'weekly')).toEqual(['2026-W39', '2026-W40', '2026-W41', '2026-W42']);
    expect(slotsOf(composed, 'monthly')).toEqual(['2026-09']);
  });

  it.each([
    ['a holiday week', 'daily', '2026-10-08'],
    ['a missing feed', 'daily', '2026-10-15'],
    ['a quiet day', 'daily', '2026-10-21'],
    ['a storm day', 'daily', '2026-10-23'],
    ['a week', 'weekly', '2026-W42'],
    ['a month', 'monthly', '2026-09'],
    ['a quarter', 'quarterly', '2026-Q3'],
  ])('%s reads as it did before', async (name, kind, slot) => {
    const bulletin = await issueOf(kind, slot);
    expect(bulletin.broken).toEqual([]);
    await expectGolden(`${GOLDEN}/${name.replaceAll(' ', '-')}.txt`, await textOf(bulletin));
  });

  it('says aloud which feed is silent, and that nothing happened', async () => {
    const silent = await textOf(await issueOf('daily', '2026-10-15'));
    expect(silent).toContain('数据静默：广告监测平台');
    expect(silent).toContain('没有数据不等于没有风险');
    const quiet = await textOf(await issueOf('daily', '2026-10-21'));
    expect(quiet).toContain('登记注册 0 条、投诉举报 0 条、广告监测 0 条');
    expect(quiet).toContain('本期没有新增预警。没有预警不等于没有风险。');
  });

  it('is made again after five days down: each missed issue once, the oldest first, marked as late', async () => {
    clock.goTo(`${LAST}T12:00:00+08:00`);
    const both = await Promise.all([house, other].map((one) => one.bulletins.composeDue()));
    const caught = both.flat();
    expect(slotsOf(caught, 'daily').sort()).toEqual(
      ['26', '27', '28', '29', '30'].map((day) => `2026-10-${day}`),
    );
    expect(await house.bulletins.composeDue()).toEqual([]);
    const [late] = caught.filter((one) => one.slot === '2026-10-26');
    const [told] = await house.bulletins.readers(late!.id);
    const notice = await house.notices.history.one(told!.noticeId);
    expect(notice?.subject).toContain('【补发】');
    await expectGolden(
      `${GOLDEN}/catch-up.txt`,
      await textOf(await issueOf('daily', '2026-10-26')),
    );
  });

  it('numbers the issues of a year without a gap', async () => {
    const all = await house.bulletins.list({
      ...{ kind: 'daily', scope: 'city', state: 'issued', words: null, before: null, limit: 200 },
    });
    const inOrder = [...all].sort((a, b) => a.span.until.getTime() - b.span.until.getTime());
    expect(inOrder.map(({ number }) => number)).toEqual(inOrder.map((_, at) => at + 1));
  });

  it('gives the same bytes for the same moment, long after', async () => {
    const kept = await issueOf('daily', '2026-10-23');
    const again = await house.bulletins.preview({
      kind: 'daily',
      scope: { kind: 'city' },
      asOf: new Date('2026-10-23T08:30:00+08:00'),
    });
    expect(again.kept?.id).toBe(kept.id);
    const digests = (files: readonly { name: string; sha256: string }[]) =>
      Object.fromEntries(files.map(({ name, sha256 }) => [name, sha256]));
    expect(digests(again.files)).toEqual(digests(kept.files));
  });

  it('corrects what people entered wrongly by a new, marked edition; the first stays as it was', async () => {
    const wrong = await issueOf('daily', '2026-10-23');
    const before = await textOf(wrong);
    const corrected = await house.bulletins.correct({
      id: wrong.id,
      by: '李主任',
      because: '第三部分一家主体的属地登记有误，已由属地更正',
    });
    expect(corrected).toMatchObject({ revision: 1, number: wrong.number, state: 'issued' });
    const text = await textOf(await house.bulletins.find(corrected.id));
    expect(text).toContain('（更正）');
    expect(text).toContain('更正原因：第三部分一家主体的属地登记有误，已由属地更正');
    expect(await textOf(await issueOf('daily', '2026-10-23'))).toBe(before);
    await expectGolden(`${GOLDEN}/correction.txt`, text);
  });

  it('goes through the outbox with its files, once to each recipient, and is read by a link', async () => {
    house.address = 'http://risk.example';
    await house.database.rows("update notice set state = 'refused' where kind <> 'bulletin'");
    await house.deliver.run();
    const names = await readdir(join(dir, 'mail'));
    const mails = await Promise.all(
      names.map(async (name) => simpleParser(await readFile(join(dir, 'mail', name)))),
    );
    const storm = mails.filter(({ subject }) => subject?.includes('2026年10月23日') === true);
    expect(storm.map(({ to }) => [to].flat()[0]?.text).sort()).toEqual(
      expect.arrayContaining(['jrb@chenzhou.example', 'zhaojiren@chenzhou.example']),
    );
    const [mail] = storm.filter(({ subject }) => !subject?.includes('更正'));
    const attached = mail!.attachments
      .filter(({ related }) => !related)
      .map(({ filename }) => filename);
    expect(attached.map((name) => name?.split('.').at(-1)).sort()).toEqual(['docx', 'pdf', 'xlsx']);
    const pictures = mail!.attachments.filter(({ related }) => related);
    expect(pictures.length).toBeGreaterThanOrEqual(3);

    const link = /http:\/\/risk\.example\/read\/(\d+)\/([\w-]{24})/.exec(mail!.text ?? '')!;
    const [, notice, receipt] = link as unknown as [string, string, string];
    expect(await house.bulletins.receiptOf(notice, 'x'.repeat(24))).toBeNull();
    expect((await house.bulletins.receiptOf(notice, receipt))?.readAt).toBeNull();
    expect((await house.bulletins.markRead(notice, receipt)).readAt).toEqual(clock.now());
    const readers = await house.bulletins.readers((await issueOf('daily', '2026-10-23')).id);
    const read = readers.filter(({ readAt }) => readAt !== null);
    expect(new Set(read.map(({ channel }) => channel))).toEqual(new Set(['email', 'inbox']));
  });

  it('waits for two people where the policy wants them', async () => {
    const month = await issueOf('monthly', '2026-09');
    expect(month).toMatchObject({ state: 'draft', number: null });
    const step = (kind: 'reviewed' | 'signed', by: string, seen: string | null) =>
      house.bulletins.step({ id: month.id, kind, by, because: '已核对', seen });
    await step('reviewed', '王科长', month.steps.at(-1)!.id);
    const seen = (await house.bulletins.find(month.id)).steps.at(-1)!.id;
    await expect(step('signed', '王科长', seen)).rejects.toThrow('不同的人');
    await step('signed', '李主任', seen);
    expect(await house.bulletins.find(month.id)).toMatchObject({ state: 'issued', number: 1 });
  });

  it('names no reporter and quotes no complaint, in no file and no table', async () => {
    const complaints = october().filter(({ feed }) => feed === 'complaint');
    const reporters = complaints.flatMap(({ envelope }) => {
      const { reporter } = envelope.payload as { reporter?: Record<string, string> };
      return Object.values(reporter ?? {});
    });
    const texts = complaints.flatMap(({ envelope }) => {
      const { text } = envelope.payload as { text: string };
      return text.split(/[，。！？；\n]/u).filter((part) => part.length >= 12);
    });
    const all = await house.bulletins.list({
      ...{ kind: null, scope: null, state: null, words: null, before: null, limit: 500 },
    });
    expect(reporters.length).toBeGreaterThan(20);
    for (const { id } of all) {
      const text = await textOf(await house.bulletins.find(id));
      const leaked = [...reporters, ...texts].filter((secret) => text.includes(secret));
      expect({ id, leaked }).toEqual({ id, leaked: [] });
    }
  });

  it('reports on one entity, as of now, for people to sign', async () => {
    const [alert] = await house.overview.alerts(1);
    const special = await house.bulletins.special({
      entityId: alert!.entityId,
      by: '王科长',
      because: '领导交办',
    });
    const whole = await house.bulletins.find(special.id);
    expect(whole).toMatchObject({ kind: 'special', state: 'draft', broken: [] });
    await expectGolden(`${GOLDEN}/special.txt`, await textOf(whole));
  });

  it('is found again by words that stand in it', async () => {
    const found = await house.bulletins.list({
      ...{ kind: null, scope: null, state: null, words: '数据静默：广告监测平台', before: null },
      limit: 50,
    });
    expect(slotsOf(found, 'daily')).toContain('2026-10-15');
    expect(slotsOf(found, 'daily')).not.toContain('2026-10-10');
  });
});
