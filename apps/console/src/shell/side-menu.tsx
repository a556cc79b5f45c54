import { Link } from '../address/link.js';
import type { Screen } from '../screen.js';
import type { MenuGroup } from './menu.js';

interface SideMenuProps {
  readonly groups: readonly MenuGroup[];
  readonly current: Screen | null;
}

/** The screens that are open to the person. */
export function SideMenu({ groups, current }: SideMenuProps) {
  return (
    <nav className="side" aria-label="工作台">
      {groups.map(({ title, screens }) => (
        <section key={title}>
          <h2>{title}</h2>
          <ul>
            {screens.map((screen) => (
              <li key={screen.path}>
                <Link to={screen.path} isCurrent={isWithin(screen, current)}>
                  {screen.title}
                </Link>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </nav>
  );
}

/** A screen behind another one, `alerts/:id`, marks the one it is reached from. */
const isWithin = ({ path }: Screen, current: Screen | null): boolean =>
  current !== null && (current.path === path || current.path.startsWith(`${path}/`));
