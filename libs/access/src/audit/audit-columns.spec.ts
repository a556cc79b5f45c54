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
    expect(row({ roles: ['officer', 'auditor'], outcome: 'refused', refersTo: '1' })).toMatchObject(
      {
        编号: 1,
        时间: '2026-11-02 09:00:00',
        用户: '王某',
        账号: '7',
        角色: 'officer、auditor',
        事件类型: 'alerts.read',
        对象: 'alert:12',
        来源地址: '10.0.0.9',
        结果: '拒绝',
        详情: '{"page":1}',
        所属开始行: 1,
        毫秒时刻: 1793581200123,
        算法: 'sm3-1',
        前一行哈希: GENESIS.hash,
        本行哈希: expect.stringMatching(/^[0-9a-f]{64}$/),
      },
    );
  });

  it('leaves empty what nobody told', () => {
    expect(row({ accountId: null, subject: null, from: null, detail: null })).toMatchObject({
      ...{ 账号: null, 对象: null, 来源地址: null, 详情: null, 所属开始行: null },
    });
  });
});
