import { readForm } from '@risk/kit';
import type { Paper } from '@risk/domain';
import type { z } from 'zod';
import { writeLetter, type FactsOf, type LetterCode } from '../letters/letters.js';
import type { DraftCode } from './draft-code.js';
import type { KnownOfCase } from './known-of-case.js';
import { stopSaid, suspensionSaid, verificationSaid, warningSaid, type SaidOfAny } from './said.js';
import { stopFacts } from './stop-facts.js';
import { suspensionFacts } from './suspension-facts.js';
import { verificationFacts } from './verification-facts.js';
import { warningFacts } from './warning-facts.js';

/** A letter as it was written, and from what. */
export interface WrittenLetter {
  readonly facts: object;
  readonly paper: Paper;
}

/** How a letter comes to be: what people may say, and what becomes of it with what the house knows. */
interface DraftForm {
  readonly said: z.ZodType<SaidOfAny>;
  write(known: KnownOfCase, said: unknown): WrittenLetter;
}

/** How each of them is written; one line adds one. */
export const DRAFT_FORMS: Readonly<Record<DraftCode, DraftForm>> = {
  'suspend-registration': form('suspend-registration', suspensionSaid, suspensionFacts),
  'warning-talk': form('warning-talk', warningSaid, warningFacts),
  'order-to-stop': form('order-to-stop', stopSaid, stopFacts),
  'verification-record': form('verification-record', verificationSaid, verificationFacts),
};

function form<Code extends LetterCode, Said extends SaidOfAny>(
  code: Code,
  said: z.ZodType<Said>,
  factsOf: (known: KnownOfCase, said: Said) => FactsOf<Code>,
): DraftForm {
  return {
    said,
    write: (known, body) => {
      const facts = factsOf(known, readForm(said, body));
      const [paper] = writeLetter(code, facts);
      if (!paper) throw new Error(`${code} wrote nothing`);
      return { facts, paper };
    },
  };
}
