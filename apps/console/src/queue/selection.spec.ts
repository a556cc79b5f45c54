import { describe, expect, it } from '@jest/globals';
import { queueRow } from '../testing/queue.js';
import {
  chosenRows,
  isAnyChosen,
  isChosen,
  isPageChosen,
  NONE_CHOSEN,
  withoutPage,
  withPage,
  withToggled,
} from './selection.js';

const PAGE = [queueRow('7'), queueRow('8')];
const [SEVEN, EIGHT] = PAGE as [ReturnType<typeof queueRow>, ReturnType<typeof queueRow>];
const ids = (...selection: Parameters<typeof chosenRows>) =>
  chosenRows(...selection).map(({ id }) => id);

describe('what is chosen', () => {
  it('comes and goes one by one', () => {
    const one = withToggled(NONE_CHOSEN, SEVEN, PAGE);
    expect([ids(one), isAnyChosen(one), isPageChosen(one, PAGE)]).toEqual([['7'], true, false]);
    expect(withToggled(one, SEVEN, PAGE)).toEqual(NONE_CHOSEN);
  });

  it('stays when the page changes', () => {
    const both = withToggled(withPage(NONE_CHOSEN, PAGE), queueRow('9'), [queueRow('9')]);
    expect(ids(both)).toEqual(['7', '8', '9']);
    expect(ids(withoutPage(both, PAGE))).toEqual(['9']);
  });

  it('is all that the address shows, until one of it is not meant', () => {
    const all = { ...NONE_CHOSEN, isAll: true };
    expect([isChosen(all, 'any'), isAnyChosen(all), isPageChosen(all, PAGE)]).toEqual([
      ...[true, true, true],
    ]);
    expect(withToggled(all, EIGHT, PAGE)).toEqual({ rows: { 7: SEVEN }, isAll: false });
  });

  it('is no page when there is none', () => {
    expect(isPageChosen(NONE_CHOSEN, [])).toBe(false);
  });
});
