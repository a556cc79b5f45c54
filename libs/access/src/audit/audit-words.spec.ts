import { describe, expect, it } from '@jest/globals';
import { auditEvent } from '../testing/audit-event.js';
import type { AuditDetail, AuditEvent } from './audit-event.js';
import { filterWords, toldFilters } from './audit-filters.js';
import { GENESIS } from './audit-hash.js';
import { auditWords, subjectsCalled } from './audit-words.js';
import { chainAfter } from './chain-after.js';

const wordsOf = (more: Partial<AuditEvent>) =>
  chainAfter(GENESIS, [auditEvent({ detail: null, subject: null, ...more })]).map(auditWords)[0];

describe('what was done', () => {
  it.each<[string, string, AuditDetail | null]>([
    ['备注预警', 'alerts.act', { door: 'POST /api/alerts/:id/steps', deed: 'noted' }],
    ['停用账号', 'accounts.make', { door: 'POST /api/accounts/:id/disabling', deed: 'disable' }],
    ['导出预警', 'lists.save', { door: 'GET /api/alerts/export', deed: 'alerts' }],
    ['查看服务令牌', 'tokens.read', { door: 'GET /api/tokens' }],
    ['登录（口令）', 'session.open', null],
  ])('is called %s', (event, action, detail) => {
    expect(wordsOf({ action, detail })).toMatchObject({ event });
  });

  it.each<[string, string, string]>([
    ['查看服务令牌', 'tokens.make', 'GET /api/tokens'],
    ['阅读简报', 'bulletins.review', 'GET /api/bulletins/upcoming'],
    ['查看静默、放行', 'alerts.hold', 'GET /silences'],
    ['导出预警', 'alerts.read', 'GET /api/alerts/export'],
    ['停用账号', 'accounts.make', 'POST /api/accounts/:id/disabling'],
    ['标记消息已读', 'inbox.read', 'POST /api/units/:code/inbox/:id/read'],
    ['签收、办理预警', 'alerts.act', 'POST /api/alerts/:id/steps'],
    ['登录（政务身份）', 'session.identity', 'GET /login/identity/callback'],
    ['查看预警', 'alerts.read', 'GET /api/of-another-house'],
  ])('is %s on a line of before deeds were written down: %s %s', (event, action, door) => {
    expect(wordsOf({ action, detail: { door } })).toMatchObject({ event });
  });

  it('keeps its code when nobody knows it any more, also as the name of what every object has', () => {
    expect(wordsOf({ action: 'alerts.old' })).toMatchObject({ event: 'alerts.old' });
    const detail = { door: 'constructor', deed: 'toString' };
    expect(wordsOf({ action: 'alerts.act', detail })).toMatchObject({ event: '签收、办理预警' });
  });
});

describe('what belongs to it besides', () => {
  it.each<[string, AuditDetail | null, string | null]>([
    ['', null, null],
    ['', { door: 'GET /api/alerts' }, null],
    ['原因：填写的内容不符合要求；接第 7 行', { door: 'x', because: 'invalid' }, '7'],
    [
      '条件：等级 红色预警；12 行',
      { rows: 12, asked: 'tier=red', door: 'x', deed: 'alerts' },
      null,
    ],
    ['原因：没有传完；3 行', { because: 'cut', rows: 3 }, null],
    ['原因：管理员均已离任', { because: '管理员均已离任' }, null],
    ['格式：jsonl；自：2026-11-01', { format: 'jsonl', from: '2026-11-01', to: null }, null],
    ['page：1', { page: 1 }, null],
  ])('is told as %j', (told, detail, refersTo) => {
    expect(wordsOf({ detail, refersTo })).toMatchObject({ told });
  });
});

describe('the thing it was done to', () => {
  it.each([
    [null, ''],
    ['alert:12', '预警 12'],
    ['floods:7', '暂停发送 7'],
    ['unit:a:b', '单位 a:b'],
    ['whole', 'whole'],
    ['relics:7', 'relics 7'],
  ])('%j is called %j', (subject, about) => {
    expect(wordsOf({ subject })).toMatchObject({ about });
  });

  it.each([
    ['预警 12', ['alert:12', 'alerts:12']],
    ['预警12', ['alert:12', 'alerts:12']],
    ['单位 gaj', ['unit:gaj']],
    ['会议任务 3', ['task:3']],
    ['alert:12', ['alert:12']],
    ['预警', ['预警']],
  ])('%s is found as %j', (words, subjects) => {
    expect(subjectsCalled(words)).toEqual(subjects);
  });
});

describe('the conditions of a list', () => {
  it.each([
    [{}, null],
    [{ limit: '9', after: 'x', sort: '-score' }, null],
    [{ tier: 'red,orange', state: 'open' }, 'state=open&tier=red,orange'],
    [{ words: '张三', q: '李四', assignee: '王五' }, 'assignee=*&q=*&words=*'],
    [
      { tier: '张三', region: '张三', unit: '13800001111', alert: 'x' },
      'alert=*&region=*&tier=*&unit=*',
    ],
    [{ from: '2026-11-01', to: '2026-11' }, 'from=2026-11-01&to=*'],
    [{ tier: ['red', '张三'] }, 'tier=*'],
    [{ tier: 'constructor' }, 'tier=*'],
    [{ 张三: 'x', constructor: 'x' }, null],
  ])('of %j are written down as %j: closed words, and nothing that people wrote', (query, told) => {
    expect(toldFilters(query)).toBe(told);
  });

  it('are told in Chinese', () => {
    expect(filterWords('state=open&tier=red,orange&words=*')).toBe(
      '状态 未结，等级 红色预警、橙色预警，有文字条件（内容不记）',
    );
  });
});
