import { describe, expect, it } from '@jest/globals';
import { queueRow } from '../testing/queue.js';
import { NOTHING_SINCE, shownRows, sinceThen } from './live-rows.js';

const PAGE = { rows: [queueRow('7'), queueRow('8')], next: null, total: 2 };
const LONGER = { ...PAGE, next: 'x', total: 90 };

describe('what came in since a page was read', () => {
  it('is new when it was raised, and never on the page itself', () => {
    const since = sinceThen(NOTHING_SINCE, LONGER, { raised: ['9'], changed: [] }, [queueRow('9')]);
    expect(since).toEqual({ ...NOTHING_SINCE, fresh: ['9'] });
    expect(shownRows(LONGER, since)).toEqual(LONGER);
  });

  it('is new as well when it belongs to a list that is shown whole', () => {
    const news = { raised: [], changed: ['5'] };
    expect(sinceThen(NOTHING_SINCE, PAGE, news, [queueRow('5')]).fresh).toEqual(['5']);
    expect(sinceThen(NOTHING_SINCE, LONGER, news, [queueRow('5')]).fresh).toEqual([]);
  });

  it('changes rows in their place', () => {
    const now = queueRow('8', { lastLine: '99', assignee: '李某' });
    const since = sinceThen(NOTHING_SINCE, PAGE, { raised: [], changed: ['8'] }, [now]);
    expect(shownRows(PAGE, since).rows).toEqual([PAGE.rows[0], now]);
  });

  it('is nothing where the page has it already: it was done here', () => {
    const since = sinceThen(NOTHING_SINCE, PAGE, { raised: [], changed: ['8'] }, [queueRow('8')]);
    expect(since).toEqual(NOTHING_SINCE);
  });

  it('takes no row away that does not belong there any more, but says so', () => {
    const news = { raised: [], changed: ['7'] };
    const since = sinceThen(NOTHING_SINCE, PAGE, news, []);
    expect(since.gone).toEqual(['7']);
    expect(shownRows(PAGE, since)).toEqual(PAGE);
    expect(sinceThen(since, PAGE, news, []).gone).toEqual(['7']);
    expect(sinceThen(since, PAGE, news, [queueRow('7', { lastLine: '99' })]).gone).toEqual([]);
  });

  it('does not count twice, nor what left again', () => {
    const first = sinceThen(NOTHING_SINCE, LONGER, { raised: ['9'], changed: [] }, [queueRow('9')]);
    const again = sinceThen(first, LONGER, { raised: ['9'], changed: [] }, [queueRow('9')]);
    expect(again.fresh).toEqual(['9']);
    expect(sinceThen(again, LONGER, { raised: [], changed: ['9'] }, []).fresh).toEqual([]);
  });
});
