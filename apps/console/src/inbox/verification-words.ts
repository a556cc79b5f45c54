import type { CheckedElement, CheckedLine, Conclusion, VerificationFacts } from '../api/inbox.js';

/** Of the elements of the law, those that are looked into one by one. */
export const CHECKED: readonly CheckedElement[] = ['illegality', 'inducement', 'sociality'];

/** How a verification can end. */
export const CONCLUSIONS: readonly Conclusion[] = [
  ...(['confirmed', 'refuted', 'insufficient', 'administrative'] as const),
];

export const ACTION_WORDS = {
  visit: '走访、进入场所',
  interview: '询问',
  documents: '查阅、复制、封存',
  account: '查询账户',
  other: '其他',
} as const;

/** How a verification ended; null while it is open. */
export const endOf = ({ entries }: VerificationFacts) =>
  entries.find(({ kind }) => kind === 'concluded') ?? null;

/** What of the checklist speaks against a conclusion; null when nothing does. The server decides by the same rules. */
export function faultOf(conclusion: Conclusion, checklist: readonly CheckedLine[]): string | null {
  const isProved = checklist.every(
    ({ finding, evidence }) => finding === 'met' && evidence.length > 0,
  );
  if (conclusion === 'confirmed' && !isProved) return '查实须三性都具备并且各有证据';
  if (conclusion === 'refuted' && !checklist.some(({ finding }) => finding === 'not-met'))
    return '排除须至少一性不具备；都没有查明的请选“证据不足”';
  if (conclusion === 'insufficient' && isProved) return '三性都已具备且有证据，请选“查实”';
  return null;
}
