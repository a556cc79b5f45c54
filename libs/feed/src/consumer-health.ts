import { assertNever, minutes, seconds, type Milliseconds } from '@risk/kit';
import type { RunningBatch } from './batch-lanes.js';

/** Where the consumer stands with Kafka. */
export type ConsumerState =
  | { readonly state: 'stopped' }
  | { readonly state: 'connecting'; readonly failures: number; readonly because: string | null }
  | { readonly state: 'joined'; readonly since: Date };

export interface ConsumerFacts {
  readonly consumer: ConsumerState;
  readonly lastFetchAt: Date | null;
  readonly batches: readonly RunningBatch[];
}

/** Whether the feeds are usable, and if not, why, for a person. */
export interface ConsumerHealth {
  readonly ok: boolean;
  readonly why?: string;
  readonly lastFetchAt: Date | null;
}

/** A fetch answers within half a second even when there is nothing: so much silence is a fault … */
const SILENT_AFTER: Milliseconds = seconds(30);
/** … and so much, longer than any rebalance (60 s in kafkajs), will not heal by itself. */
const LOST_AFTER: Milliseconds = seconds(120);
/** A batch takes a second or two: five minutes means that it hangs. */
const STUCK_AFTER: Milliseconds = minutes(5);

/** Judges by what was really fetched and handled, never by the process being alive. */
export function judgeHealth(facts: ConsumerFacts, now: Date): ConsumerHealth {
  const why = complaintOf(facts, now);
  const { lastFetchAt } = facts;
  return why === null ? { ok: true, lastFetchAt } : { ok: false, why, lastFetchAt };
}

/** The client lives but brings nothing any more, and no batch explains it: only a new one helps. */
export const isLost = (facts: ConsumerFacts, now: Date): boolean =>
  silenceOf(facts, now) > LOST_AFTER;

function complaintOf(facts: ConsumerFacts, now: Date): string | null {
  const { consumer } = facts;
  switch (consumer.state) {
    case 'stopped':
      return 'Kafka 消费者已停止';
    case 'connecting':
      return connectingComplaint(consumer);
    case 'joined':
      return batchComplaint(facts.batches, now) ?? silenceComplaint(facts, now);
    default:
      return assertNever(consumer);
  }
}

const connectingComplaint = ({
  failures,
  because,
}: ConsumerState & { state: 'connecting' }): string =>
  because === null
    ? '正在连接 Kafka'
    : `连不上 Kafka（已失败 ${failures} 次，仍在重试）：${because}`;

function batchComplaint(batches: readonly RunningBatch[], now: Date): string | null {
  const failing = batches.find((batch) => batch.failures > 0);
  if (failing) {
    return `一批 ${failing.records} 条消息处理失败 ${failing.failures} 次，正在重试：${failing.because ?? ''}`;
  }
  const stuck = batches.find((batch) => now.getTime() - batch.since.getTime() > STUCK_AFTER);
  return stuck
    ? `一批 ${stuck.records} 条消息已处理 ${secondsBetween(stuck.since, now)} 秒仍未完成`
    : null;
}

function silenceComplaint(facts: ConsumerFacts, now: Date): string | null {
  const silence = silenceOf(facts, now);
  return silence > SILENT_AFTER ? `已 ${Math.round(silence / 1000)} 秒没有从 Kafka 取数` : null;
}

function silenceOf({ consumer, lastFetchAt, batches }: ConsumerFacts, now: Date): Milliseconds {
  if (consumer.state !== 'joined' || batches.length > 0) return 0;
  return now.getTime() - Math.max(consumer.since.getTime(), lastFetchAt?.getTime() ?? 0);
}

const secondsBetween = (from: Date, to: Date): number =>
  Math.round((to.getTime() - from.getTime()) / 1000);
