/** A line of two texts beside one another. */
export interface DiffLine {
  readonly kind: 'same' | 'removed' | 'added';
  readonly text: string;
}

/** Lines around a change that are shown with it. */
const AROUND = 2;
/** Longer texts are told as a whole: comparing takes the product of their lengths. */
const MOST_LINES = 600;

/** What differs between two texts, line by line, with a little of what is around. */
export function lineDifference(before: string, after: string): readonly DiffLine[] {
  const [old, now] = [linesOf(before), linesOf(after)];
  if (old.length > MOST_LINES || now.length > MOST_LINES)
    return [...old.map(removed), ...now.map(added)];
  return near(aligned(old, now));
}

const linesOf = (text: string): readonly string[] => (text === '' ? [] : text.split('\n'));
const removed = (text: string): DiffLine => ({ kind: 'removed', text });
const added = (text: string): DiffLine => ({ kind: 'added', text });

/** How many lines of both are the same from each place on, at most. */
function commonFrom(old: readonly string[], now: readonly string[]): readonly number[][] {
  const table = Array.from({ length: old.length + 1 }, () =>
    new Array<number>(now.length + 1).fill(0),
  );
  for (let i = old.length - 1; i >= 0; i--)
    for (let j = now.length - 1; j >= 0; j--) {
      const row = table[i] ?? [];
      row[j] =
        old[i] === now[j]
          ? (table[i + 1]?.[j + 1] ?? 0) + 1
          : Math.max(table[i + 1]?.[j] ?? 0, row[j + 1] ?? 0);
    }
  return table;
}

/** The line that comes next where old and new stand. */
function lineAt(
  table: readonly (readonly number[])[],
  [i, was]: readonly [number, string],
  [j, is]: readonly [number, string],
): DiffLine {
  if (was === is) return { kind: 'same', text: was };
  const isOldFirst = (table[i + 1]?.[j] ?? 0) >= (table[i]?.[j + 1] ?? 0);
  return isOldFirst ? removed(was) : added(is);
}

function aligned(old: readonly string[], now: readonly string[]): DiffLine[] {
  const table = commonFrom(old, now);
  const lines: DiffLine[] = [];
  let [i, j] = [0, 0];
  while (i < old.length && j < now.length) {
    const line = lineAt(table, [i, old[i] ?? ''], [j, now[j] ?? '']);
    lines.push(line);
    if (line.kind !== 'added') i++;
    if (line.kind !== 'removed') j++;
  }
  return [...lines, ...old.slice(i).map(removed), ...now.slice(j).map(added)];
}

/** Leaves out what stays the same far from any change. */
function near(lines: readonly DiffLine[]): DiffLine[] {
  const isChange = (at: number): boolean => (lines[at]?.kind ?? 'same') !== 'same';
  const isShown = (at: number): boolean => {
    for (let beside = at - AROUND; beside <= at + AROUND; beside++)
      if (isChange(beside)) return true;
    return false;
  };
  return lines.flatMap((line, at) => {
    if (isShown(at)) return [line];
    return isShown(at - 1) ? [{ kind: 'same', text: '……' }] : [];
  });
}
