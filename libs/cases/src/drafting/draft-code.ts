import type { LetterCode } from '../letters/letters.js';

/** The letters that are drafted from an alert. */
export const DRAFT_CODES = [
  'suspend-registration',
  'warning-talk',
  'order-to-stop',
  'verification-record',
] as const satisfies readonly LetterCode[];
export type DraftCode = (typeof DRAFT_CODES)[number];
export const isDraftCode = (code: string): code is DraftCode =>
  DRAFT_CODES.some((one) => one === code);
