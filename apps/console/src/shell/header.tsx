import { Link } from '../address/link.js';
import type { SignedIn } from '../api/session.js';

/** Pages of the house that are no work of their own: a link to them from here would lead nowhere. */
const NO_WORK = ['/me', '/workbench'];

/** Whose workbench it is, and the ways out of it. */
export function Header({ person }: { readonly person: SignedIn }) {
  const { name, unit, roles, home } = person;
  return (
    <header className="head">
      <Link to="" className="brand">
        非法金融活动风险监测预警平台<span>工作台</span>
      </Link>
      <div className="who">
        {NO_WORK.includes(home) ? null : <a href={home}>业务页面</a>}
        <a href="/me" title="我的账号：口令、动态口令、登录情况">
          <strong>{name}</strong>
          <span>
            {unit.name} · {roles.map(({ title }) => title).join('、')}
          </span>
        </a>
        <form method="post" action="/logout">
          <button type="submit">退出</button>
        </form>
      </div>
    </header>
  );
}
