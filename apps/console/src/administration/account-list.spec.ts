import { describe, expect, it } from '@jest/globals';
import { ACCOUNTS_A_PAGE } from '../api/accounts.js';
import { account } from '../testing/accounts.js';
import { accountsPath, listStateIn, nextAfter, waitingFirst, waitingPath } from './account-list.js';

const stateIn = (search: string) => listStateIn(new URLSearchParams(search));

describe('the list of accounts', () => {
  it.each([
    ['', 'accounts', 'accounts?waiting=true'],
    ['q=张', 'accounts?words=%E5%BC%A0', 'accounts?waiting=true&words=%E5%BC%A0'],
    ['view=waiting', 'accounts?waiting=true', null],
    ['view=active&after=100', 'accounts?state=active&after=100', null],
    ['view=disabled', 'accounts?state=disabled', null],
    ['after=100', 'accounts?after=100', null],
    ['view=nonsense&after=x', 'accounts', 'accounts?waiting=true'],
  ])('of the address “%s” asks %s', (search, path, waiting) => {
    expect([accountsPath(stateIn(search)), waitingPath(stateIn(search))]).toEqual([path, waiting]);
  });

  it('begins with what waits, and tells of nobody twice', () => {
    const [one, two, three] = ['1', '2', '3'].map((id) => account({ id }));
    const shown = waitingFirst([one!, two!, three!], [three!]);
    expect(shown.map(({ id }) => id)).toEqual(['3', '1', '2']);
  });

  it('goes on behind the last of a full page', () => {
    const page = Array.from({ length: ACCOUNTS_A_PAGE }, (_, n) => account({ id: String(n) }));
    expect(nextAfter(page)).toBe('99');
    expect(nextAfter(page.slice(1))).toBeNull();
    expect(nextAfter([])).toBeNull();
  });
});
