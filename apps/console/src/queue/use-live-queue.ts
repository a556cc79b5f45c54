import { useCallback, useEffect, useRef, useState } from 'react';
import { ask } from '../api/ask.js';
import type { Listed } from '../api/listed.js';
import type { LiveNews, QueueRow } from '../api/queue.js';
import { LiveLine, type EventLine, type LineState } from './live-line.js';
import { askedFor, NOTHING_SINCE, sinceThen, type Since } from './live-rows.js';
import { someOf } from './queue-source.js';

/** What came in since the page was read, and how one hears of it. */
export interface LiveQueue {
  readonly since: Since;
  /** More happened than can be told. */
  readonly isLost: boolean;
  readonly state: LineState;
}

/** What happens within this time is looked up at once. */
const MOMENT = 1_000;

const newsSince = (since: string | null): Promise<LiveNews> =>
  ask<LiveNews>(since === null ? 'alerts/news' : `alerts/news?since=${since}`, { isRefresh: true });

const openLine = (): EventLine => new EventSource('/api/alerts/stream');

function later(act: () => void, milliseconds: number): () => void {
  const timer = window.setTimeout(act, milliseconds);
  return () => window.clearTimeout(timer);
}

/** Follows what happens to alerts as long as the page is looked at. */
function useLine(heard: (news: LiveNews) => void): LineState {
  const [state, setState] = useState<LineState>('off');
  useEffect(() => {
    const ended = (): void => void ask('session', { isRefresh: true }).catch(() => undefined);
    const hands = { open: openLine, ask: newsSince, later };
    const line = new LiveLine(hands, { heard, stands: setState, ended });
    const follow = (): void => (document.hidden ? line.stop() : line.start());
    follow();
    document.addEventListener('visibilitychange', follow);
    return () => {
      document.removeEventListener('visibilitychange', follow);
      line.stop();
    };
  }, [heard]);
  return state;
}

/** What came in since a page of the queue was read; the page itself is left as it is. */
export function useLiveQueue(
  query: URLSearchParams,
  page: Listed<QueueRow> | null,
  happened: () => void,
): LiveQueue {
  const [kept, setKept] = useState({ page, since: NOTHING_SINCE, isLost: false });
  const now = useRef({ query, page, happened });
  useEffect(() => {
    now.current = { query, page, happened };
  });
  const waiting = useRef<LiveNews[]>([]);
  const lookUp = useCallback(async () => {
    const all = waiting.current;
    waiting.current = [];
    const at = now.current;
    if (!at.page) return;
    const read = await lookedUp(at.query, all);
    setKept((before) => {
      const known = before.page === at.page ? before : { since: NOTHING_SINCE, isLost: false };
      if (read === null || !at.page) return { ...known, page: at.page, isLost: true };
      return {
        ...known,
        page: at.page,
        since: sinceThen(known.since, at.page, read.news, read.rows),
      };
    });
    at.happened();
  }, []);
  const heard = useCallback(
    (news: LiveNews) => {
      waiting.current.push(news);
      if (waiting.current.length === 1) window.setTimeout(() => void lookUp(), MOMENT);
    },
    [lookUp],
  );
  const state = useLine(heard);
  const isOfPage = kept.page === page;
  return {
    since: isOfPage ? kept.since : NOTHING_SINCE,
    isLost: isOfPage && kept.isLost,
    state,
  };
}

/** The alerts that news are about, as they are now; null when more happened than can be told. */
async function lookedUp(
  query: URLSearchParams,
  all: readonly LiveNews[],
): Promise<{
  readonly news: Pick<LiveNews, 'raised' | 'changed'>;
  readonly rows: readonly QueueRow[];
} | null> {
  if (all.some(({ isLost }) => isLost)) return null;
  const raised = new Set<string>();
  const changed = new Set<string>();
  for (const news of all) {
    news.raised.forEach((id) => raised.add(id));
    news.changed.forEach((id) => changed.add(id));
  }
  const news = { raised: [...raised], changed: [...changed].filter((id) => !raised.has(id)) };
  const ids = askedFor(news);
  if (ids.length === 0) return { news, rows: [] };
  try {
    const { rows } = await ask<Listed<QueueRow>>(someOf(query, ids), { isRefresh: true });
    return { news, rows };
  } catch {
    return null;
  }
}
