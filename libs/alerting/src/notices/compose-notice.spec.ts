import { describe, expect, it } from '@jest/globals';
import { alert, index, reason } from '../testing/verdicts.js';
import {
  leasedNotice,
  noticeAddressee,
  noticeAlert,
  noticeDuty,
  NOW,
  tiding,
} from '../testing/notices.js';
import { composeNotice } from './compose-notice.js';
import type { LeasedNotice, NoticeAlert } from './ports.js';

const words = {
  mask: (text: string) => text.replace(/1\d{10}/g, '［电话］'),
  unitName: (code: string) => (code === 'beihu' ? '北湖区' : code),
  receiptLink: (notice: string, receipt: string) => `http://risk.example/read/${notice}/${receipt}`,
};
const write = (over: Partial<LeasedNotice> = {}) => composeNotice(leasedNotice(over), words, NOW);
const about = (over: Partial<NoticeAlert>, step = 'raised:orange#1') =>
  write({ step, alert: noticeAlert(over) });

describe('a notice of an alert', () => {
  it('says what, who, why and until when', () => {
    const { subject, text } = write();
    expect(subject).toBe('【橙色预警提示】某某投资咨询有限公司（疑似非法集资）');
    expect(text).toContain('触及要件：非法性、利诱性');
    expect(text).toContain('目前进展：待签收');
    expect(text).toContain('本单位职责：主办（《防范和处置非法集资条例》第五条）');
    expect(text).toContain('签收时限：2026-11-02 17:30 前（本地默认，非法定）');
    expect(text).toContain('反馈时限：2026-11-03 17:30 前（本地默认，非法定）');
    expect(text).toContain('尚缺信息：没有登记信息');
    expect(text).toContain('仅为疑似线索，须经人工核查');
  });

  it('quotes words as they stand, without what identifies a person', () => {
    const quoted = index('red', [
      reason('guaranteed-return', { quote: '保.本，电13812345678', times: 3 }),
    ]);
    const { text, html } = about({ index: quoted });
    expect(text).toContain('1. 出现“guaranteed-return”（原文：“保.本，电［电话］”），共 3 条记录');
    expect(text + html).not.toContain('13812345678');
  });

  it('tells whoever was told before only what is new, and how the tier moved', () => {
    const before = { at: new Date('2026-11-01T10:00:00+08:00'), tier: 'yellow' as const };
    const since = [
      tiding({ news: ['出现“保本”', '投诉 13812345678'] }),
      tiding({ news: ['出现“保本”'] }),
    ];
    const { subject, text } = about({ before, since }, 'upgraded:orange#2');
    expect(subject).toMatch(/^【橙色预警升级】/);
    expect(text).toContain('上次通知（2026-11-01 10:00）以来：等级由黄色预警变为橙色预警。');
    expect(text).toContain('上次通知以来新增：\n1. 出现“保本”\n2. 投诉 ［电话］\n');
    expect(about({ since }).text).not.toContain('上次通知');
  });

  it('shows the tier as it is now, not as it was when the notice was made', () => {
    const { subject } = about({ tier: 'red' }, 'raised:yellow#1');
    expect(subject).toMatch(/^【红色预警提示】/);
    expect(about({ personTier: 'blue' }).subject).toMatch(/^【蓝色预警/);
  });

  it('sets both opinions side by side, and says when the model differs', () => {
    const at = new Date('2026-11-27T08:00:00+08:00');
    const person = {
      decision: '3',
      tier: 'yellow',
      by: '张某',
      because: '已核实为正常经营',
      at,
    } as const;
    const judged = { tier: 'red', personTier: 'yellow', person } as const;
    const { subject, text } = about(judged, 'differs:red#3');
    expect(subject).toMatch(/^【模型判断与人工等级不同，现为黄色预警】/);
    expect(text).toContain(
      '两种判断：模型：红色　人工：黄色（张某，2026-11-27，已核实为正常经营）',
    );
    expect(write().text).not.toContain('两种判断');
  });

  it('says that a sample is a sample', () => {
    const { subject, text } = write({ sample: true });
    expect(subject).toMatch(/^［样例］/);
    expect(text).toContain('均为虚构样例');
  });

  it('lets no name break out of the HTML', () => {
    const { html } = about({ entityName: '<img src=x onerror=alert(1)>' });
    expect(html).not.toContain('<img');
    expect(html).toContain('&lt;img');
  });
});

describe('a notice of a duty', () => {
  it('reminds before the deadline', () => {
    const { subject, text } = write({ kind: 'reminder', duty: noticeDuty() });
    expect(subject).toBe('【签收将到期】北湖区：某某投资咨询有限公司（疑似非法集资）');
    expect(text).toContain('请北湖区于 2026-11-02 12:00（本地默认，非法定） 前签收。');
  });

  it('names who owes it when it is carried up, since when and to which rung', () => {
    const late = noticeDuty({
      kind: 'answer',
      dueAt: new Date('2026-11-01T12:00:00+08:00'),
      rung: 2,
    });
    const to = noticeAddressee({ because: '逾期一个工作日', unitName: '市政府金融办' });
    const { subject, text } = write({ kind: 'escalation', duty: late, to });
    expect(subject).toMatch(/^【反馈已超期·升级提醒】北湖区：/);
    expect(text).toContain(
      '北湖区应于 2026-11-01 12:00（本地默认，非法定） 前反馈，至今没有完成。',
    );
    expect(text).toContain('最初时限：2026-11-02 12:00');
    expect(text).toContain('升级：第 2 级，逾期一个工作日（本地默认，非法定）');
  });

  it('may be of no alert', () => {
    const duty = noticeDuty({ kind: 'task', subject: '上门核查' });
    const { subject } = write({ kind: 'reminder', duty, alert: null });
    expect(subject).toBe('【会议交办（上门核查）将到期】北湖区');
  });
});

describe('a notice of progress', () => {
  it('says what happened and where things stand now', () => {
    const change = tiding({ kind: 'confirmed', by: '李科长', because: '账户 13812345678 属实' });
    const { subject, text } = write({
      kind: 'progress',
      step: 'confirmed#2',
      alert: noticeAlert({ stage: 'transferred', change }),
    });
    expect(subject).toMatch(/^【已查实】/);
    expect(text).toContain('本次进展：已查实（2026-11-02 09:00，李科长）');
    expect(text).toContain('说明：账户 ［电话］ 属实');
    expect(text).toContain('目前进展：已移送公安');
  });
});

describe('a digest', () => {
  it('lists what is open now, the most urgent first, and counts what is over', () => {
    const item = (noticeId: string, over: Partial<NoticeAlert>) => ({
      noticeId,
      alert: alert(over),
      dueAt: NOW,
      knownTo: null,
    });
    const { subject, text } = write({
      kind: 'digest',
      step: 'digest:x',
      alert: null,
      items: [
        item('1', { entityName: '甲公司', tier: 'blue' }),
        item('2', { entityName: '乙公司', tier: 'red' }),
        item('3', { entityName: '丙公司', status: 'closed', stage: 'closed' }),
      ],
    });
    expect(subject).toBe('【预警汇总】市政府金融办：2 件');
    expect(text.indexOf('乙公司')).toBeLessThan(text.indexOf('甲公司'));
    expect(text).toContain('另有 1 件在汇总前已办结或并案');
    expect(text).not.toContain('丙公司');
  });
});

describe('a notice of the house itself', () => {
  it('says what was put down when it was made', () => {
    const said = { subject: '新规则 AD-X 引发的预警过多', body: '请核对。' };
    const { subject, text } = write({ kind: 'flood', alert: null, said });
    expect(subject).toBe('【运行提示】新规则 AD-X 引发的预警过多');
    expect(text).toContain('请核对。');
    expect(text).not.toContain('疑似线索');
  });
});
