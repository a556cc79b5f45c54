import type { Milliseconds } from '@risk/kit';

/** Looks again and again until the answer is called, never two looks at once; the answer waits for the last look. */
export function watching(look: () => Promise<void>, every: Milliseconds): () => Promise<void> {
  let looking = Promise.resolve();
  let busy = false;
  const timer = setInterval(() => {
    if (busy) return;
    busy = true;
    looking = look().finally(() => (busy = false));
  }, every);
  timer.unref();
  return () => {
    clearInterval(timer);
    return looking;
  };
}
