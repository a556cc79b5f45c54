import { isRetryable, type Clock, type Log } from '@risk/kit';
import { composeNotice } from './compose-notice.js';
import type { ComposedNotice } from './notice-page.js';
import type { NoticeWords } from './writing.js';
import { NO_ROUND, withFates, type DeliveryRound, type Fate } from './delivery-round.js';
import type { Delivery } from './delivery.js';
import { factsOf } from './facts-of.js';
import { mootBecause } from './moot-because.js';
import type { Pace } from './pace.js';
import type { Channel, LeasedNotice, NoticeOutbox } from './ports.js';
import { settlementOf, type Settlement } from './settlement.js';

/** Since when a channel does not work, and why. */
export interface Outage {
  readonly channel: string;
  readonly title: string;
  readonly since: Date;
  readonly why: string;
}

/** What a lane works with. */
export interface LaneHands {
  readonly outbox: NoticeOutbox;
  readonly words: NoticeWords;
  readonly clock: Clock;
  readonly log: Log;
}

/**
 * Sends the notices of one channel. A channel that is down is tried with one notice now and then: what waits
 * for it waits without counting attempts, and other channels have their own lanes.
 */
export class ChannelLane {
  private outage: Outage | null = null;
  private nextProbe = new Date(0);
  private probed: string | null = null;
  /** What is known of sendings and the database did not take yet. */
  private owed: (() => Promise<unknown>)[] = [];

  constructor(
    private readonly name: string,
    private readonly channel: Channel,
    private readonly hands: LaneHands,
    private readonly pace: Pace,
  ) {}

  get down(): Outage | null {
    return this.outage;
  }

  /** Sends what lies due until nothing is left or the channel breaks down. */
  async run(): Promise<DeliveryRound> {
    let round = NO_ROUND;
    while (!this.outage || this.hands.clock.now() >= this.nextProbe) {
      const leased = await this.lease();
      if (leased.length === 0) break;
      round = withFates(round, await this.deliverAll(leased));
    }
    return round;
  }

  private lease(): Promise<LeasedNotice[]> {
    const now = this.hands.clock.now();
    return this.hands.outbox.lease({
      channel: this.name,
      limit: this.outage ? 1 : 2 * this.pace.atOnce,
      last: this.outage ? this.probed : null,
      now,
      until: new Date(now.getTime() + this.pace.lease),
    });
  }

  /** Several at once; what was not begun when the channel broke down is given back. */
  private async deliverAll(leased: readonly LeasedNotice[]): Promise<Fate[]> {
    const waiting = [...leased];
    const fates: Fate[] = [];
    const work = async (): Promise<void> => {
      for (let next = waiting.shift(); next; next = waiting.shift()) {
        fates.push(await this.deliver(next));
        if (this.outage) break;
      }
    };
    const hands = Array.from({ length: Math.min(this.pace.atOnce, leased.length) }, work);
    const failed = (await Promise.allSettled(hands)).find((one) => one.status === 'rejected');
    if (failed) throw failed.reason;
    if (waiting.length > 0)
      await this.hands.outbox.giveBack(waiting, this.outage?.why ?? '渠道不通');
    return [...fates, ...waiting.map((): Fate => 'held')];
  }

  private async deliver(notice: LeasedNotice): Promise<Fate> {
    const now = this.hands.clock.now();
    const moot = mootBecause(notice, now);
    if (moot !== null) return this.settle(notice, { state: 'moot', why: moot });
    const to = this.channel.addressOf(notice.to);
    if (to === null)
      return this.settle(notice, { state: 'refused', why: this.unreachable(notice) });
    const composed = this.compose(notice, now);
    if (composed === null) return this.settle(notice, { state: 'refused', why: '通知写不出来' });

    const until = new Date(now.getTime() + this.pace.sending);
    const said = { subject: composed.subject, body: composed.text };
    if (!(await this.hands.outbox.begin(notice, said, until))) return 'lost';
    const delivery = await this.send(notice, to, composed);
    if (delivery.outcome === 'down') return this.breakDown(notice, delivery.why);
    this.recover();
    const at = this.hands.clock.now();
    return this.settle(notice, settlementOf(delivery, notice.attempt, at));
  }

  private unreachable({ to }: LeasedNotice): string {
    return `${to.unitName}的${to.recipient.title}没有登记${this.channel.title}的地址`;
  }

  /** A notice that cannot be written must not hold up the others. */
  private compose(notice: LeasedNotice, now: Date): ComposedNotice | null {
    try {
      return composeNotice(notice, this.hands.words, now);
    } catch (error) {
      this.hands.log.error('a notice cannot be composed', {
        notice: notice.id,
        error: String(error),
      });
      return null;
    }
  }

  /** A notifier that breaks may have sent: nobody knows. */
  private async send(
    notice: LeasedNotice,
    to: string,
    composed: ComposedNotice,
  ): Promise<Delivery> {
    try {
      const facts = factsOf(notice);
      return await this.channel.notifier.send({
        messageId: `notice-${notice.id}`,
        to,
        ...composed,
        facts,
      });
    } catch (error) {
      return { outcome: 'unknown', why: `发送程序出错：${String(error)}` };
    }
  }

  private async breakDown(notice: LeasedNotice, why: string): Promise<Fate> {
    const now = this.hands.clock.now();
    if (!this.outage) {
      this.outage = { channel: this.name, title: this.channel.title, since: now, why };
      this.hands.log.error('a channel is down', { channel: this.name, why });
    }
    this.nextProbe = new Date(now.getTime() + this.pace.probe);
    this.probed = notice.id;
    await this.keep(() => this.hands.outbox.giveBack([notice], why));
    return 'held';
  }

  private recover(): void {
    if (!this.outage) return;
    this.hands.log.info('a channel works again', { channel: this.name, since: this.outage.since });
    this.outage = null;
  }

  private async settle(notice: LeasedNotice, settlement: Settlement): Promise<Fate> {
    const at = this.hands.clock.now();
    const isOurs = await this.keep(() => this.hands.outbox.settle(notice, settlement, at));
    if (isOurs === false) return this.late(notice);
    this.tell(notice, settlement);
    return FATES[settlement.state];
  }

  private late(notice: LeasedNotice): Fate {
    this.hands.log.error('notice settled after its lease was lost', { notice: notice.id });
    return 'lost';
  }

  private tell(notice: LeasedNotice, settlement: Settlement): void {
    const facts = { notice: notice.id, alert: notice.alert?.id ?? null, unit: notice.to.unit };
    const { log } = this.hands;
    if (settlement.state === 'sent') log.info('notice sent', facts);
    else if (settlement.state === 'moot') log.info('notice no longer true', facts);
    else log.warn('notice not sent', { ...facts, ...settlement });
  }

  /** Does now what keeps the fate of a notice, or as soon as the database is back. */
  private async keep<T>(work: () => Promise<T>): Promise<T | null> {
    try {
      return await work();
    } catch (error) {
      if (!isRetryable(error)) throw error;
      this.owed.push(work);
      return null;
    }
  }

  /** Keeps what could not be kept before. */
  async payOwed(): Promise<void> {
    for (const work of this.owed.splice(0)) await this.keep(work);
  }
}

const FATES: Readonly<Record<Settlement['state'], Fate>> = {
  sent: 'sent',
  pending: 'retried',
  refused: 'refused',
  unknown: 'unknown',
  moot: 'moot',
};
