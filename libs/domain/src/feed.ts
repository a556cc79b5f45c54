/** The three feeds that reach the office. */
export const FEEDS = ['registration', 'complaint', 'advertisement'] as const;
export type Feed = (typeof FEEDS)[number];

const NAMES: Record<Feed, string> = {
  registration: '登记注册',
  complaint: '投诉举报',
  advertisement: '广告监测',
};

/** The feed's name on screen. */
export const feedName = (feed: Feed): string => NAMES[feed];

export const isFeed = (text: string): text is Feed => (FEEDS as readonly string[]).includes(text);
