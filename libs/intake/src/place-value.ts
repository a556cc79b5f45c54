/** One step of a path: a field, or an element of a list (`+` appends). */
type Step = { readonly field: string } | { readonly at: number | '+' };

/** Where in a payload a column goes, e.g. `targets[0].name` or `phones[]`. */
export type Path = readonly Step[];

const PATH = /^[A-Za-z][A-Za-z0-9]*(?:\[\d?\])?(?:\.[A-Za-z][A-Za-z0-9]*(?:\[\d?\])?)*$/;

/** Whether a text is a path that a column can point to. */
export const isPath = (text: string): boolean => PATH.test(text);

/** Takes a path apart. */
export function pathOf(text: string): Path {
  const steps = text.matchAll(/([A-Za-z][A-Za-z0-9]*)|\[(\d?)\]/g);
  return [...steps].map(([, field, at]): Step => {
    if (field !== undefined) return { field };
    return { at: at === '' || at === undefined ? '+' : Number(at) };
  });
}

type Container = Record<string, unknown> | unknown[];

/** Puts a value at a path of a fresh payload; containers grow as needed. */
export function placeValue(payload: Record<string, unknown>, path: Path, value: unknown): void {
  let container: Container = payload;
  path.forEach((step, index) => {
    const next = path[index + 1];
    if (next === undefined) write(container, step, value);
    else container = enter(container, step, 'at' in next);
  });
}

/** What stands at a path now. */
export function valueAt(payload: Readonly<Record<string, unknown>>, path: Path): unknown {
  return path.reduce<unknown>((inner, step) => {
    if (typeof inner !== 'object' || inner === null) return undefined;
    const key = 'field' in step ? step.field : step.at;
    return key === '+' ? undefined : (inner as Record<string | number, unknown>)[key];
  }, payload);
}

function write(container: Container, step: Step, value: unknown): void {
  if (Array.isArray(container)) {
    if ('at' in step) container[step.at === '+' ? container.length : step.at] = value;
  } else if ('field' in step) container[step.field] = value;
}

function enter(container: Container, step: Step, list: boolean): Container {
  const key = keyIn(container, step);
  const inner = (container as Record<string | number, unknown>)[key] as Container | undefined;
  if (inner !== undefined) return inner;
  const fresh: Container = list ? [] : {};
  (container as Record<string | number, unknown>)[key] = fresh;
  return fresh;
}

function keyIn(container: Container, step: Step): string | number {
  if ('field' in step) return step.field;
  return step.at === '+' ? (container as unknown[]).length : step.at;
}
