import type { Transaction } from '@risk/kit';
import { refuseReporters } from '../letters/refuse-reporters.js';
import { blanksOf } from './blanks-of.js';
import type { CaseFile } from './case-file.js';
import type { DraftCode } from './draft-code.js';
import { DRAFT_FORMS, type WrittenLetter } from './forms.js';
import type { SaidOfAny } from './said.js';

/** A letter that somebody wants about an alert. */
export interface DraftRequest {
  readonly alertId: string;
  readonly code: DraftCode;
  /** What only people know. */
  readonly said: SaidOfAny;
}

/** A draft, who would issue it, and what is left to fill in. */
export interface LetterDraft extends WrittenLetter {
  readonly unit: string;
  readonly blanks: readonly string[];
}

/** Writes a letter from what the house knows and what people say; nothing of a reporter passes. */
export class DraftLetter {
  constructor(private readonly file: CaseFile) {}

  async run(tx: Transaction, { alertId, code, said }: DraftRequest): Promise<LetterDraft> {
    const known = await this.file.read(tx, alertId, said.from);
    const { facts, paper } = DRAFT_FORMS[code].write(known, said);
    const { name, representative } = known.firm;
    refuseReporters([paper], known.reporters, [name, representative ?? name]);
    return { facts, paper, unit: known.from, blanks: blanksOf(paper) };
  }
}
