import type { LegalElement } from '@risk/domain';

/** The three elements of article 2 of the Regulation; publicity is asked for by criminal law only. */
export const CHECKED_ELEMENTS = [
  'illegality',
  'inducement',
  'sociality',
] as const satisfies readonly LegalElement[];
export type CheckedElement = (typeof CHECKED_ELEMENTS)[number];

const FINDING_NAMES = { met: '具备', 'not-met': '不具备', unclear: '不明' } as const;
export type Finding = keyof typeof FINDING_NAMES;
export const FINDINGS = Object.keys(FINDING_NAMES) as Finding[];
export const findingName = (finding: Finding): string => FINDING_NAMES[finding];

/** What is known of one element, and by what. */
export interface CheckedLine {
  readonly element: CheckedElement;
  readonly finding: Finding;
  readonly evidence: readonly string[];
  readonly because: string | null;
}

/** A finding as it was noted. */
interface FoundElement {
  readonly element: CheckedElement;
  readonly finding: Finding;
  readonly evidence: readonly string[];
  readonly because: string;
}

/** One line an element, always all three: the latest finding, unclear when nobody looked. */
export const checklistElements = (found: readonly FoundElement[]): CheckedLine[] =>
  CHECKED_ELEMENTS.map((element) => {
    const latest = found.findLast((one) => one.element === element);
    if (!latest) return { element, finding: 'unclear', evidence: [], because: null };
    const { finding, evidence, because } = latest;
    return { element, finding, evidence, because };
  });
