import type { Permission } from '../api/permission.js';
import { matched } from '../address/address.js';
import type { Screen } from '../screen.js';

/** Screens that belong together. */
export interface MenuGroup {
  readonly title: string;
  readonly screens: readonly Screen[];
}

/** The screens that somebody with these permissions may open, as the menu shows them. */
export function menuFor(
  screens: readonly Screen[],
  permissions: readonly Permission[],
): readonly MenuGroup[] {
  const open = screens.filter(({ needs, isBehind }) => permissions.includes(needs) && !isBehind);
  const titles = [...new Set(open.map(({ group }) => group))];
  return titles.map((title) => ({ title, screens: open.filter(({ group }) => group === title) }));
}

/** A screen with what stands in the places of its path. */
export interface FoundScreen {
  readonly screen: Screen;
  readonly places: Readonly<Record<string, string>>;
}

/** The screen of a path; what may not be opened answers as if it did not exist. */
export function screenAt(
  screens: readonly Screen[],
  permissions: readonly Permission[],
  path: string,
): FoundScreen | null {
  for (const screen of screens) {
    const places = matched(screen.path, path);
    if (places && permissions.includes(screen.needs)) return { screen, places };
  }
  return null;
}
