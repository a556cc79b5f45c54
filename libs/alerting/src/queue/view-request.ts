import { cleanText } from '@risk/kit';
import { z } from 'zod';

const name = cleanText.trim().min(1).max(30).describe('名称');
const query = cleanText.max(2000).describe('条件，写法同列表的查询');

/** The body of a new view of the queue. */
export const viewDraftSchema = z.strictObject({
  name,
  query,
  isShared: z.boolean().default(false).describe('是否本单位共用；须有“维护本单位共用的视图”权限'),
});

/** The body of changing a view of the queue. */
export const viewChangeSchema = z.strictObject({
  name: name.optional(),
  query: query.optional(),
  place: z.int().min(1).max(100).optional().describe('排到同类视图（共用的或者自己的）的第几位'),
});
