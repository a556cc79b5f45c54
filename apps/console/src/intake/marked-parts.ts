import type { HitSignal } from '../api/intake.js';

/** A stretch of a text: plain, a hit, or a hit that does not count. */
export interface TextPart {
  readonly text: string;
  readonly kind: 'plain' | 'hit' | 'suppressed';
}

/** A text in stretches, with the places in which signals were found; where two overlap, what counts wins. */
export function markedParts(
  text: string,
  field: string,
  signals: readonly HitSignal[],
): TextPart[] {
  const kinds: TextPart['kind'][] = Array.from({ length: text.length }, () => 'plain');
  for (const { place, suppressed } of signals) {
    if (place?.field !== field) continue;
    for (let at = place.start; at < Math.min(place.end, text.length); at += 1)
      if (suppressed === null) kinds[at] = 'hit';
      else if (kinds[at] === 'plain') kinds[at] = 'suppressed';
  }
  return partsOf(text, kinds);
}

function partsOf(text: string, kinds: readonly TextPart['kind'][]): TextPart[] {
  const parts: TextPart[] = [];
  let begin = 0;
  for (let at = 1; at <= text.length; at += 1) {
    if (at < text.length && kinds[at] === kinds[begin]) continue;
    parts.push({ text: text.slice(begin, at), kind: kinds[begin] ?? 'plain' });
    begin = at;
  }
  return parts;
}
