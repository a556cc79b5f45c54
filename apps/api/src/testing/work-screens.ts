import type { NoticeLine, NoticeRecord } from '@risk/alerting';
import {
  thresholdsOf,
  type Attachment,
  type HandOver,
  type Ledger,
  type Meeting,
  type Verification,
} from '@risk/cases';
import type {
  AlertEntity,
  AlertLife,
  DutyLine,
  FloodLine,
  HushedAlert,
  InboxLine,
  LifeLine,
  SilenceLine,
} from '@risk/store';
import type { AlertFacts } from '../pages/alert-page.js';
import type { Names } from '../pages/words.js';
import { alertSaying, indexSaying } from './screens.js';

/** The moment at which the screens of these tests are looked at. */
export const NOW = new Date('2026-11-04T10:00:00+08:00');
const BEFORE = new Date('2026-11-03T09:00:00+08:00');
const LATER = new Date('2026-11-05T09:00:00+08:00');

/** Every code is its own name. */
export const NAMES: Names = {
  unit: (code) => code,
  region: (code) => code ?? '属地不明',
  channel: (code) => code,
};

export const dutySaying = (text: string, more: Partial<DutyLine> = {}): DutyLine => ({
  ...{ id: '5', alertId: '7', entityName: text, tier: 'red', stage: 'raised', unit: text },
  ...{ role: 'lead', kind: 'answer', subject: text, because: text, openedAt: BEFORE },
  ...{ dueAt: LATER, firstDueAt: LATER, doneAt: null, doneBy: null, voidBecause: null },
  ...{ pausedAt: null, sample: false },
  ...more,
});

/** A duty in each state that there is. */
export const dutiesSaying = (text: string): DutyLine[] => [
  dutySaying(text),
  dutySaying(text, { dueAt: BEFORE }),
  dutySaying(text, { doneAt: BEFORE, doneBy: text }),
  dutySaying(text, { doneAt: LATER, dueAt: BEFORE, doneBy: text }),
  dutySaying(text, { voidBecause: text }),
  dutySaying(text, { pausedAt: BEFORE, sample: true }),
  dutySaying(text, { alertId: null, entityName: null, tier: null, kind: 'task' }),
];

export const lineSaying = (text: string, more: Partial<LifeLine> = {}): LifeLine => ({
  ...{ id: '11', kind: 'verifying', by: text, unit: text, because: text, fromTier: 'red' },
  ...{ toTier: 'red', news: [text], fromStage: 'acknowledged', toStage: 'verifying' },
  ...{ detail: null, at: BEFORE },
  ...more,
});

export const lifeSaying = (text: string, more: Partial<AlertLife> = {}): AlertLife => ({
  files: [attachmentSaying(text)],
  log: [
    lineSaying(text, { kind: 'raised', by: null, unit: null, because: null, toStage: null }),
    lineSaying(text),
    lineSaying(text, { kind: 'assigned', detail: { toUnit: text } }),
    lineSaying(text, { kind: 'absorbed', detail: { from: '8' }, toStage: 'acknowledged' }),
    lineSaying(text, { kind: text, detail: { visits: 2 } }),
  ],
  duties: dutiesSaying(text),
  hush: { cause: 'silence', because: text, since: BEFORE },
  mergedInto: '9',
  members: [{ id: '8', entityName: text }],
  group: [{ id: '6', entityName: text, tier: 'blue', status: 'closed' }],
  ...more,
});

export const noticeSaying = (text: string, more: Partial<NoticeRecord> = {}): NoticeRecord => ({
  ...{ id: '31', alertId: '7', step: text, kind: 'alert', channel: text, unit: text },
  to: {
    ...{ unit: text, unitName: text, role: 'lead', because: text, acknowledgeBy: null },
    ...{ dueAt: LATER, waits: false, recipient: { key: text, title: text, email: text } },
  },
  ...{ state: 'sent', attempt: 1, notBefore: BEFORE, createdAt: BEFORE, settledAt: BEFORE },
  ...{ detail: text, digestId: null, subject: text, sample: false, body: text, decisions: [] },
  ...more,
});

/** A notice in each state that there is. */
export const noticesSaying = (text: string): NoticeLine[] =>
  (['gathering', 'pending', 'sending', 'sent', 'refused', 'unknown', 'moot'] as const).map(
    (state) => noticeSaying(text, { state, digestId: '30', attempt: 2 }),
  );

const SIGNED = { at: BEFORE, corrects: null };

export const verificationSaying = (text: string): Verification => ({
  ...{ id: '4', alertId: '7', entityId: '3', unit: text, officers: [text, text], by: text },
  ...{ because: text, at: BEFORE },
  entries: [
    {
      ...{ id: '1', kind: 'visit', happenedAt: BEFORE, officers: [text], result: text },
      ...{ approver: text, evidence: [text], by: text, because: text, ...SIGNED },
    },
    {
      ...{ id: '2', kind: 'element', element: 'illegality', finding: 'met', ...SIGNED },
      ...{ evidence: ['attachment:3', text], by: text, because: text, corrects: '1' },
    },
    {
      ...{ id: '3', kind: 'concluded', verdict: 'confirmed', outcomeId: '1', ...SIGNED },
      ...{ by: text, because: text },
    },
  ],
});

export const handOverSaying = (text: string): HandOver => {
  const { score, scheme, dimensions, elements, reasons } = indexSaying(text);
  const unit = { code: text, name: text };
  const known = { amount: 2_000_000, people: 12, losses: null, aggravated: [] };
  return {
    ...{ id: '2', alertId: '7', follows: '1', dutyId: '5', dueAt: LATER, taken: null },
    facts: {
      alert: { id: '7', tier: 'red', stage: 'verifying', raisedAt: BEFORE, sample: false },
      entity: { id: '3', name: text, uscc: text, address: text, regionCode: text },
      index: { score, scheme, dimensions, elements, reasons },
      ...{ complaints: 3, complainants: 2, aggravated: [], thresholds: thresholdsOf(known) },
      amount: { value: 2_000_000, source: 'officers' },
      people: { value: 12, source: 'complaints' },
      losses: { value: null, source: null },
      ...{ verification: null, evidence: [], from: unit, to: unit, officers: [text] },
      ...{ approver: text, number: text, by: text, because: text, at: BEFORE },
    },
    package: { name: text, size: 12_345, sha256: text, sm3: text },
    receipts: [
      {
        ...{ id: '1', answer: 'filed', number: text, receivedOn: '2026-11-04', by: text },
        ...{ because: text, at: BEFORE },
      },
    ],
  };
};

export const attachmentSaying = (text: string): Attachment => ({
  ...{ id: '3', alertId: '7', name: text, mediaType: text, size: 1024, sha256: text },
  ...{ sm3: text, by: text, because: text, at: BEFORE },
});

/** An alert with everything that can lie beside it. */
export const factsSaying = (text: string, more: Partial<AlertFacts> = {}): AlertFacts => ({
  alert: alertSaying(text),
  life: lifeSaying(text),
  notices: noticesSaying(text),
  hasEarlierNotices: false,
  verifications: [verificationSaying(text)],
  handOvers: [handOverSaying(text)],
  names: NAMES,
  now: NOW,
  ...more,
});

/** An alert with nothing beside it. */
export const bareFacts = (text: string, more: Partial<AlertFacts> = {}): AlertFacts =>
  factsSaying(text, {
    life: {
      ...{ log: [], duties: [], hush: null, files: [], mergedInto: null, members: [], group: [] },
    },
    ...{ notices: [], verifications: [], handOvers: [] },
    ...more,
  });

/** An entity of which one complaint speaks. */
export const bareEntity = (): AlertEntity => ({
  ...{ provisional: true, address: null, establishedOn: null, records: { complaint: 1 } },
  leastConfidence: 0.9,
});

export const inboxSaying = (text: string, more: Partial<InboxLine> = {}): InboxLine => ({
  ...{ id: '41', alertId: '7', entityName: text, kind: 'alert', subject: text, body: text },
  ...{ at: BEFORE, readAt: null, readBy: null },
  ...more,
});

export const silenceSaying = (text: string, more: Partial<SilenceLine> = {}): SilenceLine => ({
  ...{ id: '1', entityId: '3', entityName: text, scheme: null, region: text, code: text },
  ...{ tiers: ['blue', 'yellow'], owner: text, because: text, startsAt: BEFORE, endsAt: LATER },
  ...{ endedAt: null, endedBy: null, held: 2 },
  ...more,
});

export const floodSaying = (text: string, more: Partial<FloodLine> = {}): FloodLine => ({
  ...{ id: '1', code: text, openedAt: BEFORE, endedAt: null, endedBy: null, because: null },
  ...{ released: null, held: 21 },
  ...more,
});

export const hushedSaying = (text: string): HushedAlert => ({
  ...{ id: '7', entityName: text, tier: 'blue', cause: 'flood', because: text, since: BEFORE },
  sample: true,
});

export const meetingSaying = (text: string): Meeting => ({
  ...{ id: '3', heldOn: '2026-11-06', title: text, chair: text, units: [text], by: text },
  ...{ because: text, at: BEFORE, sample: true },
  agenda: [{ no: 1, kind: 'red', alertId: '7', unit: text, subject: text, because: text }],
  matters: { reds: [], disputes: [], overdue: [], receipts: [] },
  decisions: [
    {
      ...{ id: '1', item: 1, decision: text, by: text, because: text, at: BEFORE },
      tasks: [
        { id: '1', unit: text, what: text, dueAt: BEFORE, dutyId: '5', done: null },
        { id: '2', unit: text, what: text, dueAt: LATER, dutyId: '5', done: null },
        {
          ...{ id: '3', unit: text, what: text, dueAt: BEFORE, dutyId: '5' },
          done: { by: text, because: text, at: LATER },
        },
      ],
    },
  ],
});

const TALLY = { owed: 5, inTime: 3, late: 1, overdue: 1, pending: 0 };
const NONE = { owed: 0, inTime: 0, late: 0, overdue: 0, pending: 0 };

export const ledgerSaying = (text: string): Ledger => ({
  period: { from: '2026-01-01', to: '2026-11-04' },
  asOf: NOW,
  lines: [
    {
      ...{ unit: 'jrb', name: text, received: 5, confirmed: 2, refuted: 1 },
      duties: { acknowledge: TALLY, answer: TALLY, receipt: TALLY, task: TALLY, follow: NONE },
    },
  ],
});
