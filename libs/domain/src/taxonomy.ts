/** The five dimensions of the index; own names, own published weights (config/scoring.yaml). */
export const DIMENSIONS = ['compliance', 'inducement', 'spread', 'complaint', 'relation'] as const;
export type Dimension = (typeof DIMENSIONS)[number];

const DIMENSION_NAMES: Record<Dimension, string> = {
  compliance: '合规偏离',
  inducement: '利诱程度',
  spread: '传播扩散',
  complaint: '投诉举报',
  relation: '关联异动',
};
export const dimensionName = (dimension: Dimension): string => DIMENSION_NAMES[dimension];

/**
 * The elements of illegal fundraising: article 2 of the Regulation (State Council order 737) asks
 * for three, article 1 of the 2022 judicial interpretation adds publicity.
 */
export const ELEMENTS = ['illegality', 'publicity', 'inducement', 'sociality'] as const;
export type LegalElement = (typeof ELEMENTS)[number];

const ELEMENT_NAMES: Record<LegalElement, string> = {
  illegality: '非法性',
  publicity: '公开性',
  inducement: '利诱性',
  sociality: '社会性',
};
export const elementName = (element: LegalElement): string => ELEMENT_NAMES[element];

const SCHEME_NAMES = {
  'illegal-fundraising': '非法集资',
  'illegal-lending': '非法放贷',
  'pyramid-selling': '传销',
  'virtual-currency': '虚拟货币',
  'illegal-securities': '非法证券期货荐股',
  'underground-banking': '非法外汇与地下钱庄',
  'illegal-insurance': '非法保险',
  'pension-fraud': '养老诈骗',
  'credit-repair': '征信修复与金融黑产',
  'debt-evasion': '逃废金融债务',
  other: '其他非法金融活动',
  none: '未见异常',
} as const;

/** What kind of illegal financial activity something looks like; a lead, never a finding. */
export type Scheme = keyof typeof SCHEME_NAMES;
export const SCHEMES = Object.keys(SCHEME_NAMES) as Scheme[];
export const schemeName = (scheme: Scheme): string => SCHEME_NAMES[scheme];
export const isScheme = (text: string): text is Scheme => Object.hasOwn(SCHEME_NAMES, text);
