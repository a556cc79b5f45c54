import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DeliverNotices, PACE, WatchDelivery, type Channel } from '@risk/alerting';
import type { Tier } from '@risk/domain';
import { hours, SilentLog } from '@risk/kit';
import { SmtpNotifier } from '@risk/mail';
import { PgNoticeOutbox } from '@risk/store';
import { FakeClock } from '../../../libs/kit/src/testing/fake-clock.js';
import { AT, NoticeBed, recipient } from '../../../libs/store/src/testing/notice-bed.js';
import { storeDatabase } from '../../../libs/store/src/testing/store-database.js';
import { MoodyMail } from '../../support/moody-mail.js';

const PORT = 20_000 + (process.pid % 20_000);
const EACH = 100;
const TIERS: readonly Tier[] = ['blue', 'yellow', 'orange', 'red'];

let db: Awaited<ReturnType<typeof storeDatabase>>;
const mail = new MoodyMail(() => 'accept');

beforeAll(async () => {
  db = await storeDatabase();
});
afterAll(async () => {
  await mail.close();
  await db.drop();
});

describe('after an hour without a mail server', () => {
  it('all that waited goes out once, in order of tier, and health says so meanwhile', async () => {
    const bed = new NoticeBed(db.database);
    const tierOf = new Map<string, Tier>();
    for (const tier of TIERS) {
      const alertId = await bed.alert(tier);
      await bed.keep(
        ...Array.from({ length: EACH }, (_, i) => ({ alertId, to: recipient(`${tier}${i}`) })),
      );
    }
    const rows = await db.database.rows<{ id: string; tier: Tier }>(
      'select n.id, a.tier from notice n join alert a on a.id = n.alert_id',
    );
    for (const { id, tier } of rows) tierOf.set(`notice-${id}`, tier);

    const clock = new FakeClock(AT.toISOString());
    const outbox = new PgNoticeOutbox(db.database);
    const deliver = new DeliverNotices(
      outbox,
      new Map<string, Channel>([
        [
          'email',
          {
            title: '电子邮件',
            notifier: new SmtpNotifier(`smtp://127.0.0.1:${PORT}`, 'risk@example.invalid'),
            addressOf: ({ recipient: { email } }) => email,
          },
        ],
      ]),
      {
        words: { mask: (t) => t, unitName: (c) => c, receiptLink: () => null },
        clock,
        log: new SilentLog(),
      },
    );
    const watch = new WatchDelivery(outbox, deliver, clock, () => Promise.resolve());
    for (let look = 0; look < 60; look++) {
      expect(await deliver.run()).toMatchObject({ sent: 0, retried: 0, refused: 0, unknown: 0 });
      clock.advance(hours(1) / 60);
    }
    expect(await watch.missing()).toMatch(
      /^通知渠道电子邮件自 2026-11-05 10:00 起不通（.+），有 400 封通知等待$/,
    );

    await mail.listen(PORT);
    expect(await deliver.run()).toMatchObject({ sent: TIERS.length * EACH });
    expect(await watch.missing()).toBeNull();
    expect(new Set(mail.accepted).size).toBe(TIERS.length * EACH);
    expect(mail.accepted).toHaveLength(TIERS.length * EACH);

    // Those under way at one time may overtake one another; nobody is further from his place than that.
    const order = mail.accepted.map((id) => TIERS.indexOf(tierOf.get(id) ?? 'none'));
    const exact = [...order].sort((a, b) => b - a);
    const misplaced = order.filter((rank, at) => rank !== exact[at]).length;
    expect(misplaced).toBeLessThanOrEqual(2 * PACE.atOnce * (TIERS.length - 1));
    expect(new Set(order.slice(0, EACH - PACE.atOnce))).toEqual(new Set([TIERS.indexOf('red')]));
  }, 120_000);
});
