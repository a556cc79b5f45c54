import type { QueueView } from '../api/queue.js';

/** Where a view stands among those of its kind, from 1; the shared ones and the own ones are each in an order of theirs. */
export interface ViewPlace {
  readonly at: number;
  readonly of: number;
}

/** The place of a view among all that are shown. */
export function placeOf(views: readonly QueueView[], view: QueueView): ViewPlace {
  const kind = views.filter(({ isShared }) => isShared === view.isShared);
  return { at: kind.findIndex(({ id }) => id === view.id) + 1, of: kind.length };
}
