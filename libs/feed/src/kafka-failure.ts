import { Invalid, RiskError, Unavailable } from '@risk/kit';

/** Kafka says: you are no longer the owner of these partitions, join again. */
const LOST_OWNERSHIP = new Set([
  'REBALANCE_IN_PROGRESS',
  'ILLEGAL_GENERATION',
  'UNKNOWN_MEMBER_ID',
  'NOT_COORDINATOR_FOR_GROUP',
  'FENCED_INSTANCE_ID',
]);

/** Kafka says: this message will never be taken, however often it comes. */
const REFUSED = new Set([
  'MESSAGE_TOO_LARGE',
  'RECORD_LIST_TOO_LARGE',
  'INVALID_RECORD',
  'CORRUPT_MESSAGE',
]);

/** The protocol's name of the error, from whichever wrapper kafkajs put around it. */
export function protocolErrorOf(error: unknown): string | null {
  let inner: unknown = error;
  for (let depth = 0; depth < 5 && inner instanceof Error; depth += 1) {
    if ('type' in inner && typeof inner.type === 'string') return inner.type;
    inner = inner.cause;
  }
  return null;
}

/** Whether somebody else may own the partitions by now. */
export const hasLostOwnership = (error: unknown): boolean =>
  LOST_OWNERSHIP.has(protocolErrorOf(error) ?? '');

/** A failed send in the house's own words: refused for good, or worth another try. */
export function sendFailureOf(error: unknown, topic: string): RiskError {
  if (error instanceof RiskError) return error;
  const because = sentenceOf(error);
  const type = protocolErrorOf(error);
  const facts = { topic, type };
  const options = { cause: error };
  return type !== null && REFUSED.has(type)
    ? new Invalid(`Kafka 拒收发往 ${topic} 的消息：${because}`, facts, options)
    : new Unavailable(`发往 ${topic} 的消息未能送达 Kafka：${because}`, facts, options);
}

/** What went wrong, on one line. */
export function sentenceOf(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).split('\n', 1)[0] ?? '';
}

/** Whatever was thrown, as an Error. */
export const asError = (thrown: unknown): Error =>
  thrown instanceof Error ? thrown : new Error(String(thrown));
