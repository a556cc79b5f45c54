type Json = Readonly<Record<string, unknown>>;

const HEAD: ReadonlySet<string> = new Set(['sourceId', 'occurredAt', 'operation', 'related']);

/** What an envelope holds at the target of a column, as people read it. */
export function shownValue(envelope: Json, code: string): string {
  const [path = ''] = code.split(':');
  const from = HEAD.has(path) ? envelope : envelope['payload'];
  return textOf(steps(path).reduce<unknown>(inside, from));
}

const steps = (path: string): string[] => path.split(/[.[\]]+/).filter((step) => step !== '');

/** A list without a number is looked into as a whole: `shareholders[].name`. */
function inside(value: unknown, step: string): unknown {
  if (typeof value !== 'object' || value === null) return undefined;
  if (Array.isArray(value) && !/^\d+$/.test(step)) return value.map((one) => inside(one, step));
  return (value as Json)[step];
}

function textOf(value: unknown): string {
  if (value === undefined || value === null) return '';
  if (Array.isArray(value)) return value.map(textOf).join('；');
  if (typeof value === 'boolean') return value ? '是' : '否';
  return typeof value === 'string' ? value : JSON.stringify(value);
}
