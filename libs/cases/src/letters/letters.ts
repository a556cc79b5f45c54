import type { Paper } from '@risk/domain';
import { handover } from './handover.js';
import { meetingAgenda } from './meeting-agenda.js';
import { meetingMinutes } from './meeting-minutes.js';
import { orderToStop } from './order-to-stop.js';
import { suspendRegistration } from './suspend-registration.js';
import { verificationRecord } from './verification-record.js';
import { warningTalk } from './warning-talk.js';

/** Every statutory letter; one line adds one. */
export const LETTERS = {
  handover,
  'suspend-registration': suspendRegistration,
  'warning-talk': warningTalk,
  'order-to-stop': orderToStop,
  'meeting-agenda': meetingAgenda,
  'meeting-minutes': meetingMinutes,
  'verification-record': verificationRecord,
} as const;

export type LetterCode = keyof typeof LETTERS;
export const LETTER_CODES = Object.keys(LETTERS) as LetterCode[];

/** What a letter wants to know. */
export type FactsOf<Code extends LetterCode> = Parameters<(typeof LETTERS)[Code]['write']>[0];

type Writers = { readonly [Code in LetterCode]: { write(facts: FactsOf<Code>): readonly Paper[] } };
const WRITERS: Writers = LETTERS;

/** Writes the drafts of a letter from its facts. */
export const writeLetter = <Code extends LetterCode>(
  code: Code,
  facts: FactsOf<Code>,
): readonly Paper[] => WRITERS[code].write(facts);
