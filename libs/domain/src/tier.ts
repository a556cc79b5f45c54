/** Alert tiers from highest to lowest; the Chinese colours are a local default, not statute. */
export const TIERS = ['red', 'orange', 'yellow', 'blue', 'none'] as const;
export type Tier = (typeof TIERS)[number];

const NAMES: Record<Tier, string> = {
  red: '红色预警',
  orange: '橙色预警',
  yellow: '黄色预警',
  blue: '蓝色预警',
  none: '未达预警',
};
export const tierName = (tier: Tier): string => NAMES[tier];

/** The colour alone, for places that say what it is the colour of. */
export const tierColour = (tier: Tier): string =>
  tier === 'none' ? NAMES.none : NAMES[tier].slice(0, 2);

/** Whether tier `a` is more urgent than tier `b`. */
export const isHigher = (a: Tier, b: Tier): boolean => TIERS.indexOf(a) < TIERS.indexOf(b);
