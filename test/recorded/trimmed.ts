/** What is shown once to whoever asked stands in no document. */
const ONCE = new Set(['password', 'token', 'code']);
const ROWS = 2;
const NAMES = 24;
const FEW = 3;
const LENGTH = 240;

/** A value as an example of itself: the first rows of long lists, the beginning of long texts, no secret. */
export function trimmed(value: unknown): unknown {
  if (Array.isArray(value)) return value.slice(0, ROWS).map(trimmed);
  if (typeof value === 'string')
    return value.length > LENGTH ? `${value.slice(0, LENGTH)}…` : value;
  if (typeof value !== 'object' || value === null) return value;
  const all = Object.entries(value);
  const shown = all.length > NAMES && isTable(value) ? all.slice(0, FEW) : all;
  return Object.fromEntries(shown.map(([name, one]) => [name, trimmed(one)]));
}

/** The secrets of an answer, replaced by the word that they were there. */
export const withoutSecrets = (answer: unknown): unknown =>
  typeof answer !== 'object' || answer === null || Array.isArray(answer)
    ? answer
    : Object.fromEntries(
        Object.entries(answer).map(([name, one]) => [
          name,
          ONCE.has(name) && typeof one === 'string' ? '（只显示这一次）' : one,
        ]),
      );

const isTable = (value: object): boolean =>
  Object.keys(value).some((name) => !/^[a-zA-Z][a-zA-Z0-9]*$/.test(name));
