import { chinaDay, Invalid, type Clock, type Transaction } from '@risk/kit';
import { signPaper, type Signing } from '../letters/sign-paper.js';
import type { DraftLetter, DraftRequest, LetterDraft } from './draft-letter.js';
import type { LetterStore, PaperPress, Pressed, SignedLetter } from './ports.js';

/** A letter that a person signs: the facts of a draft, a number, a day, a name and a reason. */
export interface SigningRequest extends DraftRequest, Omit<Signing, 'on'> {
  /** yyyy-mm-dd; null is today. */
  readonly on: string | null;
}

/** A signed letter with its bytes. */
export type IssuedLetter = SignedLetter & Pick<Pressed, 'bytes'>;

/** Turns a draft into a letter that may go out, and keeps it with its digests. */
export class SignLetter {
  constructor(
    private readonly draft: DraftLetter,
    private readonly store: LetterStore,
    private readonly press: PaperPress,
    private readonly clock: Clock,
  ) {}

  async run(tx: Transaction, request: SigningRequest): Promise<IssuedLetter> {
    const { alertId, code, by, because, number } = request;
    const at = this.clock.now();
    const on = dayOf(request.on, chinaDay(at));
    const said = { ...request.said, on: request.said.on ?? on };
    const written = await this.draft.run(tx, { alertId, code, said });
    refuseBlanks(written);
    const { paper, signature } = signPaper(written.paper, { by, because, on, number });
    const { bytes, size, sha256, sm3 } = await this.press.docx(paper);
    const { facts, unit } = written;
    const kept = await this.store.keep(tx, {
      ...{ alertId, code, unit, number, on, title: paper.title, size, sha256, sm3 },
      ...{ ...signature, at, facts, paper },
    });
    return { ...kept, bytes };
  }
}

function dayOf(wanted: string | null, today: string): string {
  if (wanted !== null && wanted > today)
    throw new Invalid(`on：签发日期 ${wanted} 晚于今天 ${today}`);
  return wanted ?? today;
}

/** A form is filled in by hand at the place; a letter goes out whole. */
function refuseBlanks({ paper, blanks }: LetterDraft): void {
  if (paper.kind !== 'letter' || blanks.length === 0) return;
  throw new Invalid(`签发前还须填写：${blanks.join('；')}`);
}
