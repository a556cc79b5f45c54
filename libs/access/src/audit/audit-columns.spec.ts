import { describe, expect, it } from '@jest/globals';
import { auditEvent } from '../testing/audit-event.js';
import type { AuditEvent } from './audit-event.js';
import { AUDIT_HEADINGS, auditRow } from './audit-columns.js';
import { GENESIS } from './audit-hash.js';
import { chainAfter } from './chain-after.js';

const row = (more: Partial<AuditEvent> = {}) => {
  const cells = chainAfter(GENESIS, [auditEvent(more)]).flatMap(auditRow);
  return Object.fromEntries(cells.map((cell, at) => [AUDIT_HEADINGS[at] ?? '', cell]));
};

describe('a line for people', () => {
  it('has a Chinese heading for every cell', () => {
    const refused = { roles: ['officer', 'auditor'], outcome: 'refused', refersTo: '1' } as const;
    const detail = { door: 'GET /api/alerts', because: 'invalid' };
    expect(row({ ...refused, detail })).toMatchObject({
      编号: 1,
      时间: '2026-11-02 09:00:00',
      用户: '王某',
      账号: '7',
      角色: 'officer、审计员',
      事件: '查看预警',
      对象: '预警 12',
      来源地址: '10.0.0.9',
      结果: '拒绝',
      说明: '原因：填写的内容不符合要求；接第 1 行',
      所属开始行: 1,
      毫秒时刻: 1793581200123,
      算法: 'sm3-1',
      前一行哈希: GENESIS.hash,
      本行哈希: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
  });

  it('keeps what its hash was made of', () => {
    const line = { roles: ['auditor'], detail: { page: 1 } };
    expect(row(line)).toMatchObject({
      ...{ 角色原文: 'auditor', 事件原文: 'alerts.read', 对象原文: 'alert:12', 结果原文: 'done' },
      详情原文: '{"page":1}',
    });
  });

  it('leaves empty what nobody told', () => {
    expect(row({ accountId: null, subject: null, from: null, detail: null })).toMatchObject({
      ...{ 账号: null, 对象: null, 来源地址: null, 说明: null, 所属开始行: null },
    });
  });
});
