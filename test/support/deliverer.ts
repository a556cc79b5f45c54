// A sender of notices in a process of its own, to be killed: node … deliverer.ts <database> <smtp> <speed>
// It loads no more than it needs, since it is started again and again.
import pg from 'pg';
import { DeliverNotices, PACE, type Channel } from '@risk/alerting';
import { Clock, SilentLog } from '@risk/kit';
import { SmtpNotifier } from '@risk/mail';
import { PgNoticeOutbox } from '../../libs/store/src/pg-notice-outbox.js';

const [databaseUrl = '', smtpUrl = '', speed = '1'] = process.argv.slice(2);

/** Time that runs faster, so that back-offs of minutes pass in a test. */
class FastClock extends Clock {
  now(): Date {
    return new Date(Date.now() * Number(speed));
  }
}

/** Less real time than a sending may take by the fast clock. */
const limit = (0.6 * PACE.sending) / Number(speed);
const channels = new Map<string, Channel>([
  [
    'email',
    {
      title: '电子邮件',
      notifier: new SmtpNotifier(smtpUrl, 'risk@example.invalid', limit),
      addressOf: ({ recipient }) => recipient.email,
    },
  ],
]);
const pool = new pg.Pool({ connectionString: databaseUrl, max: 4 });
pool.on('error', () => undefined);
const database = {
  rows: async <Row>(sql: string, values: readonly unknown[] = []): Promise<Row[]> =>
    (await pool.query(sql, [...values])).rows as Row[],
};
const deliver = new DeliverNotices(
  new PgNoticeOutbox(database),
  channels,
  {
    words: { mask: (text) => text, unitName: (code) => code, receiptLink: () => null },
    clock: new FastClock(),
    log: new SilentLog(),
  },
  { ...PACE, atOnce: 4 },
);

let ending = false;
process.on('disconnect', () => process.exit(0));
process.on('message', (word) => {
  if (word === 'end') ending = true;
  else void work();
});
process.send?.('warm');

async function work(): Promise<void> {
  while (!ending) {
    await deliver.run().catch(() => undefined);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  await deliver.idle();
  process.exit(0);
}
