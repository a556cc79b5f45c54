import { Invalid, RiskError, Unavailable } from '@risk/kit';

/** SQLSTATE classes that say: not now, the same call may succeed later. */
const PASSING = [
  '08', // connection
  '53', // out of resources: disk, memory, connections
  '57', // shutdown, crash, cancelled
  '58', // I/O of the server
  '40', // serialization failure, deadlock
  '25', // transaction state after a cut connection
];
const PASSING_CODES = new Set([
  '55P03',
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'ENOENT',
]);
/** SQLSTATE classes that say: this value can never be stored. */
const POISON = ['22', '54'];
/** What is wrong with such a value; what PostgreSQL says itself is English, and may repeat the value. */
const POISON_WORDS: Readonly<Record<string, string>> = {
  '22001': '太长',
  '22003': '数超出范围',
  '22008': '时间超出范围',
  '22021': '里面有不能保存的字符',
  '22P05': '里面有不能保存的字符',
};
const PASSING_WORDS =
  /Connection terminated|QueryRunnerProviderAlreadyReleased|timeout exceeded|Query read timeout|not queryable|Client has encountered|ended/i;

interface Coded {
  readonly code?: unknown;
  readonly name?: unknown;
  readonly message?: unknown;
}

/** Turns what PostgreSQL, pg and TypeORM throw into the house's own kinds of failure. */
export function translateError(error: unknown): Error {
  if (error instanceof RiskError) return error;
  const { code, name, message } = (error ?? {}) as Coded;
  const state = typeof code === 'string' ? code : '';
  const text = `${String(name)} ${String(message)}`;
  const options = { cause: error };
  if (
    PASSING_CODES.has(state) ||
    PASSING.some((c) => state.startsWith(c)) ||
    PASSING_WORDS.test(text)
  ) {
    return new Unavailable('数据库暂时不可用', { code: state }, options);
  }
  if (POISON.some((c) => state.startsWith(c))) {
    const words = POISON_WORDS[state] ?? `代码 ${state}`;
    return new Invalid(`数据库不能保存这个值：${words}`, { code: state }, options);
  }
  if (state === '23505')
    return new Unavailable('两个进程同时写了同一条数据', { code: state }, options);
  return error instanceof Error ? error : new Error(String(error));
}
