import { useCallback, useState } from 'react';
import { ask } from '../api/ask.js';
import type { QueueView } from '../api/queue.js';
import { useAsked } from '../api/use-asked.js';

/** The views with their counts; the counts follow what happens without keeping the login awake. */
export interface Views {
  readonly list: readonly QueueView[];
  readonly again: () => Promise<void>;
  readonly recount: () => void;
}

export function useViews(): Views {
  const { data, again: askAgain } = useAsked<readonly QueueView[]>('alert-views');
  const [counted, setCounted] = useState<readonly QueueView[] | null>(null);
  const again = useCallback(async () => {
    await askAgain();
    setCounted(null);
  }, [askAgain]);
  const recount = useCallback(() => {
    ask<readonly QueueView[]>('alert-views', { isRefresh: true }).then(setCounted, () => undefined);
  }, []);
  return { list: counted ?? data ?? [], again, recount };
}
