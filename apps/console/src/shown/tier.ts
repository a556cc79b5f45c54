/** A tier of alert, from the most urgent down. */
export type Tier = 'red' | 'orange' | 'yellow' | 'blue';

/** The tier of anything that is judged: most of it gives no alert. */
export type AnyTier = Tier | 'none';

export const TIERS: readonly Tier[] = ['red', 'orange', 'yellow', 'blue'];

/** What a tier is called on its mark. */
export const TIER_WORDS: Readonly<Record<AnyTier, string>> = {
  ...{ red: '红', orange: '橙', yellow: '黄', blue: '蓝', none: '无' },
};
