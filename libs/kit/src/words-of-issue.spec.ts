import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { wordsOfIssue } from './words-of-issue.js';

type Code = z.core.$ZodIssue['code'];
type Case = readonly [name: string, schema: z.ZodType, input: unknown, words: string];

const noon = new Date('2026-11-22T12:00:00+08:00');
const at = (hour: number): Date => new Date(`2026-11-22T${String(hour)}:00:00+08:00`);

/** Every kind of fault that zod knows; a kind that it learns later is missing here, and does not compile. */
const CASES: Readonly<Record<Code, readonly Case[]>> = {
  invalid_type: [
    ['nothing', z.string(), undefined, '没有填写'],
    ['a number for a text', z.string(), 5, '应为文字'],
    ['a text for a number', z.number(), '5', '应为数字'],
    ['a text that is no number', z.coerce.number(), '五', '应为数字'],
    ['a part for a whole', z.int(), 1.5, '应为整数'],
    ['a text for a yes', z.boolean(), '是', '应为是或否'],
    ['a text for a list', z.array(z.string()), '甲', '应为列表'],
    ['a text for a pair', z.tuple([z.string(), z.string()]), '甲', '应为列表'],
    ['a text for an object', z.object({}), '甲', '应为对象'],
    ['a text for a table', z.record(z.string(), z.string()), '甲', '应为对象'],
    ['a text for a date', z.date(), '甲', '应为日期'],
    ['what has no noun', z.symbol(), '甲', '写法不对'],
  ],
  invalid_value: [
    ['a word of several', z.enum(['甲', '乙']), '丙', '只能是 甲、乙 之一'],
    ['a word of one', z.literal('甲'), '丙', '只能是 甲'],
  ],
  invalid_format: [
    ['a pattern', z.string().regex(/^[a-z]+$/), '5', '写法不对'],
    ['an e-mail address', z.email(), '甲', '应为电子邮件地址'],
    ['an address of a site', z.url(), '甲', '应为网址'],
    ['a day', z.iso.date(), '今天', '应为日期，如 2026-11-22'],
    ['a time of the day', z.iso.time(), '早上', '应为时刻，如 09:30'],
    ['a moment', z.iso.datetime(), '今天', '应为写明日期、时刻和时区的时间'],
    ['an address of a network', z.ipv4(), '甲', '应为网络地址'],
    ['a beginning', z.string().startsWith('甲'), '乙', '应以“甲”开头'],
    ['an end', z.string().endsWith('甲'), '乙', '应以“甲”结尾'],
    ['a part', z.string().includes('甲'), '乙', '应含有“甲”'],
    ['a form without a name', z.nanoid(), '甲', '写法不对'],
  ],
  invalid_union: [
    ['neither of two', z.union([z.string(), z.number()]), true, '写法不对'],
    ['both of two', z.xor([z.string(), z.string().min(1)]), '甲', '同时符合几种写法，只能选一种'],
    [
      'none of the kinds',
      z.discriminatedUnion('种类', [
        z.object({ 种类: z.literal('甲') }),
        z.object({ 种类: z.literal('乙') }),
      ]),
      { 种类: '丙' },
      '只能是 甲、乙 之一',
    ],
  ],
  invalid_key: [
    ['a name', z.record(z.string().max(1), z.string()), { 甲乙: '' }, '名称不对：最多 1 个字'],
  ],
  invalid_element: [
    [
      'something in a map',
      z.map(z.object({}), z.string()),
      new Map([[{}, 5]]),
      '有一项不对：应为文字',
    ],
  ],
  unrecognized_keys: [['strange keys', z.strictObject({}), { 甲: 1, 乙: 2 }, '不认识 甲、乙']],
  not_multiple_of: [['a number between', z.number().multipleOf(5), 7, '应为 5 的倍数']],
  too_big: [
    ['a text', z.string().max(2), '甲乙丙', '最多 2 个字'],
    ['a text of one length', z.string().length(2), '甲乙丙', '应为 2 个字'],
    ['a list', z.array(z.string()).max(1), ['甲', '乙'], '最多 1 项'],
    ['a list of one length', z.array(z.string()).length(1), ['甲', '乙'], '应为 1 项'],
    ['a pair', z.tuple([z.string()]), ['甲', '乙'], '最多 1 项'],
    ['a set', z.set(z.string()).max(1), new Set(['甲', '乙']), '最多 1 项'],
    ['a number', z.number().max(5), 6, '不能大于 5'],
    ['a number at an open end', z.number().lt(5), 5, '应小于 5'],
    ['a large number', z.bigint().max(5n), 6n, '不能大于 5'],
    ['a date', z.date().max(noon), at(13), '不能晚于 2026-11-22 12:00'],
    ['a file', z.file().max(2), new File(['甲'], '甲'), '最多 2 字节'],
  ],
  too_small: [
    ['an empty text', z.string().min(1), '', '不能为空'],
    ['a text', z.string().min(2), '甲', '至少 2 个字'],
    ['a text of one length', z.string().length(2), '甲', '应为 2 个字'],
    ['an empty list', z.array(z.string()).min(1), [], '不能为空'],
    ['a list', z.array(z.string()).min(2), ['甲'], '至少 2 项'],
    ['a number', z.number().min(5), 4, '不能小于 5'],
    ['a number at an open end', z.number().positive(), 0, '应大于 0'],
    ['a date', z.date().min(noon), at(11), '不能早于 2026-11-22 12:00'],
  ],
  custom: [['what a schema refuses wordlessly', z.string().refine(() => false), '甲', '写法不对']],
};
const LINES = Object.entries(CASES).flatMap(([code, cases]) =>
  cases.map((one) => [code, ...one] as const),
);

const issuesOf = (schema: z.ZodType, input: unknown): readonly z.core.$ZodIssue[] =>
  schema.safeParse(input, { error: wordsOfIssue }).error?.issues ?? [];

describe('the words of a fault', () => {
  it.each(LINES)('%s: %s', (code, _name, schema, input, words) => {
    expect(issuesOf(schema, input)).toMatchObject([{ code, message: words }]);
  });

  it('are Chinese, whatever the fault', () => {
    const told = LINES.flatMap(([, , schema, input]) => issuesOf(schema, input));
    expect(told.filter(({ message }) => /[a-z]/i.test(message))).toEqual([]);
  });

  it('give way to what a schema says itself', () => {
    const issues = issuesOf(z.string().max(1, '太长'), '甲乙');
    expect(issues).toMatchObject([{ message: '太长' }]);
  });
});
