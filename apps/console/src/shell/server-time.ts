import { useSyncExternalStore } from 'react';
import { browserTime } from './clock.js';
import { useSession } from './session-context.js';

const MINUTE = 60_000;
const began = browserTime();

const minutesHere = (): number => Math.floor((browserTime() - began) / MINUTE);

function followMinutes(listener: () => void): () => void {
  const ticking = window.setInterval(listener, MINUTE);
  return () => window.clearInterval(ticking);
}

/** The time of the server, by the minute: the clock of a desktop may be wrong. */
export function useServerTime(): string {
  const { now } = useSession();
  const minutes = useSyncExternalStore(followMinutes, minutesHere);
  return new Date(new Date(now).getTime() + minutes * MINUTE).toISOString();
}
