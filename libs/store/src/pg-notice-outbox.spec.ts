import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { minutes } from '@risk/kit';
import type { LeasedNotice } from '@risk/alerting';
import { PgNoticeOutbox } from './pg-notice-outbox.js';
import { AT, NoticeBed, recipient } from './testing/notice-bed.js';
import { storeDatabase } from './testing/store-database.js';

const later = (n: number): Date => new Date(AT.getTime() + minutes(n));
const SAID = { subject: '标题', body: '正文' };
let db: Awaited<ReturnType<typeof storeDatabase>>;
let outbox: PgNoticeOutbox;
let bed: NoticeBed;

beforeAll(async () => {
  db = await storeDatabase();
  outbox = new PgNoticeOutbox(db.database);
  bed = new NoticeBed(db.database);
});
beforeEach(() => bed.empty());
afterAll(() => db.drop());

const lease = (over: Partial<Parameters<PgNoticeOutbox['lease']>[0]> = {}) =>
  outbox.lease({ channel: 'email', limit: 100, last: null, now: AT, until: later(1), ...over });
const leaseOne = async (now = AT): Promise<LeasedNotice> => {
  const [notice] = await lease({ limit: 1, now, until: new Date(now.getTime() + minutes(1)) });
  if (!notice) throw new Error('nothing lies due');
  return notice;
};
async function send(now = AT): Promise<LeasedNotice> {
  const notice = await leaseOne(now);
  await outbox.begin(notice, SAID, later(1));
  await outbox.settle(notice, { state: 'sent', where: '250' }, now);
  return notice;
}

describe('the outbox', () => {
  it('holds one notice a step, recipient and channel, also when the step is written twice', async () => {
    const alertId = await bed.alert('orange');
    const step = { alertId, step: 'raised:orange' };
    await bed.keep(step, { ...step, channel: 'inbox' }, { ...step, to: recipient('b') });
    await bed.keep(step, { alertId, step: 'upgraded:red' });
    await bed.keep({ step: 'flood#1' }, { step: 'flood#1' });
    expect(
      await db.database.rows('select step, recipient, channel from notice order by id'),
    ).toEqual([
      { step: 'raised:orange', recipient: 'finance-office/liaison', channel: 'email' },
      { step: 'raised:orange', recipient: 'finance-office/liaison', channel: 'inbox' },
      { step: 'raised:orange', recipient: 'b', channel: 'email' },
      { step: 'upgraded:red', recipient: 'finance-office/liaison', channel: 'email' },
      { step: 'flood#1', recipient: 'finance-office/liaison', channel: 'email' },
    ]);
  });

  it('gives each notice to one of many senders', async () => {
    const alertId = await bed.alert('orange');
    await bed.keep(...Array.from({ length: 40 }, (_, i) => ({ alertId, to: recipient(`r${i}`) })));
    const rounds = await Promise.all(Array.from({ length: 8 }, () => lease({ limit: 10 })));
    const ids = rounds.flat().map((n) => n.id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.length + (await lease()).length).toBe(40);
  });

  it('hands out the most urgent first, by the tier that counts now', async () => {
    const [blue, yellow, orange] = [
      await bed.alert('blue'),
      await bed.alert('yellow'),
      await bed.alert('orange'),
    ];
    await bed.keep(...[blue, yellow, orange].map((alertId) => ({ alertId })), { step: 'flood#1' });
    await db.database.rows(`update alert set person_tier = 'red' where id = $1`, [yellow]);
    expect((await lease()).map((n) => n.alert?.id ?? n.kind)).toEqual([
      'flood',
      yellow,
      orange,
      blue,
    ]);
  });

  it('leaves for last what was tried just now', async () => {
    const alertId = await bed.alert('red');
    await bed.keep({ alertId }, { step: 'flood#1' });
    const first = await leaseOne();
    await outbox.giveBack([first], '不通');
    const [next] = await lease({ limit: 1, last: first.id });
    expect(next?.id).not.toBe(first.id);
  });

  it('gives only what is of the channel, and says which channels have something due', async () => {
    await bed.keep({ step: 'a' }, { step: 'b', channel: 'inbox' });
    await bed.keep({ step: 'c', channel: 'webhook:x', notBefore: later(5) });
    expect((await outbox.dueChannels(AT)).sort()).toEqual(['email', 'inbox']);
    expect((await lease({ channel: 'inbox' })).map((n) => n.step)).toEqual(['b']);
    expect((await outbox.figures()).waiting).toEqual(
      new Map([
        ['email', 1],
        ['inbox', 1],
        ['webhook:x', 1],
      ]),
    );
  });

  it('shows the alert as it is when it is leased, not as it was when it was raised', async () => {
    const alertId = await bed.alert('orange');
    const changeId = await bed.change(alertId, 'upgraded', 'orange', ['新理由']);
    await bed.keep({ alertId, changeId });
    await bed.change(alertId, 'upgraded', 'red');
    const { alert, to } = await leaseOne();
    expect(alert).toMatchObject({ id: alertId, tier: 'red', stage: 'raised', before: null });
    expect(alert?.change).toMatchObject({ id: changeId, news: ['新理由'], to: 'orange' });
    expect([alert?.raisedAt, alert?.since.length]).toEqual([AT, 3]);
    expect(to.dueAt).toEqual(new Date('2026-11-03T17:30:00+08:00'));
  });

  it('knows what each recipient was told last by the channel, and what came since', async () => {
    const alertId = await bed.alert('yellow', ['一']);
    await bed.keep({ alertId, step: '1' }, { alertId, step: '1', channel: 'inbox' });
    await send(later(1));
    await bed.change(alertId, 'upgraded', 'red', ['二']);
    await bed.keep({ alertId, step: '2' }, { alertId, step: '2', to: recipient('other') });
    const [told, other] = await lease({ now: later(2) });
    expect(told?.alert?.before).toEqual({ at: later(1), tier: 'yellow' });
    expect(told?.alert?.since.map((t) => t.news)).toEqual([['二']]);
    expect(other?.alert?.before).toBeNull();
    const [byInbox] = await lease({ channel: 'inbox' });
    expect(byInbox?.alert?.before).toBeNull();
  });

  it('keeps what is being said before it is said', async () => {
    await bed.keep({ alertId: await bed.alert('red') });
    await outbox.begin(await leaseOne(), SAID, later(1));
    expect(await db.database.rows('select subject, body, state from notice')).toEqual([
      { ...SAID, state: 'sending' },
    ]);
  });

  it('keeps many at once, also beside one with words that cannot be kept', async () => {
    await bed.keep({ step: 'a' }, { step: 'b' });
    const both = await lease();
    const begun = await Promise.all(
      both.map((n) => outbox.begin(n, { subject: 'x\0y', body: n.step }, later(1))),
    );
    const settled = await Promise.all(
      both.map((n) => outbox.settle(n, { state: 'refused', why: `\0${n.step}` }, AT)),
    );
    expect([begun, settled]).toEqual([
      [true, true],
      [true, true],
    ]);
    expect(await db.database.rows('select step, detail from notice order by step')).toEqual([
      { step: 'a', detail: 'a' },
      { step: 'b', detail: 'b' },
    ]);
  });

  it('says again what a notice of no alert was given to say', async () => {
    await bed.keep({ step: 'flood#1' });
    await outbox.begin(await leaseOne(), SAID, later(1));
    await db.database.rows(`update notice set state = 'pending'`);
    expect((await leaseOne()).said).toEqual({ subject: '试验', body: '试验通知' });
  });

  it('waits until a retry is due', async () => {
    await bed.keep({});
    const notice = await leaseOne();
    await outbox.begin(notice, SAID, later(1));
    await outbox.settle(notice, { state: 'pending', notBefore: later(10), why: '451' }, AT);
    expect(await lease({ now: later(9) })).toEqual([]);
    expect((await leaseOne(later(10))).attempt).toBe(2);
  });

  it('counts no attempt for a lease that was given back, and fences its holder off', async () => {
    await bed.keep({});
    const first = await leaseOne();
    await outbox.begin(first, SAID, later(1));
    await outbox.giveBack([first], '不通');
    const second = await leaseOne();
    expect(second.attempt).toBe(1);
    await outbox.begin(second, SAID, later(1));
    await outbox.settle(second, { state: 'sent', where: '250' }, AT);
    expect(await outbox.settle(first, { state: 'refused', why: 'x' }, AT)).toBe(false);
    await outbox.giveBack([first], 'x');
    expect(await bed.states()).toEqual({ 1: 'sent' });
  });

  it('takes a lease back that was never begun, and fences off its first holder', async () => {
    await bed.keep({});
    const slow = await leaseOne();
    const quick = await leaseOne(later(3));
    expect(quick.id).toBe(slow.id);
    expect(await outbox.begin(slow, SAID, later(5))).toBe(false);
    expect(await outbox.begin(quick, SAID, later(5))).toBe(true);
    expect(await outbox.settle(slow, { state: 'sent', where: 'x' }, later(4))).toBe(false);
    expect(await outbox.settle(quick, { state: 'sent', where: 'x' }, later(4))).toBe(true);
  });

  it('declares unknown what its sender left while sending; nobody is leased it again', async () => {
    await bed.keep({});
    const notice = await leaseOne();
    await outbox.begin(notice, SAID, later(1));
    expect(await outbox.declareLost(later(1))).toEqual([]);
    expect(await outbox.declareLost(later(2))).toEqual([notice.id]);
    expect(await lease({ now: later(600) })).toEqual([]);
    expect((await outbox.figures()).unknown).toBe(1);
    expect(await outbox.settle(notice, { state: 'refused', why: '550' }, later(3))).toBe(false);
    expect(await outbox.settle(notice, { state: 'sent', where: '250' }, later(3))).toBe(true);
  });

  it('finds what was committed late under a smaller number', async () => {
    await db.database.lend(async (early) => {
      await early.query('begin');
      await early.query(
        `insert into notice (step, kind, unit, recipient, channel, addressee, state, not_before,
        subject, body, created_at) values ('early', 'flood', 'u', 'r', 'email', '{}', 'pending', $1, 's', 'b', $1)`,
        [AT],
      );
      await bed.keep({ step: 'late' });
      expect((await lease()).map((n) => n.step)).toEqual(['late']);
      await early.query('commit');
    });
    expect((await lease()).map((n) => n.step)).toEqual(['early']);
  });
});

describe('a digest', () => {
  const small = (alertId: string, key = 'a') => ({
    alertId,
    to: recipient(key),
    state: 'gathering' as const,
    notBefore: later(60),
  });

  it('takes all that lies due for one recipient, once, whoever gathers', async () => {
    const ids = [await bed.alert('blue'), await bed.alert('yellow'), await bed.alert('blue')];
    await bed.keep(...ids.map((id) => small(id)), small(ids[0]!, 'b'));
    expect(await outbox.gather(later(59), 1000)).toBe(0);
    const made = await Promise.all(
      Array.from({ length: 6 }, (_, i) => outbox.gather(later(60 + i), 1000)),
    );
    expect(made.reduce((a, b) => a + b)).toBe(2);
    const digests = await lease({ now: later(70) });
    expect(digests.map((d) => [d.to.recipient.key, d.items.length])).toEqual(
      expect.arrayContaining([
        ['a', 3],
        ['b', 1],
      ]),
    );
  });

  it('shows alerts as they are when it is sent, and its parts share its fate', async () => {
    const [one, two] = [await bed.alert('blue'), await bed.alert('blue')];
    await bed.keep(small(one), small(two));
    await outbox.gather(later(60), 1000);
    await db.database.rows(`update alert set status = 'closed', stage = 'closed' where id = $1`, [
      two,
    ]);
    const digest = await leaseOne(later(60));
    expect(digest.items.map((i) => i.alert.status)).toEqual(['open', 'closed']);
    await outbox.begin(digest, SAID, later(61));
    expect(await bed.states()).toEqual({ 1: 'gathering', 2: 'gathering', 3: 'sending' });
    await outbox.settle(digest, { state: 'sent', where: '250' }, later(61));
    expect(await bed.states()).toEqual({ 1: 'sent', 2: 'sent', 3: 'sent' });
    await bed.change(one, 'upgraded', 'red', ['新']);
    await bed.keep({ alertId: one, step: 'up', to: recipient('a') });
    const next = await leaseOne(later(62));
    expect(next.alert).toMatchObject({ before: { tier: 'blue' }, since: [{ news: ['新'] }] });
  });

  it('whose fate is unknown leaves its parts unknown, and none is gathered again', async () => {
    await bed.keep(small(await bed.alert('blue')));
    await outbox.gather(later(60), 1000);
    await outbox.begin(await leaseOne(later(60)), SAID, later(61));
    await outbox.declareLost(later(62));
    expect(await bed.states()).toEqual({ 1: 'unknown', 2: 'unknown' });
    expect(await outbox.gather(later(70), 1000)).toBe(0);
    expect((await outbox.figures()).unknown).toBe(1);
  });

  it('keeps real and sample alerts apart', async () => {
    const id = await bed.alert('blue');
    await bed.keep(small(id), { ...small(await bed.alert('blue')), sample: true });
    expect(await outbox.gather(later(60), 1000)).toBe(2);
    expect((await lease({ now: later(60) })).map((d) => d.sample).sort()).toEqual([false, true]);
  });
});
