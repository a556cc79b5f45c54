import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { SettleNotice, type LeasedNotice, type NoticeQuestion } from '@risk/alerting';
import { FakeClock } from '../../kit/src/testing/fake-clock.js';
import { PgNoticeHistory } from './pg-notice-history.js';
import { PgNoticeOutbox } from './pg-notice-outbox.js';
import { PgUnitOfWork } from './pg-unit-of-work.js';
import { AT, NoticeBed, recipient } from './testing/notice-bed.js';
import { storeDatabase } from './testing/store-database.js';

let db: Awaited<ReturnType<typeof storeDatabase>>;
let bed: NoticeBed;
let outbox: PgNoticeOutbox;
let history: PgNoticeHistory;
const clock = new FakeClock('2026-11-05T11:00:00+08:00');

beforeAll(async () => {
  db = await storeDatabase();
  bed = new NoticeBed(db.database);
  outbox = new PgNoticeOutbox(db.database);
  history = new PgNoticeHistory(db.database);
});
beforeEach(() => bed.empty());
afterAll(() => db.drop());

const ask = (over: Partial<NoticeQuestion> = {}) =>
  history.list({
    state: null,
    alertId: null,
    unit: null,
    channel: null,
    before: null,
    limit: 100,
    ...over,
  });
const lease = async (now = AT): Promise<LeasedNotice> => {
  const wish = { channel: 'email', limit: 1, last: null, now, until: clock.now() };
  const [notice] = await outbox.lease(wish);
  if (!notice) throw new Error('nothing lies due');
  return notice;
};

/** A notice whose sender died. */
async function lost(): Promise<string> {
  await bed.keep({ alertId: await bed.alert('red') });
  const notice = await lease();
  await outbox.begin(notice, { subject: '标题', body: '正文' }, AT);
  await outbox.declareLost(clock.now());
  return notice.id;
}
const settle = (
  id: string,
  verdict: 'resend' | 'received' | 'not-received',
  because = '电话核实',
) =>
  new PgUnitOfWork(db.database).run((tx) =>
    new SettleNotice(history, clock).run(tx, { id, verdict, by: '王五', because }),
  );

describe('the history', () => {
  it('lists all notices of an alert, a state, a unit, the newest first, in pages', async () => {
    const alertId = await bed.alert('red');
    await bed.keep({ alertId, step: '1' }, { alertId, step: '2', channel: 'inbox' });
    await bed.keep({ step: 'flood#1', to: recipient('x', 'beihu') });
    expect((await ask()).map((n) => n.id)).toEqual(['3', '2', '1']);
    expect((await ask({ alertId })).map((n) => n.step)).toEqual(['2', '1']);
    expect((await ask({ unit: 'beihu' })).map((n) => n.to.recipient.key)).toEqual(['x']);
    expect((await ask({ channel: 'inbox' })).map((n) => n.id)).toEqual(['2']);
    expect((await ask({ before: '3', limit: 1 })).map((n) => n.id)).toEqual(['2']);
    expect(await ask({ state: 'unknown' })).toEqual([]);
    expect(await history.one('99')).toBeNull();
  });

  it('shows of a recipient what a notice needs, whatever else was kept', async () => {
    const { recipient: needed, ...to } = recipient('x', 'beihu');
    await bed.keep({ to: { ...to, recipient: { ...needed, ...{ name: '张某', phone: '1' } } } });
    const [notice] = await ask();
    expect(notice?.to.recipient).toEqual(needed);
  });

  it('shows what was really said', async () => {
    const id = await lost();
    expect(await history.one(id)).toMatchObject({
      state: 'unknown',
      subject: '标题',
      body: '正文',
      decisions: [],
    });
  });
});

describe('a notice of unknown fate', () => {
  it('is sent again only by a person, under its old number', async () => {
    const id = await lost();
    expect(await settle(id, 'resend')).toMatchObject({ verdict: 'resend', from: 'unknown' });
    const again = await lease(clock.now());
    expect([again.id, again.attempt]).toEqual([id, 2]);
  });

  it.each<['received' | 'not-received', string, string]>([
    ['received', 'sent', '王五核实已收到：电话核实'],
    ['not-received', 'refused', '王五核实没有收到：电话核实'],
  ])('that is %s is %s', async (verdict, state, detail) => {
    const id = await lost();
    await settle(id, verdict);
    expect(await history.one(id)).toMatchObject({
      state,
      detail,
      decisions: [{ by: '王五', verdict, because: '电话核实', at: clock.now() }],
    });
  });

  it('is settled by one of two people, the other is told how it stands', async () => {
    const id = await lost();
    const answers = await Promise.allSettled([settle(id, 'received'), settle(id, 'resend')]);
    const refused = answers.filter((a) => a.status === 'rejected');
    expect(refused).toHaveLength(1);
    expect(String(refused[0]?.reason)).toMatch(/现在是“(已发|待发)”，不能/);
    expect((await history.one(id))?.decisions).toHaveLength(1);
  });

  it('inside a digest is settled with the digest', async () => {
    await bed.keep({ alertId: await bed.alert('blue'), state: 'gathering' });
    await outbox.gather(AT, 10);
    const digest = await lease();
    await outbox.begin(digest, { subject: 's', body: 'b' }, AT);
    await outbox.declareLost(clock.now());
    await expect(settle('1', 'received')).rejects.toThrow('请处理汇总 2');
    await settle('2', 'received');
    expect(await bed.states()).toEqual({ 1: 'sent', 2: 'sent' });
  });

  it('keeps every decision: none is changed or taken away', async () => {
    await settle(await lost(), 'received');
    for (const sql of [
      'update notice_decision set because = $1',
      'delete from notice_decision where $1 <> because',
    ])
      await expect(db.database.rows(sql, ['x'])).rejects.toThrow('只能追加');
  });
});

describe('a notice of known fate', () => {
  it('is not settled, but one that was refused may be sent again', async () => {
    await bed.keep({ alertId: await bed.alert('red') });
    await expect(settle('1', 'received')).rejects.toThrow('现在是“待发”');
    await expect(settle('9', 'received')).rejects.toThrow('没有通知 9');
    await outbox.settle(await lease(), { state: 'refused', why: '没有登记' }, AT);
    await settle('1', 'resend', '补登了邮箱');
    expect((await lease(clock.now())).id).toBe('1');
  });
});
