import type { EntityKind } from '../api/entities.js';
import type { HistoryEvent } from '../api/entity-parts.js';
import { TIER_NAMES } from '../shown/tier.js';
import { FEED_WORDS, VERDICT_WORDS } from '../shown/words.js';

export const KIND_NAMES: Readonly<Record<EntityKind, string>> = {
  ...{ registered: '登记主体', provisional: '暂定主体', branch: '分支机构' },
};

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
      return `核查结论：${VERDICT_WORDS[event.verdict]}`;
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
