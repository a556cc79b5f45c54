import type { Bounds } from './bounds.js';

/** A place between numbers: just before `at`, or just after it. */
interface Cut {
  readonly at: number;
  readonly after: boolean;
}

/** All numbers between two cuts. */
export interface Span {
  readonly from: Cut;
  readonly to: Cut;
}

const START: Cut = { at: -Infinity, after: false };
const END: Cut = { at: Infinity, after: true };

const before = (a: Cut, b: Cut): boolean => a.at < b.at || (a.at === b.at && !a.after && b.after);
const later = (a: Cut, b: Cut): Cut => (before(a, b) ? b : a);
const sooner = (a: Cut, b: Cut): Cut => (before(a, b) ? a : b);

/** A cut among whole numbers stands before the next of them, so that 大于3 and 不少于4 are one thing. */
const amongWhole = ({ at, after }: Cut): Cut =>
  Number.isFinite(at)
    ? { at: after ? Math.floor(at) + 1 : Math.ceil(at), after: false }
    : { at, after };

/** The numbers within limits; `whole` when only whole numbers occur. */
export function spansOf(bounds: Bounds, whole: boolean): readonly Span[] {
  const { above = -Infinity, atLeast = -Infinity, below = Infinity, atMost = Infinity } = bounds;
  const from = later(above === -Infinity ? START : { at: above, after: true }, {
    at: atLeast,
    after: false,
  });
  const to = sooner(below === Infinity ? END : { at: below, after: false }, {
    at: atMost,
    after: true,
  });
  const span = whole ? { from: amongWhole(from), to: amongWhole(to) } : { from, to };
  return before(span.from, span.to) ? [span] : [];
}

/** The numbers in both, in ascending order if they were. */
export const common = (a: readonly Span[], b: readonly Span[]): readonly Span[] =>
  a.flatMap((one) =>
    b.flatMap((other) => {
      const span = { from: later(one.from, other.from), to: sooner(one.to, other.to) };
      return before(span.from, span.to) ? [span] : [];
    }),
  );

/** The numbers of `a` that are not in `b`. */
export const without = (a: readonly Span[], b: readonly Span[]): readonly Span[] =>
  b.reduce<readonly Span[]>((left, { from, to }) => common(left, outside(from, to)), a);

const outside = (from: Cut, to: Cut): readonly Span[] => [
  { from: START, to: from },
  { from: to, to: END },
];

/** The numbers that are not below all of these. */
export const notBelow = (spans: readonly Span[]): readonly Span[] =>
  spans.length === 0 ? [] : [{ from: spans.map(({ from }) => from).reduce(sooner), to: END }];

/** The numbers that are not above all of these. */
export const notAbove = (spans: readonly Span[]): readonly Span[] =>
  spans.length === 0 ? [] : [{ from: START, to: spans.map(({ to }) => to).reduce(later) }];
