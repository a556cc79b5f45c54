import { useEffect, useState } from 'react';
import { ask } from '../api/ask.js';
import { browserTime } from './clock.js';
import { idlenessAt, type Idleness } from './idleness.js';
import { lastLife } from './life.js';

const LOOKED_EVERY = 1000;
/** When it should be over and is not, for example because the server's clock is slower. */
const ASKED_EVERY = 30_000;

/** Watches how near the login is to its end; once it is over, asks the server, which leads to the login. */
export function useIdleness(idleSeconds: number): Idleness {
  const [idleness, setIdleness] = useState<Idleness>({ kind: 'awake' });
  useEffect(() => {
    const look = (): void => {
      const next = idlenessAt(lastLife(), idleSeconds * 1000, browserTime());
      setIdleness((before) => (next.kind === 'awake' && before.kind === 'awake' ? before : next));
    };
    const looking = window.setInterval(look, LOOKED_EVERY);
    return () => window.clearInterval(looking);
  }, [idleSeconds]);

  const isOver = idleness.kind === 'over';
  useEffect(() => {
    if (!isOver) return undefined;
    const look = (): void => void ask('session', { isRefresh: true }).catch(() => undefined);
    look();
    const asking = window.setInterval(look, ASKED_EVERY);
    return () => window.clearInterval(asking);
  }, [isOver]);
  return idleness;
}
