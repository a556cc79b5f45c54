import type { ListQuestion } from '@risk/kit';
import { z } from 'zod';

const PAGE = 50;
const MOST = 200;

/**
 * The part of a query that all lists have; `usual` is the order when none is asked for, a leading `-` reads
 * downwards: `z.strictObject({ ...listForm(['raisedAt', 'score'], '-raisedAt'), tier: … })`.
 */
export function listForm<Sort extends string>(sorts: readonly Sort[], usual: Sort | `-${Sort}`) {
  const orders: readonly string[] = sorts.flatMap((sort) => [sort, `-${sort}`]);
  return {
    limit: z.coerce.number().int().min(1).max(MOST).default(PAGE),
    after: z.string().min(1).max(500).optional(),
    sort: z
      .string()
      .meta({ enum: orders })
      .default(usual)
      .refine((sort) => orders.includes(sort), `应为 ${sorts.join('、')} 之一，前面加 - 为降序`)
      .transform((sort) => sort as Sort | `-${Sort}`),
  };
}

/** What `listForm` read. */
export interface ReadList<Sort extends string> {
  readonly limit: number;
  readonly after?: string | undefined;
  readonly sort: Sort | `-${Sort}`;
}

/** The question about a page of a list. */
export function listQuestion<Sort extends string>({
  limit,
  after,
  sort,
}: ReadList<Sort>): ListQuestion<Sort> {
  const isDescending = sort.startsWith('-');
  const name = (isDescending ? sort.slice(1) : sort) as Sort;
  return { limit, after: after ?? null, sort: name, isDescending };
}
