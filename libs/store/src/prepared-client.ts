import { createHash } from 'node:crypto';
import type { PoolClient } from 'pg';

/** A connection keeps the plans of so many statements; what a unit of work asks is written down in the code. */
const MOST_KEPT = 200;

const names = new Map<string, string>();

/**
 * A client that asks each statement by a name, so that its connection reads and plans it once and not for every
 * batch. Only for units of work that ask the same few statements again and again.
 */
export function preparedClient(client: PoolClient): PoolClient {
  const ask = client.query.bind(client) as (...asked: readonly unknown[]) => unknown;
  const query = (text: unknown, values: unknown, ...rest: readonly unknown[]): unknown => {
    const name = typeof text === 'string' && Array.isArray(values) ? nameOf(text) : null;
    return name === null ? ask(text, values, ...rest) : ask({ name, text, values }, ...rest);
  };
  return new Proxy(client, {
    get: (target, key) => (key === 'query' ? query : (Reflect.get(target, key, target) as unknown)),
  });
}

/** The same in every process; null when there are too many to be kept. */
function nameOf(text: string): string | null {
  const known = names.get(text);
  if (known !== undefined) return known;
  if (names.size >= MOST_KEPT) return null;
  const name = `risk_${createHash('sha256').update(text).digest('hex').slice(0, 32)}`;
  names.set(text, name);
  return name;
}
