import { expect, it } from '@jest/globals';
import { z } from 'zod';
import { Invalid, readForm } from '@risk/kit';
import { questionFaults } from './question-faults.js';

const form = z.strictObject({
  tier: z.array(z.enum(['red', 'orange'])).optional(),
  limit: z.coerce.number().int().max(200).optional(),
  format: z.enum(['xlsx']).optional(),
  after: z.string().max(3).regex(/^\d+$/).optional(),
  own: z.boolean().optional(),
});

const fault = (question: unknown): unknown => {
  try {
    return readForm(form, question);
  } catch (error) {
    return error;
  }
};

it.each<[string, object, string]>([
  [
    'names the words that may stand there, and what they are called',
    { tier: ['purple'] },
    '预警等级（tier）：只能是 red（红色预警）、orange（橙色预警） 之一',
  ],
  ['knows of one alone', { format: 'csv' }, '文件格式（format）：只能是 xlsx'],
  [
    'tells of everything that is wrong',
    { limit: 201, after: '12x' },
    '每页行数（limit）：不能大于 200；上一页回答里的 next（after）：写法不对',
  ],
  ['counts letters as letters', { after: '1234' }, '上一页回答里的 next（after）：最多 3 个字'],
  ['leaves what has no other name as it is', { own: 'x' }, 'own：应为是或否'],
  ['names what nobody asks here', { colour: 'red' }, '不认识 colour'],
])('a question %s', (_says, question, words) => {
  expect(questionFaults(fault(question))).toBe(words);
});

it.each([new Invalid('日期无效'), new Error('x'), null])(
  '%s is no fault of a question',
  (error) => {
    expect(questionFaults(error)).toBeNull();
  },
);
