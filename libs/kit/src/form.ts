import { z } from 'zod';
import { Invalid } from './errors.js';
import { wordsOfIssue } from './words-of-issue.js';

/** What a person wrote, without what no table can keep. */
export const cleanText = z.string().regex(/^[^\0\p{Surrogate}]*$/u, '含有不能保存的字符');

/** The id of a row. */
export const rowIdText = z.string().regex(/^\d{1,18}$/, '应为编号');

/** What is wrong with one field of what was sent. */
export interface FormFault {
  /** Where it stands: `targets.0`; empty for the whole. */
  readonly path: string;
  readonly says: string;
  /** What may stand there, where only some words may. */
  readonly choices?: readonly string[];
}

/** Reads what somebody sent in the form asked for; every fault is named with its field, in Chinese, after `said`. */
export function readForm<Form extends z.ZodType>(
  form: Form,
  content: unknown,
  said = '',
): z.output<Form> {
  const parsed = form.safeParse(content, { error: wordsOfIssue });
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.map(faultOf);
  const lines = faults.map(({ path, says }) => (path === '' ? says : `${path}：${says}`));
  throw new Invalid(`${said}${lines.join('；')}`, { faults });
}

const faultOf = (issue: z.core.$ZodIssue): FormFault => ({
  path: issue.path.join('.'),
  says: issue.message,
  ...(issue.code === 'invalid_value' ? { choices: issue.values.map(String) } : {}),
});
