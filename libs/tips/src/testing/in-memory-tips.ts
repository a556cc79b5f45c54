import type { Transaction } from '@risk/kit';
import { TipInlet, TipStore, type TipDraft, type TipFate, type TipReview } from '../ports.js';
import type { CheckedTipFile } from '../tip-file.js';
import type { TipEnvelope } from '../tip-record.js';

/** A report as it is kept in memory. */
export interface KeptTip extends TipDraft {
  readonly id: string;
  readonly files: readonly CheckedTipFile[];
}

/** Reports of citizens, in memory. */
export class InMemoryTips extends TipStore {
  readonly kept: KeptTip[] = [];
  readonly reviews: TipReview[] = [];
  /** What became of a record, by its number at the source. */
  readonly fates = new Map<string, Pick<TipFate, 'stages' | 'hasOutcome'>>();

  markOfForm(form: Buffer): Promise<string | null> {
    return Promise.resolve(this.kept.find((tip) => tip.form.equals(form))?.mark ?? null);
  }

  sameSince(mark: string, since: Date): Promise<string | null> {
    const same = this.kept.find((tip) => tip.mark === mark && tip.at >= since);
    return Promise.resolve(same?.sourceId ?? null);
  }

  keep(_tx: Transaction, draft: TipDraft, files: readonly CheckedTipFile[]): Promise<boolean> {
    const isTaken = this.kept.some(({ form }) => form.equals(draft.form));
    if (!isTaken) this.kept.push({ ...draft, id: String(this.kept.length + 1), files });
    return Promise.resolve(!isTaken);
  }

  fateOf(code: Buffer): Promise<TipFate | null> {
    const tip = this.kept.find((one) => one.code.equals(code));
    if (!tip) return Promise.resolve(null);
    const isReviewed = this.reviews.some(({ tipId }) => tipId === tip.id);
    const { stages, hasOutcome } = this.fates.get(tip.sourceId) ?? {
      stages: [],
      hasOutcome: false,
    };
    return Promise.resolve({ receivedAt: tip.at, stages, hasOutcome, isReviewed });
  }

  review(_tx: Transaction, review: TipReview): Promise<boolean> {
    const isFirst = this.reviews.every(({ tipId }) => tipId !== review.tipId);
    if (isFirst) this.reviews.push(review);
    return Promise.resolve(isFirst);
  }
}

/** Where reports go in, in memory; may be broken for a while. */
export class InMemoryInlet extends TipInlet {
  readonly taken: TipEnvelope[] = [];
  fault: Error | null = null;

  take(envelope: TipEnvelope): Promise<void> {
    if (this.fault) return Promise.reject(this.fault);
    this.taken.push(envelope);
    return Promise.resolve();
  }
}
