import { expect, it } from '@jest/globals';
import type { AuditLine } from '../api/audit.js';
import { actionWords, detailWords, subjectWords } from './audit-words.js';

it.each([
  [null, ''],
  ['alert:12', '预警 12'],
  ['floods:7', 'floods 7'],
  ['unit:a:b', '单位 a:b'],
  ['whole', 'whole'],
])('the subject %j is %j', (subject, words) => {
  expect(subjectWords(subject)).toBe(words);
});

it('calls an action by its name, and one that nobody knows any more by its code', () => {
  expect(actionWords({ 'alerts.read': '查看预警' }, 'alerts.read')).toBe('查看预警');
  expect(actionWords({}, 'alerts.old')).toBe('alerts.old');
  expect(actionWords(null, 'alerts.read')).toBe('alerts.read');
});

it('tells what belongs to a line besides', () => {
  const line = { detail: { door: 'GET /api/alerts', because: 'forbidden' }, refersTo: '7' };
  expect(detailWords(line as unknown as AuditLine)).toBe(
    'door=GET /api/alerts，because=forbidden，对应开始行 7',
  );
  expect(detailWords({ detail: null, refersTo: null } as unknown as AuditLine)).toBe('');
});
