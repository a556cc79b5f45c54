import type { Dimension, EntityKind, Feed, LegalElement, Tier, Verdict } from '../api/entities.js';
import type { HistoryEvent } from '../api/entity-parts.js';

export const TIERS: readonly Tier[] = ['red', 'orange', 'yellow', 'blue', 'none'];

export const TIER_NAMES: Readonly<Record<Tier, string>> = {
  ...{ red: '红色', orange: '橙色', yellow: '黄色', blue: '蓝色', none: '未达预警' },
};

export const KIND_NAMES: Readonly<Record<EntityKind, string>> = {
  ...{ registered: '登记主体', provisional: '暂定主体', branch: '分支机构' },
};

export const FEED_WORDS: Readonly<Record<Feed, string>> = {
  ...{ registration: '登记注册', complaint: '投诉举报', advertisement: '广告监测' },
};

export const DIMENSION_NAMES: Readonly<Record<Dimension, string>> = {
  ...{ compliance: '合规偏离', inducement: '利诱程度', spread: '传播扩散' },
  ...{ complaint: '投诉举报', relation: '关联异动' },
};
export const DIMENSIONS = Object.keys(DIMENSION_NAMES) as readonly Dimension[];

export const ELEMENT_NAMES: Readonly<Record<LegalElement, string>> = {
  ...{ illegality: '非法性', publicity: '公开性', inducement: '利诱性', sociality: '社会性' },
};
export const ELEMENTS = Object.keys(ELEMENT_NAMES) as readonly LegalElement[];

export const VERDICT_NAMES: Readonly<Record<Verdict, string>> = {
  ...{ confirmed: '查实', refuted: '排除', administrative: '行政处理' },
  ...{ transferred: '移送公安', insufficient: '证据不足' },
};

const STAGES: Readonly<Record<string, string>> = {
  ...{ raised: '待签收', acknowledged: '已签收', verifying: '核查中', confirmed: '已查实' },
  ...{ refuted: '已排除', transferred: '已移送公安', closed: '已办结' },
};
export const stageName = (stage: string): string => STAGES[stage] ?? stage;

const ROLES: Readonly<Record<string, string>> = {
  ...{ subject: '登记对象', target: '被投诉方', advertiser: '广告主', publisher: '发布者' },
};
export const roleName = (role: string): string => ROLES[role] ?? role;

const CONTACTS: Readonly<Record<string, string>> = {
  ...{ phone: '电话', website: '网址', app: '应用', wechat: '微信', regno: '注册号' },
};
export const contactName = (kind: string): string => CONTACTS[kind] ?? kind;

const BONDS: Readonly<Record<string, string>> = {
  ...{ representative: '同一法定代表人', shareholder: '同一股东', address: '同一地址' },
  ...{ phone: '同一电话', website: '同一网址', app: '同一应用', wechat: '同一微信' },
};

/** What ties somebody, seen from one end: of a branch and its parent, each is something else. */
export function bondWords(
  {
    kind,
    from,
    value,
  }: { readonly kind: string; readonly from: string; readonly value: string | null },
  seenFrom: string,
): string {
  if (kind === 'parent') return from === seenFrom ? '所属总公司' : '分支机构';
  const words = BONDS[kind] ?? kind;
  return value === null ? words : `${words}（${value}）`;
}

/** What happened, in a line. */
export function eventWords(event: HistoryEvent): string {
  switch (event.kind) {
    case 'record':
      return `收到${FEED_WORDS[event.feed]}`;
    case 'alert':
      return `预警：${event.says}（${TIER_NAMES[event.tier]}）`;
    case 'tier':
      return event.tier === null ? '撤回人工等级' : `人工定为${TIER_NAMES[event.tier]}`;
    case 'outcome':
      return `核查结论：${VERDICT_NAMES[event.verdict]}`;
    case 'merged':
      return `归并“${event.name}”`;
    case 'parted':
      return `撤销归并“${event.name}”`;
    case 'rules':
      return '改用另一版规则或评分';
  }
}

/** Who did it and why, as far as somebody did. */
export const eventReason = (event: HistoryEvent): string =>
  'because' in event ? [event.by, event.because].filter(Boolean).join('：') : '';

/** A score with one digit. */
export const scoreText = (score: number): string => score.toFixed(1);

/** 1,200,000 元 as 120 万元. */
export const yuanText = (sum: number): string =>
  sum >= 10_000
    ? `${(Math.round(sum / 100) / 100).toLocaleString('en')} 万元`
    : `${sum.toLocaleString('en')} 元`;
