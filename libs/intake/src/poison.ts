import { LARGEST_NUMBER } from './read-amount.js';

/** One thing wrong with an input and where it stands, e.g. `payload.targets[0].name`. */
export interface FieldIssue {
  readonly path: string;
  readonly message: string;
}

/** Limits against values that PostgreSQL refuses or that eat memory (reliability M13). */
export const LIMITS = { depth: 64, text: 200_000, key: 200, values: 200_000 } as const;

const POISON = /[\0\p{Surrogate}]/u;

interface Budget {
  left: number;
}

/** Finds the first value that would poison the database or the process, or null. */
export function findPoison(value: unknown): FieldIssue | null {
  return search(value, 1, { left: LIMITS.values });
}

const found = (message: string): FieldIssue => ({ path: '', message });

/** The path grows only on the way back from a find, so that clean input costs no strings. */
function under(step: string, issue: FieldIssue): FieldIssue {
  if (issue.path.length > 200) return issue;
  const joint = issue.path === '' || issue.path.startsWith('[') ? '' : '.';
  return { path: `${step}${joint}${issue.path}`, message: issue.message };
}

function search(value: unknown, depth: number, budget: Budget): FieldIssue | null {
  budget.left -= 1;
  if (budget.left < 0) return found(`内容过多，超过 ${LIMITS.values} 个值`);
  switch (typeof value) {
    case 'string':
      return inText(value);
    case 'number':
      return inNumber(value);
    case 'boolean':
    case 'undefined':
      return null;
    case 'object':
      return value === null ? null : inObject(value, depth, budget);
    case 'bigint':
    case 'symbol':
    case 'function':
      return found('不是 JSON 能表示的值');
  }
}

function inText(text: string): FieldIssue | null {
  if (text.length > LIMITS.text) return found(`文字超过 ${LIMITS.text} 个字符`);
  if (!POISON.test(text)) return null;
  return found(text.includes('\0') ? '含有空字符（\\u0000）' : '含有不完整的字符（孤立代理项）');
}

function inNumber(number: number): FieldIssue | null {
  if (!Number.isFinite(number)) return found('不是有限的数');
  return Math.abs(number) > LARGEST_NUMBER ? found('数字过大，长编号请写成带引号的文字') : null;
}

function inObject(value: object, depth: number, budget: Budget): FieldIssue | null {
  if (depth > LIMITS.depth) return found(`嵌套超过 ${LIMITS.depth} 层`);
  if (Array.isArray(value)) return inList(value, depth, budget);
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) return found('不是 JSON 能表示的值');
  for (const key of Object.keys(value)) {
    const flaw = flawOfKey(key);
    if (flaw) return found(flaw);
    const issue = search((value as Record<string, unknown>)[key], depth + 1, budget);
    if (issue) return under(key, issue);
  }
  return null;
}

function inList(list: readonly unknown[], depth: number, budget: Budget): FieldIssue | null {
  for (let at = 0; at < list.length; at += 1) {
    const issue = search(list[at], depth + 1, budget);
    if (issue) return under(`[${at}]`, issue);
  }
  return null;
}

/** A key named __proto__ would change the prototype of every copy made of the object. */
function flawOfKey(key: string): string | null {
  if (key === '__proto__') return '不允许的字段名“__proto__”';
  if (key.length > LIMITS.key) return `字段名超过 ${LIMITS.key} 个字符`;
  const flaw = inText(key);
  return flaw && `字段名${flaw.message}`;
}
