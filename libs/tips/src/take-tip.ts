import { canonicalJson, Conflict, type Clock, type UnitOfWork } from '@risk/kit';
import { digestOfForm, type OpenedForm } from './form/opened-forms.js';
import type { TipPolicy } from './policy.js';
import type { TipDraft, TipInlet, TipSeals, TipStore } from './ports.js';
import { isAnonymous, type Tip } from './tip.js';
import { codeFrom, digestOfCode } from './tip-code.js';
import { checkedTipFiles, type CheckedTipFile, type TipFile } from './tip-file.js';
import { recordOf, TIP_SOURCE } from './tip-record.js';

/** What tips are taken with. */
export interface TipHands {
  readonly work: UnitOfWork;
  readonly clock: Clock;
  readonly policy: TipPolicy;
}

/** The report of a citizen as it came. */
export interface TipWish {
  readonly form: OpenedForm;
  readonly tip: Tip;
  readonly files: readonly TipFile[];
}

/**
 * Takes the report of a citizen: it goes the path of every complaint, and beside it lies the digest of the code by
 * which its reporter follows it. The code follows from the form and the key of the house, so that the same form
 * sent twice (an impatient finger, a line that broke) is one report and shows the same code again.
 */
export class TakeTip {
  constructor(
    private readonly store: TipStore,
    private readonly inlet: TipInlet,
    private readonly seals: TipSeals,
    private readonly hands: TipHands,
  ) {}

  /** The code, to be shown this once. */
  async run({ form, tip, files }: TipWish): Promise<string> {
    const checked = checkedTipFiles(files, this.hands.policy.files);
    const code = codeFrom(this.seals.keyed(`tip-code:${form.nonce}`));
    const mark = this.markOf(tip, checked);
    const before = await this.store.markOfForm(digestOfForm(form));
    if (before !== null) return this.again(before, mark, code);
    const sourceId = await this.recordFor(form, tip, mark, checked.length);
    const draft = this.draftOf(form, tip, { code, mark, sourceId });
    const isKept = await this.hands.work.run((tx) => this.store.keep(tx, draft, checked));
    if (isKept) return code;
    // The same form came in twice at once: the other one was quicker.
    return this.again((await this.store.markOfForm(draft.form)) ?? '', mark, code);
  }

  /** A form brings one report; the very same one again is calmly answered. */
  private again(before: string, mark: string, code: string): string {
    if (before === mark) return code;
    throw new Conflict('这份表单已经提交过一份举报。如有新的情况，请打开一份新的表单');
  }

  /** The record of the very same report by somebody else who stays unknown, or a new one. */
  private async recordFor(
    form: OpenedForm,
    tip: Tip,
    mark: string,
    files: number,
  ): Promise<string> {
    const since = new Date(this.hands.clock.now().getTime() - this.hands.policy.sameWithin);
    const same = await this.store.sameSince(mark, since);
    if (same !== null) return same;
    const sourceId = this.seals.keyed(`tip-record:${form.nonce}`);
    await this.inlet.take(recordOf(tip, { sourceId, openedAt: form.at, files }));
    return sourceId;
  }

  private draftOf(
    form: OpenedForm,
    tip: Tip,
    { code, mark, sourceId }: Readonly<Record<'code' | 'mark' | 'sourceId', string>>,
  ): TipDraft {
    return {
      ...{ code: digestOfCode(code), form: digestOfForm(form), mark },
      ...{ source: TIP_SOURCE, sourceId, regionCode: tip.regionCode },
      ...{ isAnonymous: isAnonymous(tip), at: this.hands.clock.now() },
    };
  }

  private markOf(tip: Tip, files: readonly CheckedTipFile[]): string {
    const text = tip.text.normalize('NFKC').replace(/\s/g, '');
    const digests = files.map(({ sm3 }) => sm3);
    return this.seals.keyed(`tip-content:${canonicalJson({ ...tip, text, digests })}`);
  }
}
