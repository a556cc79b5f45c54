import type { Alert, IndexReason, RiskIndex, Tier } from '@risk/domain';
import type { Addressee, EntityVerdict } from '../ports.js';

export const reason = (code: string, over: Partial<IndexReason> = {}): IndexReason => ({
  code,
  dimension: 'inducement',
  points: 40,
  because: `出现“${code}”`,
  times: 1,
  ...over,
});

export const index = (
  tier: Tier,
  reasons: IndexReason[] = [reason('guaranteed-return')],
): RiskIndex => ({
  score: { red: 90, orange: 70, yellow: 50, blue: 30, none: 5 }[tier],
  tier,
  dimensions: { compliance: 10, inducement: 80, spread: 20, complaint: 0, relation: 0 },
  elements: { illegality: true, publicity: false, inducement: true, sociality: false },
  scheme: 'illegal-fundraising',
  reasons,
  missing: ['没有登记信息'],
  version: { lexicon: 'l1', rules: 'r1', model: 'm1', scoring: 's1' },
});

export const verdict = (entityId: string, tier: Tier, reasons?: IndexReason[]): EntityVerdict => ({
  entityId,
  name: '某某投资咨询有限公司',
  uscc: null,
  regionCode: '431002',
  address: null,
  businessAddress: null,
  feeds: ['advertisement'],
  complaintAmount: 0,
  complaintPeople: 0,
  index: index(tier, reasons),
  sample: false,
});

export const addressee = (over: Partial<Addressee> = {}): Addressee => ({
  unit: 'finance-office',
  unitName: '市政府金融办',
  role: 'lead',
  because: '《防范和处置非法集资条例》第五条',
  acknowledgeBy: new Date('2026-11-02T11:00:00+08:00'),
  dueAt: new Date('2026-11-03T17:30:00+08:00'),
  waits: false,
  contacts: [
    {
      key: 'finance-office/liaison',
      title: '联络员',
      email: 'office@example.invalid',
      channels: ['email'],
    },
  ],
  ...over,
});

export const alert = (over: Partial<Alert> = {}): Alert => ({
  id: '7',
  entityId: '1',
  entityName: '某某投资咨询有限公司',
  regionCode: '431002',
  status: 'open',
  stage: 'raised',
  tier: 'orange',
  personTier: null,
  person: null,
  index: index('orange'),
  raisedAt: new Date('2026-11-02T09:00:00+08:00'),
  changedAt: new Date('2026-11-02T09:00:00+08:00'),
  revision: 1,
  sample: false,
  ...over,
});
