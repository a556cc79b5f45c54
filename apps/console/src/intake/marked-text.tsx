import type { HitSignal } from '../api/intake.js';
import { markedParts } from './marked-parts.js';

interface MarkedTextProps {
  readonly text: string;
  readonly field: string;
  readonly signals: readonly HitSignal[];
}

/** A text in which what was found is marked; what does not count is struck through. */
export function MarkedText({ text, field, signals }: MarkedTextProps) {
  return (
    <p className="intake-text">
      {markedParts(text, field, signals).map(({ text: part, kind }, at) => {
        if (kind === 'plain') return part;
        return kind === 'hit' ? <mark key={at}>{part}</mark> : <s key={at}>{part}</s>;
      })}
    </p>
  );
}
