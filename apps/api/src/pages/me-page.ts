import { permissionTitle, roleTitle, type Account, type Person, type Session } from '@risk/access';
import { chinaTime } from '@risk/kit';
import { passwordField } from './sign-in-pages.js';
import { html, page, type Html } from './html.js';

/** What somebody sees of the own account. */
export interface MeFacts {
  readonly account: Account;
  readonly person: Person;
  readonly sessions: readonly Session[];
  readonly unitName: string;
  readonly regionName: (code: string) => string;
  /** What the identity platform is called; null when there is none. */
  readonly platform: string | null;
}

/** Draws one's own account: rights, what proves it, and where it is signed in. */
export const mePage = ({
  account,
  person,
  sessions,
  unitName,
  regionName,
  platform,
}: MeFacts): string =>
  page(
    '我的账号',
    html`<h1>${account.name}</h1>
      <section>
        <dl>
          <dt>用户名</dt>
          <dd>${account.login}</dd>
          <dt>单位</dt>
          <dd>${unitName}</dd>
          <dt>角色</dt>
          <dd>${account.roles.map(roleTitle).join('、')}</dd>
          <dt>可见范围</dt>
          <dd>${sightWords(person, regionName)}</dd>
          <dt>权限</dt>
          <dd>${[...person.permissions].map(permissionTitle).join('、')}</dd>
          <dt>动态口令</dt>
          <dd>${account.factor ? '已绑定' : factorOffer(account)}</dd>
          <dt>口令</dt>
          <dd>${account.sample ? '演示账号没有口令' : html`<a href="/login/password">更换</a>`}</dd>
        </dl>
      </section>
      ${platform === null || account.sample ? null : identitySection(account, platform)}
      <section>
        <h2>登录在</h2>
        <ul>
          ${sessions.map(
            ({ openedAt, seenAt, from }) =>
              html`<li>
                ${chinaTime(openedAt)} 起，最近 ${chinaTime(seenAt)}，来自 ${from ?? '未知'}
              </li>`,
          )}
        </ul>
        <form method="post" action="/logout"><button type="submit">退出登录</button></form>
      </section>`,
  );

function identitySection({ identity }: Account, platform: string): Html {
  const [state, to, verb] = identity
    ? ['已绑定', '/me/identity/unbinding', '解除绑定']
    : ['没有绑定', '/me/identity', '绑定'];
  return html`<section>
    <h2>${platform}</h2>
    <p>${state}。绑定后可以用${platform}登录；改动须再输一次口令。</p>
    <form method="post" action="${to}" class="card">
      ${passwordField('password', '口令', 'current')}
      <button type="submit">${verb}</button>
    </form>
  </section>`;
}

const factorOffer = ({ sample }: Account) =>
  sample ? '演示账号不用' : html`未绑定，<a href="/login/factor">绑定</a>`;

function sightWords({ sight, permissions }: Person, regionName: MeFacts['regionName']): string {
  if (!permissions.has('alerts.read') && !permissions.has('bulletins.read'))
    return '不接触业务数据';
  if (sight.units !== 'all') return '通知到本单位、要求本单位办理的事项';
  return sight.regions === 'all' ? '全市' : sight.regions.map(regionName).join('、');
}
