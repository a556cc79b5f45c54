import { cleanText, Conflict, readForm, rowIdText, type Clock, type UnitOfWork } from '@risk/kit';
import { z } from 'zod';
import type { TipReview, TipStore } from './ports.js';

/** The body by which the office lays a report down. */
export const tipReviewSchema = z.strictObject({
  by: cleanText.trim().min(1).max(50).describe('谁'),
  because: cleanText.trim().min(5).max(1000).describe('怎样核查、为什么办结；只在内部可见'),
});

export const readTipReview = (tipId: string, body: unknown): Omit<TipReview, 'at'> => ({
  tipId: readForm(rowIdText, tipId),
  ...readForm(tipReviewSchema, body),
});

/** Lays a report down that leads to no alert, with the reason of a person; said once. */
export class ReviewTip {
  constructor(
    private readonly store: Pick<TipStore, 'review'>,
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  async run(wish: Omit<TipReview, 'at'>): Promise<void> {
    const at = this.clock.now();
    const isFirst = await this.work.run((tx) => this.store.review(tx, { ...wish, at }));
    if (!isFirst) throw new Conflict('这份举报已经办结');
  }
}
