import { createContext, useContext } from 'react';
import type { Permission } from '../api/permission.js';
import type { SessionFacts, SignedIn } from '../api/session.js';

/** The session behind all screens. */
export const SessionContext = createContext<SessionFacts | null>(null);

export function useSession(): SessionFacts {
  const session = useContext(SessionContext);
  if (!session) throw new Error('a screen stands outside of a session');
  return session;
}

/** Who is signed in. */
export const usePerson = (): SignedIn => useSession().person;

/** Tells what the person may do; the server decides all the same. */
export function useMay(): (permission: Permission) => boolean {
  const { permissions } = usePerson();
  return (permission) => permissions.includes(permission);
}

/** Whether somebody sees the whole city. */
export function useSeesCity(): boolean {
  const { sight } = usePerson();
  return sight.units === 'all' && sight.regions === 'all';
}
