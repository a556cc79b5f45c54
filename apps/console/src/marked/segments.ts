/** What a marked place is; the earlier in this list, the stronger where several overlap. */
export const MARK_KINDS = ['hit', 'yield', 'suppressed', 'rule', 'cue'] as const;
export type MarkKind = (typeof MARK_KINDS)[number];

/** What each kind is called; said beside the text, for colour is never the only sign. */
export const MARK_WORDS: Readonly<Record<MarkKind, string>> = {
  ...{ hit: '计分的词语', yield: '数字诱饵', rule: '规则所依', cue: '语境提示词' },
  suppressed: '不计分的词语',
};

/** A place in a text, in UTF-16 units, and what it is. */
export interface MarkedSpan {
  readonly from: number;
  readonly to: number;
  readonly kind: MarkKind;
  /** Why it is marked, in a sentence. */
  readonly title: string;
}

/** A piece of the text that is marked alike throughout; without spans it is not marked at all. */
export interface Segment {
  readonly from: number;
  readonly text: string;
  readonly spans: readonly MarkedSpan[];
}

/** Cuts a text where marks begin and end, so that overlapping ones can be drawn without nesting. */
export function segmentsOf(text: string, spans: readonly MarkedSpan[]): readonly Segment[] {
  const inside = spans.flatMap((span) => {
    const [from, to] = [Math.max(0, span.from), Math.min(text.length, span.to)];
    return from < to ? [{ ...span, from, to }] : [];
  });
  const cuts = new Set([0, text.length, ...inside.flatMap(({ from, to }) => [from, to])]);
  const places = [...cuts].sort((a, b) => a - b);
  return places.slice(0, -1).map((from, i) => {
    const to = places[i + 1] ?? text.length;
    return {
      from,
      text: text.slice(from, to),
      spans: inside.filter((span) => span.from <= from && span.to >= to),
    };
  });
}

/** The strongest of what overlaps; null where nothing is marked. */
export const strongestOf = (spans: readonly MarkedSpan[]): MarkKind | null =>
  MARK_KINDS.find((kind) => spans.some((span) => span.kind === kind)) ?? null;

/** Why a place is marked: everything that overlaps there, each once. */
export const titleOf = (spans: readonly MarkedSpan[]): string =>
  [...new Set(spans.map(({ title }) => title))].join('\n');
