/** One measured figure, as printed on stdout (CONTRACTS: Evaluation). */
export interface Figure {
  readonly set: string;
  readonly figure: string;
  readonly value: number;
  /** How many rows it rests on. */
  readonly n: number;
}

/** A row that was judged: how strongly, and whether people called it a case. */
export interface Graded {
  readonly score: number;
  readonly positive: boolean;
}

/**
 * Area under the ROC curve: how often a case scores higher than a non-case, ties counting half.
 * Computed from rank sums (Mann-Whitney), exact with ties.
 */
export function areaUnderCurve(rows: readonly Graded[]): number {
  const sorted = [...rows].sort((a, b) => a.score - b.score);
  const positives = sorted.filter((row) => row.positive).length;
  const negatives = sorted.length - positives;
  if (positives === 0 || negatives === 0) return Number.NaN;
  let rankSum = 0;
  for (let from = 0; from < sorted.length;) {
    const to = endOfTie(sorted, from);
    const rank = (from + to + 1) / 2;
    rankSum += rank * sorted.slice(from, to).filter((row) => row.positive).length;
    from = to;
  }
  return (rankSum - (positives * (positives + 1)) / 2) / (positives * negatives);
}

function endOfTie(sorted: readonly Graded[], from: number): number {
  const score = sorted[from]?.score;
  let to = from + 1;
  while (to < sorted.length && sorted[to]?.score === score) to += 1;
  return to;
}

/** Precision, recall and F1 of calling everything from `threshold` up a case. */
export function gradesAt(
  rows: readonly Graded[],
  threshold: number,
): { readonly precision: number; readonly recall: number; readonly f1: number } {
  const called = rows.filter((row) => row.score >= threshold);
  const right = called.filter((row) => row.positive).length;
  const positives = rows.filter((row) => row.positive).length;
  const precision = called.length === 0 ? 0 : right / called.length;
  const recall = positives === 0 ? 0 : right / positives;
  const f1 = precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);
  return { precision, recall, f1 };
}

/** The usual four figures of a labelled set. */
export function labelledFigures(set: string, rows: readonly Graded[], threshold: number): Figure[] {
  const { precision, recall, f1 } = gradesAt(rows, threshold);
  const figures = { auc: areaUnderCurve(rows), f1, precision, recall };
  return Object.entries(figures).map(([figure, value]) => ({ set, figure, value, n: rows.length }));
}

/** How many of 1,000 reach each tier or a higher one. */
export function tierFigures(
  set: string,
  scores: readonly number[],
  tiers: Readonly<Record<string, number>>,
): Figure[] {
  return Object.entries(tiers).map(([tier, bound]) => ({
    set,
    figure: `${tier}-or-higher-per-1000`,
    value: (1000 * scores.filter((score) => score >= bound).length) / Math.max(1, scores.length),
    n: scores.length,
  }));
}
