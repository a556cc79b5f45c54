import { describe, expect, it } from '@jest/globals';
import { SilentLog } from '@risk/kit';
import { FakeClock } from '../../kit/src/testing/fake-clock.js';
import { DeliverNotices, settlementOf } from './deliver-notices.js';
import {
  NoticeOutbox,
  Notifier,
  type Delivery,
  type LeasedNotice,
  type Message,
  type Settlement,
} from './ports.js';
import { addressee, alert } from './testing/verdicts.js';

const notice = (over: Partial<LeasedNotice> = {}): LeasedNotice => ({
  id: '3',
  attempt: 1,
  step: 'raised:orange',
  addressee: addressee(),
  alert: alert(),
  ...over,
});

class FakeOutbox extends NoticeOutbox {
  readonly settled: Settlement[] = [];
  leaseHolds = true;
  constructor(private due: LeasedNotice[]) {
    super();
  }
  lease() {
    return Promise.resolve(this.due.splice(0));
  }
  begin() {
    return Promise.resolve(this.leaseHolds);
  }
  settle(_notice: LeasedNotice, settlement: Settlement) {
    this.settled.push(settlement);
    return Promise.resolve(true);
  }
  declareLost() {
    return Promise.resolve(0);
  }
}
class FakeNotifier extends Notifier {
  readonly sent: Message[] = [];
  constructor(private readonly answer: Delivery = { outcome: 'sent', where: 'ok' }) {
    super();
  }
  send(message: Message) {
    this.sent.push(message);
    return Promise.resolve(this.answer);
  }
}

function post(due: LeasedNotice[], answer?: Delivery) {
  const outbox = new FakeOutbox(due);
  const notifier = new FakeNotifier(answer);
  return {
    outbox,
    notifier,
    run: () => new DeliverNotices(outbox, notifier, new FakeClock(), new SilentLog()).run(),
  };
}

describe('a due notice', () => {
  it('is sent under an id that never changes', async () => {
    const { run, notifier, outbox } = post([notice()]);
    expect(await run()).toMatchObject({ sent: 1 });
    expect(notifier.sent[0]).toMatchObject({ messageId: 'notice-3', to: 'office@example.invalid' });
    expect(outbox.settled).toEqual([{ state: 'sent', where: 'ok' }]);
  });

  it('is not sent when its lease was lost', async () => {
    const { run, outbox, notifier } = post([notice()]);
    outbox.leaseHolds = false;
    await run();
    expect(notifier.sent).toEqual([]);
    expect(outbox.settled).toEqual([]);
  });

  it('to a unit without an address is refused in words', async () => {
    const { run, outbox, notifier } = post([notice({ addressee: addressee({ email: null }) })]);
    expect(await run()).toMatchObject({ refused: 1 });
    expect(notifier.sent).toEqual([]);
    expect(outbox.settled[0]).toMatchObject({ why: '市政府金融办 没有登记电子邮箱' });
  });
});

describe('a failed delivery', () => {
  const at = new Date('2026-11-02T09:00:00+08:00');
  it.each<[string, Delivery, number, Settlement['state']]>([
    ['is tried again when the server says not now', { outcome: 'retry', why: '451' }, 1, 'pending'],
    ['is given up after many attempts', { outcome: 'retry', why: '451' }, 8, 'refused'],
    ['is final when the server says never', { outcome: 'refused', why: '550' }, 1, 'refused'],
    [
      'stays unknown when nobody can tell, and is not repeated',
      { outcome: 'unknown', why: 'reset' },
      1,
      'unknown',
    ],
  ])('%s', (_name, delivery, attempt, state) => {
    expect(settlementOf(delivery, attempt, at).state).toBe(state);
  });

  it('waits longer each time', () => {
    const waits = [1, 2, 3, 4, 5, 6, 7].map((attempt) => {
      const settled = settlementOf({ outcome: 'retry', why: '' }, attempt, at);
      return settled.state === 'pending' ? settled.notBefore.getTime() - at.getTime() : 0;
    });
    expect(waits).toEqual([...waits].sort((a, b) => a - b));
    expect(waits[0]).toBe(5_000);
  });
});
