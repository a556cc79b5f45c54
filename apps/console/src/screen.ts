import type { ComponentType } from 'react';
import type { Permission } from './api/permission.js';

/** What every screen is handed. */
export interface ScreenProps {
  /** What stands in the places of its path: `id` of `alerts/:id`. */
  readonly places: Readonly<Record<string, string>>;
}

/** A screen of the workbench. */
export interface Screen {
  /** Below /workbench; a part such as `:id` is a place. */
  readonly path: string;
  readonly title: string;
  /** The heading of the menu under which it stands; headings come in the order of this table. */
  readonly group: string;
  readonly needs: Permission;
  /** Reached from another screen, not from the menu. */
  readonly isBehind?: boolean;
  /** Fetched when it is first opened; its file exports it as default. */
  readonly Component: ComponentType<ScreenProps>;
}
