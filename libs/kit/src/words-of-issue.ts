import type { z } from 'zod';
import { chinaTime } from './china-time.js';

type Issue = z.core.$ZodRawIssue;
type Of<Code extends Issue['code']> = Extract<Issue, { code: Code }>;

const WRONG = '写法不对';

const NOUNS: Readonly<Record<string, string>> = {
  ...{
    string: '文字',
    number: '数字',
    nan: '数字',
    int: '整数',
    bigint: '整数',
    boolean: '是或否',
  },
  ...{ array: '列表', tuple: '列表', set: '列表', object: '对象', record: '对象', map: '对象' },
  ...{ date: '日期', file: '文件' },
};
/** What is counted in things that have a size. */
const UNITS: Readonly<Record<string, string>> = {
  ...{ string: '个字', array: '项', set: '项', map: '项', file: '字节' },
};
const FORMATS: Readonly<Record<string, string>> = {
  ...{ email: '电子邮件地址', url: '网址', e164: '带国家代码的电话号码' },
  ...{
    date: '日期，如 2026-11-22',
    time: '时刻，如 09:30',
    datetime: '写明日期、时刻和时区的时间',
  },
  ...{ ipv4: '网络地址', ipv6: '网络地址', cidrv4: '网段', cidrv6: '网段' },
};

/** One sentence for each kind of fault. */
const TELLERS: { readonly [Code in Issue['code']]: (issue: Of<Code>) => string } = {
  invalid_type: ({ input, expected }) =>
    input === undefined ? '没有填写' : should(NOUNS[expected]),
  invalid_value: ({ values }) => oneOf(values),
  invalid_format: (issue) => partWanted(issue) ?? should(FORMATS[issue.format]),
  invalid_union: ({ options, inclusive }) => {
    if (inclusive === false) return '同时符合几种写法，只能选一种';
    return options === undefined ? WRONG : oneOf(options);
  },
  invalid_key: ({ issues }) => `名称不对：${told(issues)}`,
  invalid_element: ({ issues }) => `有一项不对：${told(issues)}`,
  unrecognized_keys: ({ keys }) => `不认识 ${keys.join('、')}`,
  not_multiple_of: ({ divisor }) => `应为 ${divisor} 的倍数`,
  too_big: ({ origin, maximum, inclusive, exact }) =>
    exact ? exactly(origin, maximum) : atMost(origin, maximum, inclusive !== false),
  too_small: ({ origin, minimum, inclusive, exact }) =>
    exact ? exactly(origin, minimum) : atLeast(origin, minimum, inclusive !== false),
  custom: () => WRONG,
};

type Bound = number | bigint;

function atMost(origin: string, bound: Bound, isIn: boolean): string {
  const unit = UNITS[origin];
  if (unit !== undefined) return `${isIn ? '最多' : '应少于'} ${bound} ${unit}`;
  if (origin === 'date') return `${isIn ? '不能晚于' : '应早于'} ${minuteOf(bound)}`;
  return `${isIn ? '不能大于' : '应小于'} ${bound}`;
}

function atLeast(origin: string, bound: Bound, isIn: boolean): string {
  const unit = UNITS[origin];
  if (unit !== undefined && isIn && Number(bound) === 1) return '不能为空';
  if (unit !== undefined) return `${isIn ? '至少' : '应多于'} ${bound} ${unit}`;
  if (origin === 'date') return `${isIn ? '不能早于' : '应晚于'} ${minuteOf(bound)}`;
  return `${isIn ? '不能小于' : '应大于'} ${bound}`;
}

const exactly = (origin: string, size: Bound): string =>
  `应为 ${size}${UNITS[origin] === undefined ? '' : ` ${UNITS[origin]}`}`;

/** Zod keeps the bounds of dates as milliseconds. */
const minuteOf = (bound: Bound): string => chinaTime(new Date(Number(bound)));

const should = (noun: string | undefined): string => (noun === undefined ? WRONG : `应为${noun}`);

const oneOf = (values: readonly unknown[]): string =>
  `只能是 ${values.map(String).join('、')}${values.length > 1 ? ' 之一' : ''}`;

const told = (issues: readonly z.core.$ZodIssue[]): string =>
  issues.map(({ message }) => message).join('；');

/** What a text should have begun with, ended with or held. */
function partWanted({ format, prefix, suffix, includes }: Of<'invalid_format'>): string | null {
  if (format === 'starts_with') return `应以“${String(prefix)}”开头`;
  if (format === 'ends_with') return `应以“${String(suffix)}”结尾`;
  return format === 'includes' ? `应含有“${String(includes)}”` : null;
}

/** What is wrong with something that was sent or written in a file, without the words of programmers. */
export function wordsOfIssue(issue: Issue): string {
  const tell = TELLERS[issue.code] as (issue: Issue) => string;
  return tell(issue);
}
