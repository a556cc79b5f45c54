import { z } from 'zod';
import { Invalid } from '@risk/kit';

/** Reads what an address asks after its question mark; refuses in words what it does not know. */
export function readQuery<T extends z.ZodType>(schema: T, query: unknown): z.output<T> {
  const parsed = schema.safeParse(query, { error: z.locales.zhCN().localeError });
  if (parsed.success) return parsed.data;
  throw new Invalid(
    parsed.error.issues.map(({ path, message }) => `${path.join('.')}：${message}`).join('；'),
  );
}

/** Parts that many questions have. */
export const asked = {
  rowId: z.string().regex(/^\d{1,18}$/, '应为编号'),
  code: z.string().min(1).max(100),
} as const;
