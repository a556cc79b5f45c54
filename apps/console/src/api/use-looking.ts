import { useEffect } from 'react';
import type { Asked } from './use-asked.js';

/** Looks again at every so many milliseconds, as long as the screen is there; null rests. */
export function useLooking({ look }: Pick<Asked<unknown>, 'look'>, every: number | null): void {
  useEffect(() => {
    if (every === null) return undefined;
    const looking = window.setInterval(() => void look(), every);
    return () => window.clearInterval(looking);
  }, [look, every]);
}
