/** The order of the queue as somebody left it, for this window alone. */
interface KeptOrder {
  readonly ids: readonly string[];
  /** The query of the queue, to which the way back leads. */
  readonly back: string;
}

/** The alerts before and after one, in the order of the queue; null where the page of the queue ends. */
export interface Neighbours {
  readonly previous: string | null;
  readonly next: string | null;
}

const KEY = 'risk.queue';
const NOTHING: KeptOrder = { ids: [], back: '' };

/** Keeps the order in which the queue stands now. */
export function keepOrder(order: KeptOrder): void {
  try {
    window.sessionStorage.setItem(KEY, JSON.stringify(order));
  } catch {
    // A browser that keeps nothing: alerts then have no neighbours, all else works.
  }
}

/** The alerts beside one in the queue from which it was opened. */
export const neighbours = (id: string): Neighbours => neighboursIn(kept().ids, id);

/** The address of the queue as somebody left it: `queue?tier=red`. */
export function wayBack(): string {
  const { back } = kept();
  return back === '' ? 'queue' : `queue?${back}`;
}

/** What stands beside an id in a list; nothing beside one that is not in it. */
export function neighboursIn(ids: readonly string[], id: string): Neighbours {
  const at = ids.indexOf(id);
  if (at < 0) return { previous: null, next: null };
  return { previous: ids[at - 1] ?? null, next: ids[at + 1] ?? null };
}

function kept(): KeptOrder {
  try {
    return orderIn(window.sessionStorage.getItem(KEY));
  } catch {
    return NOTHING;
  }
}

/** Reads what was kept; anything else is nothing. */
export function orderIn(text: string | null): KeptOrder {
  if (text === null) return NOTHING;
  const { ids, back } = JSON.parse(text) as Readonly<Record<string, unknown>>;
  if (!Array.isArray(ids) || typeof back !== 'string') return NOTHING;
  return { ids: ids.filter((id): id is string => typeof id === 'string'), back };
}
