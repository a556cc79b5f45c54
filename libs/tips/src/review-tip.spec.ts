import { describe, expect, it } from '@jest/globals';
import { readTipReview, ReviewTip } from './review-tip.js';
import { tipBed } from './testing/tip-bed.js';

const WISH = { tipId: '1', by: '张某', because: '电话核实，是正规的物业公司' };

describe('the office lays a report down', () => {
  it('with who, why and when, once', async () => {
    const { store, work, clock } = tipBed();
    const review = new ReviewTip(store, work, clock);
    await review.run(WISH);
    expect(store.reviews).toEqual([{ ...WISH, at: clock.now() }]);
    await expect(review.run(WISH)).rejects.toThrow('已经办结');
  });

  it.each([
    [{ by: '张某' }, 'because'],
    [{ by: '张某', because: '没事' }, 'because'],
    [{ because: WISH.because }, 'by'],
    [{ by: '张某', because: WISH.because, state: 'received' }, 'state'],
  ])('not with %j', (body, field) => {
    expect(() => readTipReview('1', body)).toThrow(field);
  });

  it('only when it has a number', () => {
    expect(() => readTipReview('x', WISH)).toThrow('应为编号');
  });
});
