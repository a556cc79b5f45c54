import type { Person, SessionStage } from '@risk/access';
import { seesWholeCity } from '@risk/domain';

/** The page on which the next step of a login is taken. */
export const STAGE_PAGES: Readonly<Record<Exclude<SessionStage, 'in'>, string>> = {
  'second-factor': '/login/code',
  'new-password': '/login/password',
  enrol: '/login/factor',
};

/** Where somebody begins the day: the first of these that is theirs. */
export function homeOf({ permissions, sight, unit }: Person): string {
  if (permissions.has('overview.read') && seesWholeCity(sight)) return '/';
  if (permissions.has('inbox.read')) return sight.units === 'all' ? '/duties' : `/units/${unit}`;
  if (permissions.has('bulletins.read')) return '/bulletins';
  return permissions.has('accounts.read') ? '/workbench' : '/me';
}

/** A page of this house to go on to; anything else, and what would lead elsewhere, is none. */
export function pageWithin(to: unknown): string | null {
  const isPath = typeof to === 'string' && /^\/(?![/\\])[^\\\s]*$/.test(to);
  return isPath && !to.startsWith('/login') && !to.startsWith('/api/') ? to : null;
}
