import type { Standing } from '../shown/standing.js';

/** How an edition stands at each stage, and what that is called. */
export const STAGE_MARKS: Readonly<Record<string, readonly [Standing, string]>> = {
  draft: ['plain', '草稿'],
  tested: ['waiting', '已回测'],
  shadow: ['waiting', '影子运行'],
  'in-force': ['good', '现行'],
  retired: ['off', '曾用'],
  withdrawn: ['off', '已撤回'],
};
