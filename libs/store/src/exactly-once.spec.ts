import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  DeliverNotices,
  Notifier,
  type Channel,
  type Delivery,
  type Message,
} from '@risk/alerting';
import { seconds, SilentLog } from '@risk/kit';
import { FakeClock } from '../../kit/src/testing/fake-clock.js';
import { PgNoticeOutbox } from './pg-notice-outbox.js';
import { AT, NoticeBed, recipient } from './testing/notice-bed.js';
import { storeDatabase } from './testing/store-database.js';

let db: Awaited<ReturnType<typeof storeDatabase>>;
let bed: NoticeBed;
beforeAll(async () => {
  db = await storeDatabase();
  bed = new NoticeBed(db.database);
});
beforeEach(() => bed.empty());
afterAll(() => db.drop());

type Answer = 'sent' | 'retry' | 'refused' | 'unknown' | 'down';
const MAY_HAVE_IT: readonly Answer[] = ['sent', 'unknown'];

/** A mail server that answers as told, in turn, and remembers what it may have taken. */
class Server extends Notifier {
  readonly taken: string[] = [];
  private turn = 0;
  constructor(private readonly answers: readonly Answer[]) {
    super();
  }
  async send({ messageId }: Message): Promise<Delivery> {
    const outcome = this.answers[this.turn++ % this.answers.length] ?? 'sent';
    await new Promise((resolve) => setImmediate(resolve));
    if (MAY_HAVE_IT.includes(outcome)) this.taken.push(messageId);
    return outcome === 'sent' ? { outcome, where: '250' } : { outcome, why: outcome };
  }
}

describe('two deliverers at one outbox', () => {
  it('let no message be taken twice and lose none, whatever the server answers and time does', async () => {
    const answers = fc.array(
      fc.constantFrom<Answer>('sent', 'sent', 'retry', 'refused', 'unknown', 'down'),
      { minLength: 1, maxLength: 12 },
    );
    const jumps = fc.array(fc.integer({ min: 0, max: 4000 }), { minLength: 1, maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(
        answers,
        jumps,
        fc.integer({ min: 1, max: 30 }),
        async (told, times, count) => {
          await bed.empty();
          const alertId = await bed.alert('red');
          await bed.keep(
            ...Array.from({ length: count }, (_, i) => ({ alertId, to: recipient(`r${i}`) })),
          );
          const server = new Server(told);
          const clock = new FakeClock(AT.toISOString());
          const channels = new Map<string, Channel>([
            [
              'email',
              { title: '邮件', notifier: server, addressOf: ({ recipient: r }) => r.email },
            ],
          ]);
          const hands = {
            words: { mask: (t: string) => t, unitName: (c: string) => c, receiptLink: () => null },
            clock,
            log: new SilentLog(),
          };
          const two = [1, 2].map(
            () => new DeliverNotices(new PgNoticeOutbox(db.database), channels, hands),
          );
          for (const jump of times) {
            await Promise.all(two.map((deliver) => deliver.run()));
            clock.advance(seconds(jump));
          }
          expect(new Set(server.taken).size).toBe(server.taken.length);
          for (const [id, state] of Object.entries(await bed.states())) {
            const taken = server.taken.includes(`notice-${id}`);
            expect(taken ? ['sent', 'unknown'] : ['pending', 'refused']).toContain(state);
          }
        },
      ),
      { numRuns: 40 },
    );
  }, 60_000);
});
