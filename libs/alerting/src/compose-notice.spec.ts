import { describe, expect, it } from '@jest/globals';
import { composeNotice } from './compose-notice.js';
import { addressee, alert, index, reason } from './testing/verdicts.js';

describe('a notice', () => {
  const notice = composeNotice(alert(), addressee(), 'raised:orange');

  it('says what, who and why in its subject and text', () => {
    expect(notice.subject).toBe('【橙色预警提示】某某投资咨询有限公司（疑似非法集资）');
    expect(notice.text).toContain('触及要件：非法性、利诱性');
    expect(notice.text).toContain('本单位职责：主办（《防范和处置非法集资条例》第五条）');
    expect(notice.text).toContain('反馈时限：2026-11-03 17:30 前（本地默认，非法定）');
    expect(notice.text).toContain('尚缺信息：没有登记信息');
    expect(notice.text).toContain('仅为疑似线索');
  });

  it('quotes the words as they stand', () => {
    const quoted = index('red', [reason('guaranteed-return', { quote: '保.本', times: 3 })]);
    const { text } = composeNotice(alert({ index: quoted }), addressee(), 'raised:red');
    expect(text).toContain('1. 出现“guaranteed-return”（原文：“保.本”），共 3 条记录');
  });

  it('says that it is an upgrade, and that a sample is a sample', () => {
    const { subject, text } = composeNotice(
      alert({ sample: true }),
      addressee(),
      'upgraded:orange',
    );
    expect(subject).toMatch(/^［样例］【橙色预警升级】/);
    expect(text).toContain('均为虚构样例');
  });

  it("shows a person's tier before the model's", () => {
    expect(
      composeNotice(alert({ personTier: 'blue' }), addressee(), 'raised:orange').subject,
    ).toMatch('蓝色预警');
  });

  it('sets both opinions side by side, and says when the model differs', () => {
    const person = {
      decision: '3',
      tier: 'yellow' as const,
      by: '张某',
      because: '已核实为正常经营',
      at: new Date('2026-11-27T08:00:00+08:00'),
    };
    const judged = alert({ tier: 'red', personTier: 'yellow', person });
    const { subject, text } = composeNotice(judged, addressee(), 'differs:red#3');
    expect(subject).toMatch(/^【模型判断与人工等级不同，现为黄色预警】/);
    expect(text).toContain(
      '两种判断：模型：红色　人工：黄色（张某，2026-11-27，已核实为正常经营）',
    );
    expect(composeNotice(alert(), addressee(), 'raised:red').text).not.toContain('两种判断');
  });

  it('lets no name break out of the HTML', () => {
    const { html } = composeNotice(
      alert({ entityName: '<img src=x onerror=alert(1)>' }),
      addressee(),
      'raised:red',
    );
    expect(html).not.toContain('<img');
    expect(html).toContain('&lt;img');
  });
});
