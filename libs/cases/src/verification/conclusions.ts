import { elementName } from '@risk/domain';
import type { AlertStep } from '../desk/ports.js';
import type { CheckedLine } from './checklist.js';
import type { Conclusion } from './verification.js';

/** What a conclusion does to the alert, and what of the checklist contradicts it. */
interface ConclusionRule {
  readonly step: AlertStep['kind'];
  /** Words for what is wrong; null when the checklist bears it out. */
  readonly fault: (checklist: readonly CheckedLine[]) => string | null;
}

const named = (lines: readonly CheckedLine[]): string =>
  lines.map(({ element }) => elementName(element)).join('、');

function notProved(checklist: readonly CheckedLine[]): string | null {
  const missing = checklist.filter(({ finding }) => finding !== 'met');
  if (missing.length > 0)
    return `查实须三性都具备（《防范和处置非法集资条例》第二条），还缺${named(missing)}`;
  const bare = checklist.filter(({ evidence }) => evidence.length === 0);
  return bare.length > 0 ? `查实须每一性都有证据，还缺${named(bare)}的证据` : null;
}

const isProved = (checklist: readonly CheckedLine[]): boolean => notProved(checklist) === null;

/** Every conclusion; one line to add one. */
export const CONCLUSIONS: Readonly<Record<Conclusion, ConclusionRule>> = {
  confirmed: { step: 'confirmed', fault: notProved },
  refuted: {
    step: 'refuted',
    fault: (checklist) =>
      checklist.some(({ finding }) => finding === 'not-met')
        ? null
        : '排除须至少一性不具备；都没有查明的请记为证据不足（insufficient）',
  },
  insufficient: {
    step: 'closed',
    fault: (checklist) =>
      isProved(checklist) ? '三性都已具备且有证据，不是证据不足，请记为查实（confirmed）' : null,
  },
  administrative: { step: 'closed', fault: () => null },
};
