/** A tier of alert, from the most urgent down. */
export type Tier = 'red' | 'orange' | 'yellow' | 'blue';

/** The tier of anything that is judged: most of it gives no alert. */
export type AnyTier = Tier | 'none';

/** Those of which there are alerts. */
export const TIERS: readonly Tier[] = ['red', 'orange', 'yellow', 'blue'];

export const ANY_TIERS: readonly AnyTier[] = [...TIERS, 'none'];

/** What a tier is called on its mark. */
export const TIER_WORDS: Readonly<Record<AnyTier, string>> = {
  ...{ red: '红', orange: '橙', yellow: '黄', blue: '蓝', none: '无' },
};

/** What a tier is called in a sentence. */
export const TIER_NAMES: Readonly<Record<AnyTier, string>> = {
  ...{ red: '红色', orange: '橙色', yellow: '黄色', blue: '蓝色', none: '未达预警' },
};
