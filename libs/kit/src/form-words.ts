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

/** What is wrong with something that was sent, without the words of programmers. */
export function wordsOfIssue(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_value':
      return issue.values.length === 1
        ? `只能是 ${listed(issue.values)}`
        : `只能是 ${listed(issue.values)} 之一`;
    case 'unrecognized_keys':
      return `不认识 ${issue.keys.join('、')}`;
    case 'invalid_type':
      if (issue.input === undefined) return '没有填写';
      return issue.expected in NOUNS ? `应为${NOUNS[issue.expected] ?? ''}` : '写法不对';
    case 'too_big':
      return issue.origin in UNITS
        ? `最多 ${String(issue.maximum)} ${UNITS[issue.origin] ?? ''}`
        : `不能大于 ${String(issue.maximum)}`;
    case 'too_small':
      return issue.origin in UNITS
        ? `至少 ${String(issue.minimum)} ${UNITS[issue.origin] ?? ''}`
        : `不能小于 ${String(issue.minimum)}`;
    case 'invalid_format':
      return issue.format === 'regex' ? '写法不对' : toldBy(issue);
    default:
      return toldBy(issue);
  }
}

function toldBy(issue: Issue): string {
  const told = plain(issue);
  return (typeof told === 'string' ? told : told?.message) ?? '写法不对';
}
