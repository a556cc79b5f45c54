import { expect, it } from '@jest/globals';
import type { AgendaKind } from '../api/meetings.js';
import { agendaSum } from './agenda-words.js';

it.each<[readonly AgendaKind[], string]>([
  [[], '没有议题'],
  [['overdue', 'red', 'overdue'], '红色预警 1，逾期未办 2'],
  [['receipt', 'dispute'], '管辖争议 1，移送未回执 1'],
])('an agenda of %j is %s', (kinds, words) => {
  expect(agendaSum(kinds.map((kind) => ({ kind })))).toBe(words);
});
