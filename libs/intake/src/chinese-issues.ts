import type { z } from 'zod';
import type { FieldIssue } from './poison.js';

type Issue = z.core.$ZodIssue;

const TYPES: Readonly<Record<string, string>> = {
  string: '文字',
  number: '数字',
  int: '整数',
  boolean: '是或否',
  array: '列表',
  object: '对象',
  record: '对象',
};

/** What is said about each kind of zod issue; kinds without a line speak for themselves. */
const SAYINGS: { readonly [C in Issue['code']]?: (issue: Extract<Issue, { code: C }>) => string } =
  {
    // zod tells a missing value only by its message: the input is not kept in the issue.
    invalid_type: ({ message, expected }) =>
      message.includes('received undefined') ? '缺少必填项' : `应为${TYPES[expected] ?? expected}`,
    too_small: ({ origin, minimum }) =>
      origin === 'string' || origin === 'array' ? '不能为空' : `不能小于 ${minimum}`,
    too_big: ({ origin, maximum }) => {
      if (origin === 'string') return `超过 ${maximum} 个字符`;
      return origin === 'array' ? `超过 ${maximum} 项` : `不能大于 ${maximum}`;
    },
    invalid_value: ({ values }) => `只能是 ${values.map(String).join('、')} 之一`,
    invalid_format: () => '格式不对',
    unrecognized_keys: ({ keys }) => `不认识的字段：${keys.join('、')}`,
  };

/** One zod issue as a Chinese clause that follows the field's name. */
export function chineseMessage(issue: Issue): string {
  const say = SAYINGS[issue.code] as ((issue: Issue) => string) | undefined;
  // A message that a schema wrote itself is Chinese already and says more.
  return say && !/[\u4e00-\u9fff]/.test(issue.message) ? say(issue) : issue.message;
}

/** A path as people write it: `payload.targets[2].name`. */
export const pathText = (path: readonly PropertyKey[]): string =>
  path.reduce<string>((text, step) => {
    if (typeof step === 'number') return `${text}[${step}]`;
    return text === '' ? String(step) : `${text}.${String(step)}`;
  }, '');

/** The issues of a zod error in Chinese, below a prefix. */
export const chineseIssues = (error: z.ZodError, prefix: readonly string[] = []): FieldIssue[] =>
  error.issues.map((issue) => ({
    path: pathText([...prefix, ...issue.path]),
    message: chineseMessage(issue),
  }));
