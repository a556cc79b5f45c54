import type { NoticeAddressee, NoticeDraft } from '../ports.js';
import type { LeasedNotice, Message, NoticeAlert, NoticeDuty, Tiding } from '../notices/ports.js';
import { alert } from './verdicts.js';

export const NOW = new Date('2026-11-02T09:00:00+08:00');

export const noticeAddressee = (over: Partial<NoticeAddressee> = {}): NoticeAddressee => ({
  unit: 'finance-office',
  unitName: '市政府金融办',
  role: 'lead',
  because: '《防范和处置非法集资条例》第五条',
  acknowledgeBy: new Date('2026-11-02T17:30:00+08:00'),
  dueAt: new Date('2026-11-03T17:30:00+08:00'),
  waits: false,
  recipient: { key: 'finance-office/liaison', title: '联络员', email: 'office@example.invalid' },
  ...over,
});

export const noticeAlert = (over: Partial<NoticeAlert> = {}): NoticeAlert => ({
  ...alert(),
  merged: null,
  before: null,
  since: [],
  change: null,
  knownTo: '1',
  ...over,
});

export const tiding = (over: Partial<Tiding> = {}): Tiding => ({
  id: '2',
  kind: 'upgraded',
  from: 'yellow',
  to: 'orange',
  at: NOW,
  news: [],
  by: null,
  because: null,
  fromStage: null,
  toStage: null,
  ...over,
});

export const noticeDuty = (over: Partial<NoticeDuty> = {}): NoticeDuty => ({
  unit: 'beihu',
  kind: 'acknowledge',
  subject: '',
  because: '属地',
  dueAt: new Date('2026-11-02T12:00:00+08:00'),
  firstDueAt: new Date('2026-11-02T12:00:00+08:00'),
  isDone: false,
  voidBecause: null,
  isPaused: false,
  rung: 1,
  ...over,
});

export const leasedNotice = (over: Partial<LeasedNotice> = {}): LeasedNotice => ({
  id: '3',
  attempt: 1,
  step: 'raised:orange#1',
  kind: 'alert',
  channel: 'email',
  to: noticeAddressee(),
  createdAt: NOW,
  alert: noticeAlert(),
  duty: null,
  items: [],
  said: null,
  enclosure: null,
  sample: false,
  ...over,
});

export const noticeDraft = (over: Partial<NoticeDraft> = {}): NoticeDraft => ({
  alertId: null,
  step: 'raised:orange#1',
  kind: 'flood',
  changeId: null,
  dutyId: null,
  channel: 'email',
  to: noticeAddressee(),
  state: 'pending',
  notBefore: NOW,
  said: { subject: '试验', body: '试验通知' },
  sample: false,
  ...over,
});

export const message = (over: Partial<Message> = {}): Message => ({
  messageId: 'notice-3',
  to: 'office@example.invalid',
  subject: '【橙色预警提示】某某公司',
  text: '预警理由：承诺保本',
  html: '<p>预警理由：承诺保本</p>',
  attachments: [],
  facts: {
    notice: '3',
    kind: 'alert',
    step: 'raised:orange#1',
    unit: 'finance-office',
    unitName: '市政府金融办',
    role: 'lead',
    recipient: 'finance-office/liaison',
    alert: '7',
    entityName: '某某公司',
    scheme: 'illegal-fundraising',
    tier: 'orange',
    stage: 'raised',
    deadline: null,
    sample: false,
  },
  ...over,
});
