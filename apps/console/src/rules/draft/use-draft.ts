import { useEffect, useSyncExternalStore } from 'react';
import { usePerson } from '../../shell/session-context.js';
import { DraftStore, type Draft } from './draft-store.js';

/** The changes of this window. */
export const draftStore = new DraftStore(window.sessionStorage);

/** What whoever is signed in is changing in this window; null while nothing. */
export function useDraft(): Draft | null {
  const { id } = usePerson();
  const draft = useSyncExternalStore(draftStore.follow, draftStore.read);
  useEffect(() => draftStore.open(id), [id]);
  return draft;
}
