import { chinaTime, type Clock } from '@risk/kit';
import type { Outage } from './channel-lane.js';
import type { DeliverNotices } from './deliver-notices.js';
import type { NoticeOutbox } from './ports.js';

/** Keeps the one sentence of a source that people should see; null takes it away. */
export type Warn = (source: string, sentence: string | null, at: Date) => Promise<unknown>;

const UNKNOWN = 'notices:unknown';

/** Says on screen which channels are down and how many notices have an unknown fate. */
export class WatchDelivery {
  constructor(
    private readonly outbox: NoticeOutbox,
    private readonly deliver: DeliverNotices,
    private readonly clock: Clock,
    private readonly warn: Warn,
  ) {}

  async run(): Promise<void> {
    const at = this.clock.now();
    const { unknown, waiting } = await this.outbox.figures();
    await this.warn(UNKNOWN, unknown === 0 ? null : unknownSentence(unknown), at);
    const outages = new Map(this.deliver.outages().map((one) => [one.channel, one]));
    for (const channel of this.deliver.channelNames()) {
      const outage = outages.get(channel);
      const sentence = outage ? outageSentence(outage, waiting.get(channel) ?? 0) : null;
      await this.warn(`channel:${channel}`, sentence, at);
    }
  }

  /** What health has to say: null when every channel works. */
  async missing(): Promise<string | null> {
    const outages = this.deliver.outages();
    if (outages.length === 0) return null;
    const { waiting } = await this.outbox.figures();
    return outages.map((one) => outageSentence(one, waiting.get(one.channel) ?? 0)).join('；');
  }
}

const unknownSentence = (count: number): string =>
  `有 ${count} 封通知不知道对方是否收到，没有自动重发；请用 risk notices list --state unknown 查看，核实后重发或结清`;

const outageSentence = ({ title, since, why }: Outage, waiting: number): string =>
  `通知渠道${title}自 ${chinaTime(since)} 起不通（${why}），有 ${waiting} 封通知等待`;
