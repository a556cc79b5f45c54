import { describe, expect, it } from '@jest/globals';
import { accountsFrom, candidatesAmong, chooseAccount } from './choose-account.js';
import { folderAt } from './folder.js';

const PASSWD = `root:x:0:0:root:/root:/bin/bash
toor:x:0:0::/root:/bin/sh
nobody:x:65534:65534:nobody:/nonexistent:/usr/sbin/nologin
# a comment
alice:x:1000:1000::/home/alice:/bin/bash
postgres:x:101:104:PostgreSQL administrator,,,:/var/lib/postgresql:/bin/bash
`;
const accounts = accountsFrom(PASSWD);

describe('who may run PostgreSQL for root', () => {
  it('is read from /etc/passwd, root by any name left out', () => {
    expect(accounts.map(({ name, uid, gid }) => [name, uid, gid])).toEqual([
      ['nobody', 65_534, 65_534],
      ['alice', 1000, 1000],
      ['postgres', 101, 104],
    ]);
  });

  it.each([
    [
      'of a user: the user, so that he can start it himself later',
      1000,
      ['alice', 'postgres', 'nobody'],
    ],
    ['of root: postgres, else nobody', 0, ['postgres', 'nobody']],
    [
      'of a number without a name: the same, since initdb wants a name',
      4242,
      ['postgres', 'nobody'],
    ],
  ])('in a folder %s', (_, owner, names) => {
    expect(candidatesAmong(accounts, owner).map((each) => each.name)).toEqual(names);
  });

  it('is never root', async () => {
    const account = await chooseAccount(folderAt('/nonexistent/data'));
    const expected = process.getuid?.() === 0 ? /^(other|namespace)$/ : /^self$/;
    expect(account.kind).toMatch(expected);
  });
});
