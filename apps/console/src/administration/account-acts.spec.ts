import { describe, expect, it } from '@jest/globals';
import type { AccountDetail } from '../api/accounts.js';
import type { SignedIn } from '../api/session.js';
import { account, AUDITOR, SECURITY, SYSTEM } from '../testing/accounts.js';
import { ACCOUNT_ACTS, actsFor, whoseTurn } from './account-acts.js';

const titles = (of: AccountDetail, by: SignedIn) => actsFor(of, by).map(({ act }) => act.title);
const refused = (of: AccountDetail, by: SignedIn) =>
  actsFor(of, by).flatMap(({ act, refusal }) => (refusal === null ? [] : [act.title]));

const LOGIN = {
  ...{ id: '9', stage: 'in', from: '10.0.0.8' },
  ...{ openedAt: '2026-11-22T01:00:00.000Z', seenAt: '2026-11-22T02:00:00.000Z' },
};
const WISH = { unit: 'office', roles: ['director'], regions: null };

const IN_USE = account({ sessions: [LOGIN] });
const PENDING = account({ state: 'pending', approvedBy: null, hasFactor: false });
const PROPOSED = account({ proposed: { ...WISH, by: '陈系统' } });
const ASKED = account({
  ...{ hasFactor: false },
  reset: { by: '陈系统', approvedBy: null, at: '2026-11-22T01:00:00.000Z' },
});
const BOUND = account({ identity: { issuer: 'https://id.example.gov.cn', subject: '0712' } });
const AWAY = account({ state: 'disabled', hasFactor: false });
const SAMPLE = account({ sample: true, hasFactor: false });

describe('what can be done with an account', () => {
  it.each<[string, AccountDetail, SignedIn, string[]]>([
    [
      'in use, by the system administrator',
      IN_USE,
      SYSTEM,
      ['更改授权', '重设口令', '结束登录', '停用'],
    ],
    ['in use, by the security administrator', IN_USE, SECURITY, ['解除动态口令', '结束登录']],
    ['in use, by the auditor', IN_USE, AUDITOR, []],
    ['new, by the system administrator', PENDING, SYSTEM, ['更改授权', '重设口令', '停用']],
    ['new, by the security administrator', PENDING, SECURITY, ['批准', '退回']],
    ['with other rights in prospect', PROPOSED, SECURITY, ['批准', '退回', '解除动态口令']],
    ['to have another password', ASKED, SECURITY, ['同意重设口令', '退回']],
    ['bound to an identity', BOUND, SECURITY, ['解除动态口令', '解除政务身份']],
    ['away, by the system administrator', AWAY, SYSTEM, ['重设口令', '启用']],
    ['away, by the security administrator', AWAY, SECURITY, []],
    ['of the demonstration', SAMPLE, SYSTEM, ['停用']],
  ])('%s', (_name, of, by, expected) => {
    expect(titles(of, by)).toEqual(expected);
  });

  it.each<[string, AccountDetail, SignedIn, string[]]>([
    ['disables nobody himself', account({ id: SYSTEM.id }), SYSTEM, ['停用']],
    ['approves nobody himself', { ...PENDING, id: SECURITY.id }, SECURITY, ['批准']],
    ['approves no account of his own making', { ...PENDING, madeBy: '王安全' }, SECURITY, ['批准']],
    [
      'approves no rights of his own proposing',
      account({ proposed: { ...WISH, by: '王安全' } }),
      SECURITY,
      ['批准'],
    ],
    [
      'consents to nothing that he asked for himself',
      { ...ASKED, reset: { ...ASKED.reset!, by: '王安全' } },
      SECURITY,
      ['同意重设口令'],
    ],
    [
      'frees nobody himself of the second factor',
      account({ id: SECURITY.id }),
      SECURITY,
      ['解除动态口令'],
    ],
    ['approves what others made', PENDING, SECURITY, []],
  ])('an administrator %s, and reads why', (_name, of, by, expected) => {
    expect(refused(of, by)).toEqual(expected);
  });

  it('is said beforehand, for every act', () => {
    for (const { means } of ACCOUNT_ACTS) expect(means.endsWith('。')).toBe(true);
  });
});

describe('whose turn it is', () => {
  it('is told to whoever cannot decide, and only while something waits', () => {
    expect(whoseTurn(PENDING, SYSTEM)).toContain('等待安全管理员批准');
    expect(whoseTurn(PROPOSED, AUDITOR)).toContain('等待安全管理员批准');
    expect(whoseTurn(PENDING, SECURITY)).toBeNull();
    expect(whoseTurn(IN_USE, SYSTEM)).toBeNull();
  });
});
