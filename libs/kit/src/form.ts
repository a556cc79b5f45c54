import { z } from 'zod';
import { Invalid } from './errors.js';

/** What a person wrote, without what no table can keep. */
export const cleanText = z.string().regex(/^[^\0\p{Surrogate}]*$/u, '含有不能保存的字符');

/** The id of a row. */
export const rowIdText = z.string().regex(/^\d{1,18}$/, '应为编号');

/** Reads what somebody sent in the form asked for; every fault is named with its field, in Chinese, after `said`. */
export function readForm<Form extends z.ZodType>(
  form: Form,
  content: unknown,
  said = '',
): z.output<Form> {
  const parsed = form.safeParse(content, { error: z.locales.zhCN().localeError });
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.map(({ path, message }) =>
    path.length === 0 ? message : `${path.join('.')}：${message}`,
  );
  throw new Invalid(`${said}${faults.join('；')}`);
}
