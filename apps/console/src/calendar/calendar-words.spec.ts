import { expect, it } from '@jest/globals';
import type { CalendarYear } from '../api/calendar.js';
import { sourceWords } from './calendar-words.js';

const year = (arrangement: CalendarYear['arrangement']): CalendarYear =>
  ({ year: 2027, arrangement }) as CalendarYear;

it.each<[CalendarYear['arrangement'], string]>([
  ['published', '2027 年的放假调休安排已经公布，取自程序所带的节假日安排'],
  ['own', '还没有 2027 年的安排；已由系统管理员补录'],
  ['law', '2027 年的放假调休安排尚未录入'],
])('days off that are %s are told by who looks after them', (arrangement, words) => {
  expect(sourceWords(year(arrangement))).toContain(words);
});
