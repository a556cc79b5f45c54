import { beforeEach, describe, expect, it } from '@jest/globals';
import { minutes, seconds, Unavailable } from '@risk/kit';
import { FakeClock } from '../../../kit/src/testing/fake-clock.js';
import { FakeLog } from '../../../kit/src/testing/fake-log.js';
import { InMemoryOutbox } from '../testing/in-memory-outbox.js';
import { noticeAddressee, noticeAlert } from '../testing/notices.js';
import { DeliverNotices } from './deliver-notices.js';
import type { Delivery } from './delivery.js';
import { InboxNotifier } from './inbox-notifier.js';
import { Notifier, type Channel, type Message } from './ports.js';
import { WatchDelivery } from './watch-delivery.js';

const SENT: Delivery = { outcome: 'sent', where: 'ok' };
const DOWN: Delivery = { outcome: 'down', why: 'ECONNREFUSED' };

class FakeNotifier extends Notifier {
  readonly sent: Message[] = [];
  answer: (message: Message) => Delivery | Promise<Delivery> = () => SENT;
  async send(message: Message): Promise<Delivery> {
    this.sent.push(message);
    return this.answer(message);
  }
}

/** An outbox, two channels and a clock. */
class Scene {
  readonly outbox = new InMemoryOutbox();
  readonly mail = new FakeNotifier();
  readonly clock = new FakeClock();
  readonly log = new FakeLog();
  readonly channels = new Map<string, Channel>([
    [
      'email',
      { title: '电子邮件', notifier: this.mail, addressOf: ({ recipient }) => recipient.email },
    ],
    [
      'inbox',
      {
        title: '收件箱',
        notifier: new InboxNotifier(),
        addressOf: ({ recipient }) => recipient.key,
      },
    ],
  ]);
  readonly deliver = new DeliverNotices(this.outbox, this.channels, {
    words: { mask: (text) => text, unitName: (code) => code, receiptLink: () => null },
    clock: this.clock,
    log: this.log,
  });
}

let scene: Scene;
beforeEach(() => {
  scene = new Scene();
});
const addresses = () => scene.mail.sent.map(({ messageId }) => messageId);

describe('a due notice', () => {
  it('is sent under an id that never changes, and what was said is kept', async () => {
    scene.outbox.put({});
    expect(await scene.deliver.run()).toMatchObject({ sent: 1 });
    expect(scene.mail.sent).toMatchObject([
      {
        messageId: 'notice-1',
        to: 'office@example.invalid',
        facts: { alert: '7', tier: 'orange' },
      },
    ]);
    expect(scene.outbox.rows[0]).toMatchObject({
      state: 'sent',
      detail: 'ok',
      said: { subject: scene.mail.sent[0]!.subject, body: scene.mail.sent[0]!.text },
    });
  });

  it('goes by the channel that it is for', async () => {
    scene.outbox.put({ channel: 'inbox' });
    await scene.deliver.run();
    expect(scene.mail.sent).toEqual([]);
    expect(scene.outbox.rows[0]).toMatchObject({ state: 'sent', detail: '收件箱' });
  });

  it('is not sent when its lease was lost', async () => {
    scene.outbox.put({});
    scene.outbox.begin = () => Promise.resolve(false);
    expect(await scene.deliver.run()).toMatchObject({ sent: 0 });
    expect(scene.mail.sent).toEqual([]);
  });

  it.each([
    [
      'to somebody without an address',
      { to: noticeAddressee({ recipient: { key: 'x', title: '主要负责人', email: null } }) },
      '市政府金融办的主要负责人没有登记电子邮件的地址',
    ],
    ['by a channel that nobody set up', { channel: 'pigeon' }, '没有设置名为“pigeon”的通知渠道'],
  ])('%s is refused in words', async (_name, over, why) => {
    scene.outbox.put(over);
    expect(await scene.deliver.run()).toMatchObject({ refused: 1 });
    expect(scene.outbox.rows[0]).toMatchObject({ state: 'refused', detail: why });
  });

  it('that is not true any more goes nowhere, and why is kept', async () => {
    scene.outbox.put({ alert: noticeAlert({ status: 'closed' }) });
    expect(await scene.deliver.run()).toMatchObject({ moot: 1, sent: 0 });
    expect(scene.outbox.rows[0]).toMatchObject({ state: 'moot', detail: '预警已办结' });
    expect(scene.mail.sent).toEqual([]);
  });

  it('that cannot be written holds up no other', async () => {
    scene.outbox.put({ alert: null }, {});
    expect(await scene.deliver.run()).toMatchObject({ refused: 1, sent: 1 });
    expect(scene.log.lines).toMatchObject([{ level: 'error' }, {}, {}]);
  });

  it('whose notifier breaks is unknown, never sent again by itself', async () => {
    scene.outbox.put({});
    scene.mail.answer = () => Promise.reject(new Error('bug'));
    expect(await scene.deliver.run()).toMatchObject({ unknown: 1 });
    scene.clock.advance(minutes(600));
    await scene.deliver.run();
    expect(scene.mail.sent).toHaveLength(1);
  });

  it('whose sender died is unknown within a minute', async () => {
    scene.outbox.put({});
    const [lease] = await scene.outbox.lease({
      channel: 'email',
      limit: 1,
      last: null,
      now: scene.clock.now(),
      until: new Date(0),
    });
    await scene.outbox.begin(
      lease!,
      { subject: '', body: '' },
      new Date(scene.clock.now().getTime() + seconds(50)),
    );
    scene.clock.advance(minutes(1));
    expect(await scene.deliver.run()).toMatchObject({ unknown: 1 });
    expect(scene.log.lines).toMatchObject([{ level: 'error', facts: { notice: '1' } }]);
  });

  it('that was sent while the database was away is kept as sent when it is back', async () => {
    scene.outbox.put({});
    const settle = scene.outbox.settle.bind(scene.outbox);
    scene.outbox.settle = () => Promise.reject(new Unavailable('数据库暂时不可用'));
    await scene.deliver.run();
    expect(scene.outbox.states).toEqual(['sending']);
    scene.outbox.settle = settle;
    scene.clock.advance(minutes(5));
    await scene.deliver.run();
    expect(scene.outbox.states).toEqual(['sent']);
    expect(scene.mail.sent).toHaveLength(1);
  });
});

describe('a channel that is down', () => {
  beforeEach(() => {
    scene.outbox.put(...Array.from({ length: 100 }, () => ({})));
    scene.mail.answer = () => DOWN;
  });

  it('gives back what waits for it without counting an attempt', async () => {
    expect(await scene.deliver.run()).toMatchObject({ sent: 0, retried: 0, refused: 0 });
    expect(new Set(scene.outbox.states)).toEqual(new Set(['pending']));
    expect(new Set(scene.outbox.rows.map(({ notice }) => notice.attempt))).toEqual(new Set([0]));
    expect(scene.mail.sent.length).toBeLessThanOrEqual(20);
  });

  it('is tried with one notice every few seconds, each time another one', async () => {
    await scene.deliver.run();
    scene.mail.sent.splice(0);
    for (let second = 1; second <= 20; second++) {
      scene.clock.advance(seconds(1));
      await scene.deliver.run();
    }
    expect(scene.mail.sent).toHaveLength(4);
    expect(new Set(addresses()).size).toBeGreaterThan(1);
  });

  it('drains once it is back, each notice once', async () => {
    await scene.deliver.run();
    scene.mail.sent.splice(0);
    scene.clock.advance(minutes(60));
    scene.mail.answer = () => SENT;
    expect(await scene.deliver.run()).toMatchObject({ sent: 100 });
    expect(new Set(addresses()).size).toBe(100);
    expect(scene.deliver.outages()).toEqual([]);
  });

  it('holds up no other channel', async () => {
    scene.outbox.put({ channel: 'inbox' });
    expect(await scene.deliver.run()).toMatchObject({ sent: 1 });
  });

  it('is told on screen and to health, with since when and how many wait, until it is back', async () => {
    const warnings = new Map<string, string | null>();
    const watch = new WatchDelivery(
      scene.outbox,
      scene.deliver,
      scene.clock,
      (source, sentence) => {
        warnings.set(source, sentence);
        return Promise.resolve();
      },
    );
    expect(await watch.missing()).toBeNull();
    await scene.deliver.run();
    scene.clock.advance(minutes(30));
    await scene.deliver.run();
    const sentence =
      '通知渠道电子邮件自 2026-11-02 09:00 起不通（ECONNREFUSED），有 100 封通知等待';
    expect(await watch.missing()).toBe(sentence);
    await watch.run();
    expect(warnings).toEqual(
      new Map([
        ['notices:unknown', null],
        ['channel:email', sentence],
        ['channel:inbox', null],
      ]),
    );
    scene.mail.answer = () => SENT;
    scene.clock.advance(seconds(5));
    await scene.deliver.run();
    await watch.run();
    expect(warnings.get('channel:email')).toBeNull();
    expect(await watch.missing()).toBeNull();
  });
});

describe('a slow channel', () => {
  it('is not waited for, and not entered twice', async () => {
    const answers: ((delivery: Delivery) => void)[] = [];
    scene.mail.answer = () => new Promise((resolve) => answers.push(resolve));
    scene.outbox.put({}, { channel: 'inbox' });
    await scene.deliver.start();
    await scene.deliver.start();
    while (answers.length === 0) await Promise.resolve();
    scene.outbox.put({ channel: 'inbox' });
    await scene.deliver.start();
    for (const answer of answers) answer(SENT);
    await scene.deliver.idle();
    expect(scene.outbox.states).toEqual(['sent', 'sent', 'sent']);
    expect(scene.mail.sent).toHaveLength(1);
  });
});
