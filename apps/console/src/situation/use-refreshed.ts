import { useEffect, useState } from 'react';

/** What was answered last, and whether the latest question failed. */
export interface Refreshed<T> {
  readonly data: T | null;
  readonly isStale: boolean;
}

/** Asks again and again; keeps what was known while an answer fails, and says that it is old. */
export function useRefreshed<T>(
  ask: (signal: AbortSignal) => Promise<T>,
  every: number,
): Refreshed<T> {
  const [known, know] = useState<Refreshed<T>>({ data: null, isStale: false });
  const [question] = useState(() => ask);
  useEffect(() => {
    const end = new AbortController();
    const renew = async (): Promise<void> => {
      try {
        const data = await question(end.signal);
        know({ data, isStale: false });
      } catch {
        if (!end.signal.aborted) know(({ data }) => ({ data, isStale: true }));
      }
    };
    void renew();
    const renewing = window.setInterval(() => void renew(), every);
    return () => {
      end.abort();
      window.clearInterval(renewing);
    };
  }, [question, every]);
  return known;
}
