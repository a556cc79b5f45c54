import type { Clock, Log } from '@risk/kit';
import { ChannelLane, type Outage } from './channel-lane.js';
import type { NoticeWords } from './writing.js';
import { NO_ROUND, sumOfRounds, type DeliveryRound } from './delivery-round.js';
import { PACE, type Pace } from './pace.js';
import type { Channel, NoticeOutbox } from './ports.js';

/** What sending works with besides outbox and channels. */
export interface DeliveryHands {
  readonly words: NoticeWords;
  readonly clock: Clock;
  readonly log: Log;
}

/** Sends what lies due in the outbox, each notice once also when several processes do this. */
export class DeliverNotices {
  private readonly lanes = new Map<string, ChannelLane>();
  private readonly atWork = new Map<string, Promise<DeliveryRound>>();

  constructor(
    private readonly outbox: NoticeOutbox,
    private readonly channels: ReadonlyMap<string, Channel>,
    private readonly hands: DeliveryHands,
    private readonly pace: Pace = PACE,
  ) {}

  /** Sends all that lies due now, and waits for it. */
  async run(): Promise<DeliveryRound> {
    const { lost, due } = await this.look();
    const rounds = await Promise.all(due.map((channel) => this.workOn(channel)));
    return sumOfRounds([{ ...NO_ROUND, unknown: lost }, ...rounds]);
  }

  /** Begins to send what lies due and does not wait: a slow channel holds up no other. */
  async start(): Promise<void> {
    const { due } = await this.look();
    for (const channel of due) {
      this.workOn(channel).catch((error: unknown) => {
        this.hands.log.warn('sending broke off and will be tried again', {
          channel,
          error: String(error),
        });
      });
    }
  }

  /** Waits for what is under way. */
  async idle(): Promise<void> {
    await Promise.allSettled(this.atWork.values());
  }

  /** The channels that are down as far as this process knows. */
  outages(): Outage[] {
    return [...this.lanes.values()].flatMap(({ down }) => down ?? []);
  }

  channelNames(): string[] {
    return [...new Set([...this.channels.keys(), ...this.lanes.keys()])];
  }

  private async look(): Promise<{ readonly lost: number; readonly due: readonly string[] }> {
    for (const lane of this.lanes.values()) await lane.payOwed();
    const now = this.hands.clock.now();
    const lost = await this.outbox.declareLost(now);
    for (const notice of lost) this.hands.log.error('a notice has an unknown fate', { notice });
    return { lost: lost.length, due: await this.outbox.dueChannels(now) };
  }

  private workOn(channel: string): Promise<DeliveryRound> {
    const running = this.atWork.get(channel);
    if (running) return running;
    const work = this.laneOf(channel)
      .run()
      .finally(() => this.atWork.delete(channel));
    this.atWork.set(channel, work);
    return work;
  }

  private laneOf(name: string): ChannelLane {
    const known = this.lanes.get(name);
    if (known) return known;
    const channel = this.channels.get(name) ?? noChannel(name);
    const lane = new ChannelLane(name, channel, { outbox: this.outbox, ...this.hands }, this.pace);
    this.lanes.set(name, lane);
    return lane;
  }
}

/** A channel that nobody set up: what goes there is refused in words. */
const noChannel = (name: string): Channel => ({
  title: `“${name}”`,
  notifier: {
    send: () =>
      Promise.resolve({ outcome: 'refused', why: `没有设置名为“${name}”的通知渠道` } as const),
  },
  addressOf: ({ recipient }) => recipient.key,
});
