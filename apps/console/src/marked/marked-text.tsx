import { useMemo } from 'react';
import { MARK_KINDS, MARK_WORDS, segmentsOf, strongestOf, titleOf } from './segments.js';
import type { MarkedSpan, MarkKind } from './segments.js';
import './marked.css';

export type { MarkedSpan, MarkKind };

interface MarkedTextProps {
  readonly text: string;
  readonly spans: readonly MarkedSpan[];
  /** Called with the spans of a marked piece that was clicked. */
  readonly choose?: (spans: readonly MarkedSpan[]) => void;
}

/** A text with its marked places; what each is says its title, and a sign that is not only colour. */
export function MarkedText({ text, spans, choose }: MarkedTextProps) {
  const segments = useMemo(() => segmentsOf(text, spans), [text, spans]);
  return (
    <p className="marked-text">
      {segments.map((segment) => {
        const kind = strongestOf(segment.spans);
        if (kind === null) return <span key={segment.from}>{segment.text}</span>;
        return (
          <mark
            key={segment.from}
            className={`marked-${kind}`}
            title={titleOf(segment.spans)}
            onClick={choose && (() => choose(segment.spans))}
          >
            {segment.text}
          </mark>
        );
      })}
    </p>
  );
}

/** What the marks mean, as far as they occur. */
export function MarkLegend({ spans }: { readonly spans: readonly MarkedSpan[] }) {
  const present = MARK_KINDS.filter((kind) => spans.some((span) => span.kind === kind));
  if (present.length === 0) return null;
  return (
    <p className="marked-legend">
      {present.map((kind) => (
        <span key={kind}>
          <mark className={`marked-${kind}`}>例</mark> {MARK_WORDS[kind]}
        </span>
      ))}
    </p>
  );
}
