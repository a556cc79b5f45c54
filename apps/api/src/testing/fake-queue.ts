import type { Listed } from '@risk/kit';
import type {
  AlertEar,
  AlertVersion,
  KeptView,
  QueueFilter,
  QueueLine,
  ViewChange,
  ViewDraft,
} from '@risk/store';

/** A line of the queue in which one can say what matters. */
export const queueLine = (more: Partial<QueueLine> = {}): QueueLine => ({
  ...{ id: '7', entityId: '70', entityName: '甲公司', uscc: null, regionCode: '990001' },
  ...{ status: 'open', stage: 'raised', tier: 'red', isByPerson: false, score: 88.4 },
  ...{ scheme: 'illegal-fundraising', feeds: ['complaint'], dueAt: null, isPaused: false },
  ...{ lead: { code: 'office', name: '金融办' }, role: 'lead', assignee: null },
  ...{ reasons: ['承诺保本'], lastLine: '31', seenAt: null, freshPieces: 0, hush: null },
  ...{ mergedInto: null, raisedAt: new Date('2026-11-01T01:00:00Z'), sample: false },
  ...{ changedAt: new Date('2026-11-01T02:00:00Z') },
  ...more,
});

export const keptView = (more: Partial<KeptView> = {}): KeptView => ({
  ...{ id: '5', name: '红色', query: 'tier=red', isShared: true, madeBy: '张某', ...more },
});

/** What the doors of the queue find; a test sets it and looks at what was asked. */
export class FakeQueue {
  lines: QueueLine[] = [queueLine()];
  versions: AlertVersion[] = [];
  views: KeptView[] = [keptView()];
  /** Whether a name is still free. */
  isNameFree = true;
  ear: AlertEar | null = null;
  isClosed = false;
  /** Whether nothing can be heard of the database. */
  isDeaf = false;
}

/** The parts of the desk of alerts that the queue is made of. */
export function fakeQueue(answers: { readonly asked: unknown[]; readonly queue: FakeQueue }) {
  const { asked, queue } = answers;
  return {
    queue: {
      page: (filter: QueueFilter, asking: object, question: object): Promise<Listed<QueueLine>> => {
        asked.push({ filter, ...asking, question });
        return Promise.resolve({ rows: queue.lines, next: null, total: queue.lines.length });
      },
      counts: (filters: readonly QueueFilter[], asking: object) => {
        asked.push({ filters, ...asking });
        return Promise.resolve(filters.map(() => 3));
      },
      versions: (filter: QueueFilter, asking: object, limit: number) => {
        asked.push({ filter, ...asking, limit });
        return Promise.resolve(queue.versions);
      },
      noteSeen: () => Promise.resolve(),
    },
    views: {
      list: () => Promise.resolve(queue.views),
      find: (_owner: object, id: string) =>
        Promise.resolve(queue.views.find((view) => view.id === id) ?? null),
      add: (_owner: object, draft: ViewDraft) => {
        asked.push(draft);
        return Promise.resolve(queue.isNameFree ? '6' : null);
      },
      change: (_owner: object, id: string, change: ViewChange) => {
        asked.push({ id, ...change });
        return Promise.resolve(queue.isNameFree);
      },
      remove: (_owner: object, id: string) => {
        asked.push({ removed: id });
        return Promise.resolve(true);
      },
    },
    colleagues: { of: (unit: string) => Promise.resolve([{ name: '张某', titles: [unit] }]) },
    signals: {
      listen: (ear: AlertEar) => {
        if (queue.isDeaf) return Promise.reject(new Error('away'));
        queue.ear = ear;
        return Promise.resolve();
      },
      close: () => {
        queue.isClosed = true;
        return Promise.resolve();
      },
    },
  };
}
