/** Every overlapping hit, or the leftmost and of those the longest without overlap. */
export type ScanMode = 'all' | 'longest';

/** A piece of a text, in UTF-16 units. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** By start, then by end. */
export const bySpan = (a: Span, b: Span): number => a.start - b.start || a.end - b.end;

/** Keeps the leftmost spans, of those the longest, and nothing that overlaps them; by start. */
export function leftmostLongest<T extends Span>(spans: readonly T[]): T[] {
  const kept: T[] = [];
  const ordered = [...spans].sort((a, b) => a.start - b.start || b.end - a.end);
  for (const span of ordered) if (span.start >= (kept.at(-1)?.end ?? 0)) kept.push(span);
  return kept;
}

/** Drops the spans that lie inside one of the masks; both ordered by start. */
export function unmasked<T extends Span>(
  spans: readonly T[],
  masks: readonly Span[],
): readonly T[] {
  if (masks.length === 0) return spans;
  let next = 0;
  let reach = -1;
  return spans.filter((span) => {
    for (let mask = masks[next]; mask && mask.start <= span.start; mask = masks[++next])
      reach = Math.max(reach, mask.end);
    return span.end > reach;
  });
}
