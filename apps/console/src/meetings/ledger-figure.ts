import type { DutyKind } from '../api/codes.js';
import { DUTY_WORDS } from '../shown/words.js';

/** A figure of the ledger: duties of a kind with an outcome, or alerts that were found. */
export type Figure =
  | {
      readonly of: 'duties';
      readonly unit: string;
      readonly kind: DutyKind | null;
      readonly outcome: string;
    }
  | { readonly of: 'findings'; readonly unit: string; readonly verdict: 'confirmed' | 'refuted' };

export const OUTCOMES: Readonly<Record<string, string>> = {
  ...{ owed: '应办', inTime: '按时办结', late: '逾期办结', overdue: '逾期未办', pending: '未到期' },
};

/** The figure that the address asks for: `answer-late`, `owed`, `confirmed`; null for none. */
export function figureIn(query: URLSearchParams): Figure | null {
  const [unit, figure] = [query.get('unit'), query.get('figure')];
  if (unit === null || figure === null) return null;
  if (figure === 'confirmed' || figure === 'refuted')
    return { of: 'findings', unit, verdict: figure };
  const [first = '', second] = figure.split('-');
  const outcome = second ?? first;
  if (OUTCOMES[outcome] === undefined) return null;
  if (second === undefined) return { of: 'duties', unit, kind: null, outcome };
  return first in DUTY_WORDS ? { of: 'duties', unit, kind: first as DutyKind, outcome } : null;
}
