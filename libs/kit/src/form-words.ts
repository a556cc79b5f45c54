import { z } from 'zod';

type Issue = z.core.$ZodRawIssue;

const plain = z.locales.zhCN().localeError;

const NOUNS: Readonly<Record<string, string>> = {
  ...{
    string: '文字',
    number: '数字',
    int: '整数',
    boolean: '是或否',
    array: '一列',
    object: '一组',
    date: '日期',
  },
};
const UNITS: Readonly<Record<string, string>> = { string: '个字', array: '项' };

const listed = (values: readonly unknown[]): string => values.map(String).join('、');

type Teller = {
  readonly [Code in Issue['code']]?: (issue: Extract<Issue, { code: Code }>) => string;
};

/** One line a kind of fault; what has none is told as zod tells it in Chinese. */
const TELLERS: Teller = {
  invalid_value: ({ values }) => `只能是 ${listed(values)}${values.length > 1 ? ' 之一' : ''}`,
  unrecognized_keys: ({ keys }) => `不认识 ${keys.join('、')}`,
  invalid_type: ({ input, expected }) => {
    if (input === undefined) return '没有填写';
    const noun = NOUNS[expected];
    return noun === undefined ? '写法不对' : `应为${noun}`;
  },
  too_big: ({ origin, maximum }) => bounded(origin, maximum, ['最多', '不能大于']),
  too_small: ({ origin, minimum }) => bounded(origin, minimum, ['至少', '不能小于']),
};

function bounded(origin: string, bound: unknown, [many, much]: readonly [string, string]): string {
  const unit = UNITS[origin];
  return unit === undefined ? `${much} ${String(bound)}` : `${many} ${String(bound)} ${unit}`;
}

/** What is wrong with something that was sent, without the words of programmers. */
export function wordsOfIssue(issue: Issue): string {
  const tell = TELLERS[issue.code] as ((issue: Issue) => string) | undefined;
  if (tell) return tell(issue);
  const isPattern = issue.code === 'invalid_format' && issue.format === 'regex';
  const told = isPattern ? null : plain(issue);
  return (typeof told === 'string' ? told : told?.message) ?? '写法不对';
}
