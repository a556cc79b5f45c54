import type { WindowCount } from '@risk/domain';

/**
 * Who said it: the reporter when known, also from another piece of the same group (repeats often come
 * without a name), else the group of repeated and merged pieces; r is the record. Registers speak with
 * one voice, however many events they report.
 */
export const person = (root: string): string => `coalesce(r.reporter_key,
  min(r.reporter_key) over (partition by ${root}, coalesce(r.piece_of, r.id)),
  case r.feed when 'registration' then 'register' else 'piece:' || coalesce(r.piece_of, r.id) end)`;

/** Three columns, for the last 7, 30 and 90 days: `$age` is an interval and `$days` a number. */
export function windows(name: string, expression: string, type = 'int'): string {
  return [7, 30, 90]
    .map((n) => expression.replace('$age', `interval '${n} days'`).replace('$days', String(n)))
    .map((column, i) => `(${column})::${type} as ${name}_d${[7, 30, 90][i] ?? 0}`)
    .join(', ');
}

/** The three columns of a window in a row; nothing known is zero. */
export function windowIn(
  row: Readonly<Record<string, unknown>> | undefined,
  name: string,
): WindowCount {
  const figure = (days: number): number => Number(row?.[`${name}_d${days}`] ?? 0);
  return { d7: figure(7), d30: figure(30), d90: figure(90) };
}
