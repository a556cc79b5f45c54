import type { Duty, LogLine, Notice, WholeAlert } from '../api/alert.js';

const BEFORE = '2026-11-02T01:00:00.000Z';
const LATER = '2026-11-04T01:00:00.000Z';

export const logLine = (id: string, kind: string, more: Partial<LogLine> = {}): LogLine => ({
  ...{ id, kind, by: '张某', unit: 'jrb', because: '理由', fromTier: null, toTier: 'red' },
  ...{ news: [], fromStage: null, toStage: null, detail: null, at: BEFORE },
  ...more,
});

export const duty = (more: Partial<Duty> = {}): Duty => ({
  ...{ id: '1', alertId: '7', unit: 'jrb', role: 'lead', kind: 'acknowledge', subject: '' },
  ...{
    because: '路由',
    openedAt: BEFORE,
    dueAt: LATER,
    firstDueAt: LATER,
    doneAt: null,
    doneBy: null,
  },
  ...{ voidBecause: null, pausedAt: null },
  ...more,
});

export const notice = (more: Partial<Notice> = {}): Notice => ({
  ...{ id: '1', kind: 'alert', channel: 'email', unit: 'jrb', state: 'sent', attempt: 1 },
  to: { unitName: '金融办', role: 'lead', recipient: { title: '联络员' } },
  ...{ notBefore: BEFORE, createdAt: BEFORE, settledAt: BEFORE, detail: null },
  ...more,
});

/** A red alert that was just raised, with nothing done about it. */
export const wholeAlert = (more: Partial<WholeAlert> = {}): WholeAlert => ({
  alert: {
    ...{ id: '7', entityId: '3', entityName: '甲公司', uscc: '91431000MA4L', status: 'open' },
    ...{ stage: 'raised', tier: 'red', personTier: null, person: null, sample: true },
    ...{ raisedAt: BEFORE, changedAt: BEFORE, decisions: [], outcomes: [] },
  },
  index: {
    ...{ score: 90, tier: 'red', scheme: 'illegal-fundraising', missing: [], suppressed: null },
    dimensions: { compliance: 10, inducement: 80, spread: 20, complaint: 0, relation: 5 },
    cuts: { red: 80, orange: 60, yellow: 40, blue: 20 },
    version: { lexicon: 'l', rules: 'r', model: 'm', scoring: 's' },
  },
  ...{ reasons: [], elements: [], regionName: '北湖区', leads: ['jrb'], assignees: [] },
  entity: {
    ...{ provisional: false, address: null, establishedOn: null, leastConfidence: 1 },
    records: { complaint: 3, advertisement: 1 },
  },
  life: { log: [logLine('1', 'raised', { by: null })], hush: null, files: [], mergedInto: null },
  ...{ duties: [duty()], notices: [], hasEarlierNotices: false, beside: [] },
  ...{ verifications: [], handOvers: [], letters: [], police: 'gaj', withheld: [], now: BEFORE },
  units: [
    { code: 'jrb', name: '金融办' },
    { code: 'gaj', name: '公安局' },
  ],
  may: {
    steps: ['acknowledged', 'noted', 'assigned', 'refuted'],
    deeds: [],
    unit: 'jrb',
    seen: '1',
  },
  ...more,
});
