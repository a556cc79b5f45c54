import { bulletinPage } from '../pages/bulletin-page.js';
import { bulletinsPage } from '../pages/bulletins-page.js';
import { receiptPage } from '../pages/receipt-page.js';
import { bulletinSaying, readerSaying, receiptSaying } from './bulletins.js';
import { alertPage } from '../pages/alert-page.js';
import { dutiesPage } from '../pages/duties-page.js';
import { ledgerPage } from '../pages/ledger-page.js';
import { meetingPage } from '../pages/meeting-page.js';
import { meetingsPage } from '../pages/meetings-page.js';
import { noticePage } from '../pages/notice-page.js';
import { noticesPage } from '../pages/notices-page.js';
import { problemPage } from '../pages/problem-page.js';
import { silencesPage } from '../pages/silences-page.js';
import { unitPage, type UnitFacts } from '../pages/unit-page.js';
import { unitsPage } from '../pages/units-page.js';
import {
  dutiesSaying,
  factsSaying,
  floodSaying,
  hushedSaying,
  inboxSaying,
  ledgerSaying,
  meetingSaying,
  NAMES,
  noticeSaying,
  noticesSaying,
  NOW,
  silenceSaying,
} from './work-screens.js';

/** The work of a unit that has some. */
export const WORK = { unit: 'jrb', standing: 4, overdue: 1, paused: 1, unread: 2 };

export const unitSaying = (text: string, more: Partial<UnitFacts> = {}): UnitFacts => ({
  unit: {
    ...{ code: 'jrb', name: text, region: null, kind: 'city-department', basis: text, email: text },
    aliases: [{ name: text, validTo: '2024-03-31' }, { name: text }],
    contacts: [
      {
        ...{ key: 'jrb/liaison', unit: 'jrb', unitName: text, role: 'liaison', title: text },
        ...{ name: text, email: text, phone: text, channels: [text] },
      },
    ],
  },
  work: WORK,
  duties: dutiesSaying(text),
  inbox: [inboxSaying(text), inboxSaying(text, { readAt: NOW, readBy: text })],
  next: '41',
  ...{ names: NAMES, now: NOW },
  ...more,
});

/** Every page about alerts and units, with one text in every place that data can reach. */
export function workPagesSaying(text: string): string[] {
  const meeting = meetingSaying(text);
  const line = { ...meeting, items: 1, tasks: 3, tasksDone: 1 };
  const question = { state: null, alertId: '7', unit: null, channel: null, before: null, limit: 7 };
  const notices = noticesSaying(text);
  const asked = { from: '2026-01-01', to: null, unit: 'jrb', samples: true };
  return [
    alertPage(factsSaying(text, { hasEarlierNotices: true })),
    dutiesPage({
      ...{ duties: dutiesSaying(text), most: 7, names: { ...NAMES, unit: () => text }, now: NOW },
      units: [WORK],
      wish: { unit: 'jrb', kind: 'answer', late: 'yes' },
    }),
    unitsPage([{ ...WORK, name: text, region: text }], NAMES),
    unitPage(unitSaying(text)),
    noticesPage({ question, notices, unknown: notices, names: NAMES }),
    ...notices.map((notice) => noticePage(noticeSaying(text, notice), NAMES)),
    noticePage(
      noticeSaying(text, {
        ...{ sample: true, body: null, subject: null, alertId: null },
        decisions: [
          {
            ...{ id: '1', noticeId: '31', verdict: 'received', from: 'unknown', by: text },
            ...{ because: text, at: NOW },
          },
        ],
      }),
      NAMES,
    ),
    silencesPage({
      silences: [
        silenceSaying(text),
        silenceSaying(text, { endedAt: NOW, endedBy: text, entityName: null }),
        silenceSaying(text, { endsAt: NOW, scheme: 'pyramid-selling' }),
      ],
      floods: [
        floodSaying(text),
        floodSaying(text, { endedAt: NOW, endedBy: text, because: text, released: true }),
      ],
      hushed: [hushedSaying(text)],
      ...{ names: NAMES, now: NOW },
    }),
    ledgerPage({
      ...{ ledger: ledgerSaying(text), asked, names: { ...NAMES, unit: () => text } },
      periods: [{ name: '今年', from: '2026-01-01', to: '2026-11-04' }],
    }),
    meetingsPage([line]),
    meetingPage(meeting, NAMES, NOW),
    problemPage(text, text),
    ...bulletinPagesSaying(text),
  ];
}

/** Every page about bulletins, with one text in every place that data can reach. */
function bulletinPagesSaying(text: string): string[] {
  const names = { unit: () => text, region: () => text, channel: () => text };
  const bulletin = bulletinSaying({
    ...{ title: text, scope: 'unit:gaj', broken: [{ section: text, why: text }] },
    steps: [{ id: '1', kind: 'signed', by: text, because: text, at: NOW }],
  });
  const question = { kind: null, scope: null, state: null, words: null, before: null, limit: 7 };
  const readers = [readerSaying({ unitName: text, title: text, channel: text })];
  return [
    bulletinsPage({ question, bulletins: [bulletin], next: null, names }),
    bulletinPage({ bulletin, readers, names }),
    receiptPage({ ...receiptSaying(null), title: text, unitName: text }, '/read/9/a'),
    receiptPage({ ...receiptSaying(NOW), title: text, unitName: text }, null),
  ];
}
