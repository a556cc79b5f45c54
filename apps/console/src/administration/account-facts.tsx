import type { AccountDetail, OpenLogin, Places, Proposal, RoleLine } from '../api/accounts.js';
import { useServerTime } from '../shell/server-time.js';
import { chinaDay, chinaTime } from '../shown/china-time.js';
import { Facts } from '../shown/facts.js';
import { Mark } from '../shown/mark.js';
import { endWords, rightsOf, roleWords, sightWords, stateOf, unitName } from './account-words.js';

interface AccountFactsProps {
  readonly account: AccountDetail;
  readonly places: Places | null;
  readonly roles: readonly RoleLine[] | null;
}

/** What is known of an account; nothing that would prove to be its owner. */
export function AccountFacts({ account, places, roles }: AccountFactsProps) {
  const now = useServerTime();
  const { word, standing } = stateOf(account, now, chinaDay(now));
  const { login, unit, proposed, validUntil, madeBy, madeAt, approvedBy } = account;
  return (
    <>
      <Facts
        lines={[
          ['用户名', login],
          ['状态', <Mark standing={standing}>{word}</Mark>],
          ['单位', unitName(places, unit)],
          ['角色', account.roles.map(({ title }) => title).join('、')],
          ['可见范围', sightWords(places, rightsOf(account))],
          ['有效期', endWords(validUntil)],
          ['口令', passwordWords(account)],
          ['重设口令', resetWords(account)],
          ['动态口令', account.hasFactor ? '已绑定' : '未绑定'],
          ['政务身份', account.identity ? `已绑定（${account.identity.issuer}）` : null],
          ['登录失败', lockWords(account, now)],
          ['建立', `${madeBy}，${chinaTime(madeAt)}`],
          ['批准', approvedBy ?? '尚未批准'],
        ]}
      />
      {proposed && <Proposed proposed={proposed} places={places} roles={roles} />}
      <h2>登录在</h2>
      <Logins sessions={account.sessions} />
    </>
  );
}

interface ProposedProps extends Pick<AccountFactsProps, 'places' | 'roles'> {
  readonly proposed: Proposal;
}

/** The rights that wait, as they would be. */
function Proposed({ proposed, places, roles }: ProposedProps) {
  return (
    <section className="proposed">
      <h2>待批准的授权</h2>
      <Facts
        lines={[
          ['单位', unitName(places, proposed.unit)],
          ['角色', roleWords(roles, proposed.roles)],
          ['可见范围', sightWords(places, proposed)],
          ['有效期', proposed.validUntil === undefined ? '不变' : endWords(proposed.validUntil)],
          ['提出', proposed.by],
        ]}
      />
    </section>
  );
}

function Logins({ sessions }: { readonly sessions: readonly OpenLogin[] }) {
  if (sessions.length === 0) return <p className="soft">没有登录</p>;
  return (
    <ul>
      {sessions.map(({ id, openedAt, seenAt, from }) => (
        <li key={id}>
          {chinaTime(openedAt)} 起，最近 {chinaTime(seenAt)}，来自 {from ?? '未知'}
        </li>
      ))}
    </ul>
  );
}

function passwordWords({ hasPassword, mustChange, passwordAt, sample }: AccountDetail): string {
  if (sample) return '演示账号没有口令';
  if (!hasPassword) return '未设';
  return mustChange ? '初始口令，本人登录后须更换' : `${chinaTime(passwordAt)} 由本人设定`;
}

function resetWords({ reset }: AccountDetail): string | null {
  if (!reset) return null;
  const { by, approvedBy, at } = reset;
  if (approvedBy === null) return `${by}提出，等待安全管理员同意`;
  return `${approvedBy}于 ${chinaTime(at)} 同意，24 小时内可以重设`;
}

function lockWords({ failures, lockedUntil }: AccountDetail, now: string): string | null {
  if (lockedUntil !== null && lockedUntil > now) return `锁定至 ${chinaTime(lockedUntil)}`;
  return failures === 0 ? null : `连续 ${failures} 次`;
}
