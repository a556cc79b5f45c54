import type { QueueRow } from '../api/queue.js';

/** A row of the queue in which one can say what matters. */
export const queueRow = (id: string, more: Partial<QueueRow> = {}): QueueRow => ({
  ...{ id, entityId: `9${id}`, entityName: `主体${id}`, uscc: null, region: '东县' },
  ...{ status: 'open', stage: 'raised', tier: 'red', isByPerson: false },
  ...{ scheme: 'illegal-fundraising', score: 80, dueAt: null, isPaused: false },
  ...{ lead: null, assignee: null, reasons: [], lastLine: '31', seenAt: null, freshPieces: 0 },
  ...{ hush: null, raisedAt: '2026-11-01T01:00:00Z', changedAt: '2026-11-01T01:00:00Z' },
  ...{ sample: false, can: [], ...more },
});
