import type { Reader, Receipt, WholeBulletin } from '@risk/bulletins';

const AT = new Date('2026-11-27T08:30:10+08:00');

/** What a reader was given, of the length that the house gives. */
export const RECEIPT = 'abcdefghijklmnopqrstuvwx';

/** An issued daily with one of everything. */
export const bulletinSaying = (more: Partial<WholeBulletin> = {}): WholeBulletin => ({
  ...{ id: '5', kind: 'daily', slot: '2026-11-27', scope: 'city', samples: false, revision: 0 },
  ...{ number: 12, year: 2026, title: '2026年11月27日情况', state: 'issued', corrects: null },
  span: {
    since: new Date('2026-11-26T08:30:00+08:00'),
    until: new Date('2026-11-27T08:30:00+08:00'),
  },
  ...{ broken: [], isQuiet: false, composedAt: AT, issuedAt: AT },
  content: {
    heading: {
      ...{ name: '日报', title: '2026年11月27日情况', unit: '市委金融办', date: '2026-11-27' },
      ...{ samples: false, correction: null, covers: '统计时段' },
    },
    composition: { body: [], sheets: [], figures: [], broken: [], isQuiet: false, named: [] },
  },
  files: [
    {
      ...{ name: '日报.docx', role: 'document', mediaType: 'application/x', size: 2048 },
      ...{ sha256: 'a'.repeat(64), sm3: 'b'.repeat(64) },
    },
  ],
  steps: [{ id: '1', kind: 'issued', by: '平台', because: '送 3 份', at: AT }],
  ...more,
});

export const readerSaying = (more: Partial<Reader> = {}): Reader => ({
  ...{ noticeId: '9', unit: 'jrb', unitName: '市委金融办', title: '联络员', channel: 'email' },
  ...{ state: 'sent', sentAt: AT, readAt: null },
  ...more,
});

export const receiptSaying = (readAt: Date | null): Receipt => ({
  ...{ bulletinId: '5', title: '2026年11月27日情况', unitName: '市委金融办', readAt },
});
