import { useEffect } from 'react';
import { go } from '../address/browser-address.js';
import { Link } from '../address/link.js';
import { useAddress } from '../address/use-address.js';
import type { SessionFacts } from '../api/session.js';
import { useAsked } from '../api/use-asked.js';
import { SCREENS } from '../screens.js';
import { ProblemNote } from '../shown/problem-note.js';
import { Waiting } from '../shown/waiting.js';
import { DemonstrationBar, IdleBar } from './bars.js';
import { Header } from './header.js';
import { menuFor, screenAt, type MenuGroup } from './menu.js';
import { ScreenHost } from './screen-host.js';
import { SessionContext } from './session-context.js';
import { SideMenu } from './side-menu.js';

/** All of the workbench, once it is known who is there. */
export function Workbench() {
  const { data, problem, again } = useAsked<SessionFacts>('session');
  if (data) return <Rooms session={data} />;
  return (
    <main className="alone">
      {problem ? <ProblemNote problem={problem} again={again} /> : <Waiting />}
    </main>
  );
}

function Rooms({ session }: { readonly session: SessionFacts }) {
  const { person, idleSeconds } = session;
  const { path } = useAddress();
  const groups = menuFor(SCREENS, person.permissions);
  const found = screenAt(SCREENS, person.permissions, path);
  return (
    <SessionContext value={session}>
      <a className="skip" href="#screen">
        跳到正文
      </a>
      <Header person={person} />
      {person.sample && <DemonstrationBar />}
      <IdleBar idleSeconds={idleSeconds} />
      <div className="rooms">
        <SideMenu groups={groups} current={found?.screen ?? null} />
        {found ? <ScreenHost found={found} /> : <Elsewhere path={path} groups={groups} />}
      </div>
    </SessionContext>
  );
}

interface ElsewhereProps {
  readonly path: string;
  readonly groups: readonly MenuGroup[];
}

/** The beginning leads on to the first screen that is open; an address that nobody has says so. */
function Elsewhere({ path, groups }: ElsewhereProps) {
  const first = groups[0]?.screens[0];
  useEffect(() => {
    if (path === '' && first) go(first.path, { isInPlace: true });
  }, [path, first]);
  if (path === '' && first) return <main id="screen" />;
  return (
    <main id="screen" tabIndex={-1}>
      <section className="mishap">
        <h1>{first ? '没有这个界面' : '没有可以打开的界面'}</h1>
        {first ? (
          <p>
            地址不对，或者不在您的权限之内。<Link to={first.path}>回到{first.title}</Link>
          </p>
        ) : (
          <p>
            工作台里还没有对您的角色开放的界面。<a href="/">业务页面</a>
          </p>
        )}
      </section>
    </main>
  );
}
