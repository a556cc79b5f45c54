/** Which points of an axis get their label: the last one always, and as many before it as have room. */
export function labelledPoints(
  widths: readonly number[],
  pitch: number,
  gap: number,
): readonly number[] {
  const last = widths.length - 1;
  const widest = Math.max(0, ...widths) + gap;
  const step = Math.max(1, Math.ceil(widest / Math.max(pitch, 1e-6)));
  const chosen: number[] = [];
  for (let i = last; i >= 0; i -= step) chosen.unshift(i);
  return chosen;
}

/** The stretches of a line between its gaps: indices of points that are known and stand side by side. */
export function stretches(values: readonly (number | null)[]): readonly (readonly number[])[] {
  const found: number[][] = [];
  values.forEach((value, i) => {
    if (!isKnown(value)) return;
    const before = found.at(-1);
    if (before?.at(-1) === i - 1) before.push(i);
    else found.push([i]);
  });
  return found;
}

/** A value that can be drawn. */
export const isKnown = (value: number | null | undefined): value is number =>
  typeof value === 'number' && Number.isFinite(value);
