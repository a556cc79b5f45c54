import type { PersonTier, RiskIndex } from '@risk/domain';
import type { AlertDetail, Overview } from '@risk/store';

/** An index whose every word is the given text. */
export const indexSaying = (text: string): RiskIndex => ({
  score: 87.654,
  tier: 'red',
  dimensions: { compliance: 10, inducement: 80, spread: 20, complaint: 0, relation: 5 },
  elements: { illegality: true, publicity: false, inducement: true, sociality: false },
  scheme: 'illegal-fundraising',
  reasons: [
    { code: text, dimension: 'inducement', points: 40, because: text, times: 3, quote: text },
    { code: text, dimension: 'complaint', points: 4, because: text, times: 1 },
  ],
  missing: [text],
  weights: { compliance: 0.6, inducement: 0.8, spread: 0.6, complaint: 0.9, relation: 0.6 },
  cuts: { red: 80, orange: 62.5, yellow: 40, blue: 20 },
  suppressed: {
    entry: text,
    owner: text,
    reason: text,
    until: '2028-11-30',
    signals: 2,
    scoreWithout: 91.2,
  },
  version: { lexicon: text, rules: text, model: text, scoring: text },
});

/** An alert whose every word that can come from outside is the given text. */
export const alertSaying = (text: string, more: Partial<AlertDetail> = {}): AlertDetail => ({
  id: '7',
  entityId: '3',
  entityName: text,
  uscc: text,
  regionCode: text,
  status: 'open',
  stage: 'raised',
  tier: 'red',
  personTier: null,
  person: null,
  index: indexSaying(text),
  raisedAt: new Date('2026-11-02T09:00:00+08:00'),
  changedAt: new Date('2026-11-03T09:00:00+08:00'),
  sample: false,
  changes: [
    {
      kind: 'raised',
      from: null,
      to: 'red',
      at: new Date('2026-11-02T09:00:00+08:00'),
      source: 'model',
      decision: null,
      news: [text],
    },
  ],
  decisions: [],
  outcomes: [],
  notices: [
    {
      id: '1',
      step: 'raised:red',
      unit: 'finance-office',
      unitName: text,
      role: 'lead',
      because: text,
      dueAt: '2026-11-04T09:30:00.000Z',
      state: 'sent',
      attempt: 1,
      detail: text,
      settledAt: new Date('2026-11-02T09:01:00+08:00'),
    },
  ],
  ...more,
});

/** A person's tier whose every word is the given text. */
export const personSaying = (text: string): PersonTier => ({
  decision: '3',
  tier: 'yellow',
  by: text,
  because: text,
  at: new Date('2026-11-03T09:00:00+08:00'),
});

/** An alert on which people spoke, and from which the model differs. */
export function judgedSaying(text: string): AlertDetail {
  const signature = { entityId: '3', by: text, because: text };
  const at = new Date('2026-11-03T09:00:00+08:00');
  const { version: versions } = indexSaying(text);
  const model = { modelTier: 'orange', modelScore: 66.5, versions } as const;
  return alertSaying(text, {
    personTier: 'yellow',
    person: personSaying(text),
    changes: [
      {
        kind: 'differs',
        from: 'yellow',
        to: 'red',
        at,
        source: 'model',
        decision: '3',
        news: [text],
      },
    ],
    decisions: [
      { id: '1', from: null, to: 'blue', at, ...signature, ...model },
      { id: '2', from: 'blue', to: null, at, ...signature, ...model },
      { id: '3', from: null, to: 'yellow', at, ...signature, ...model },
    ],
    outcomes: [
      {
        id: '1',
        verdict: 'confirmed',
        scheme: 'illegal-fundraising',
        exposedOn: '2026-11-01',
        losses: null,
        people: null,
        at,
        supersedes: null,
        ...signature,
      },
    ],
  });
}

/** The figures of a house that has work. */
export const overview = (more: Partial<Overview> = {}): Overview => ({
  records: { registration: 12_345, complaint: 6, advertisement: 7 },
  sampleRecords: 0,
  duplicates: 1,
  entities: 8,
  alerts: { red: 1 },
  notices: { sent: 2, pending: 1 },
  deadLetters: 3,
  warnings: [],
  ...more,
});
