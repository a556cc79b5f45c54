import { pointAt } from './code-points.js';
import { foldedOf } from './fold-table.js';
import type { Joint } from './joined-reading.js';
import type { Reading } from './reading.js';
import { joined } from './shapes.js';
import { foldedCodes, isHalf } from './symbols.js';

const characterAt = (reading: Reading, k: number): number =>
  foldedOf(pointAt(reading.text, reading.startOf(k)));

/** The split characters of a reading whose halves stand side by side (亻呆), where the left half stands for nothing else. */
export function halvesIn(reading: Reading): Joint[] {
  const found: Joint[] = [];
  const { codes, markedFrom, markedTo, length } = reading;
  const end = Math.min(markedTo, length - 1);
  for (let k = markedFrom; k < end; k++) {
    if (!isHalf(codes[k] ?? 0) || reading.endOf(k) !== reading.startOf(k + 1)) continue;
    const whole = joined(characterAt(reading, k), characterAt(reading, k + 1));
    if (whole === 0) continue;
    found.push({ at: k++, takes: 2, code: foldedCodes(whole)[0] ?? 0 });
  }
  return found;
}
