import type { Feed } from '../../api/codes.js';

/** A field of the form. */
export interface TriedField {
  readonly name: string;
  readonly label: string;
  readonly kind: 'line' | 'text' | 'number' | 'date' | 'choice';
  readonly options?: readonly (readonly [string, string])[];
}

const MEDIA: readonly (readonly [string, string])[] = [
  ...([
    ['', '未写明'],
    ['web', '网页'],
    ['wechat', '微信'],
    ['app', '应用程序'],
  ] as const),
  ...([
    ['sms', '短信'],
    ['video', '短视频'],
    ['leaflet', '传单'],
    ['outdoor', '户外'],
  ] as const),
  ...([
    ['paper', '报刊'],
    ['tv', '电视'],
  ] as const),
];
const EVENTS: readonly (readonly [string, string])[] = [
  ...([
    ['', '未写明'],
    ['establish', '设立'],
    ['change', '变更'],
    ['annual-report', '年报'],
  ] as const),
  ...([
    ['abnormal', '经营异常'],
    ['penalty', '行政处罚'],
    ['cancel', '注销'],
  ] as const),
];

/** The fields of each feed; the first text is what one types. */
export const TRIED_FIELDS: Readonly<Record<Feed, readonly TriedField[]>> = {
  complaint: [
    { name: 'title', label: '标题', kind: 'line' },
    { name: 'text', label: '正文', kind: 'text' },
    { name: 'amount', label: '涉及金额（元）', kind: 'number' },
    { name: 'people', label: '涉及人数', kind: 'number' },
  ],
  advertisement: [
    { name: 'title', label: '标题', kind: 'line' },
    { name: 'text', label: '正文', kind: 'text' },
    { name: 'imageText', label: '图片文字', kind: 'text' },
    { name: 'medium', label: '发布媒介', kind: 'choice', options: MEDIA },
  ],
  registration: [
    { name: 'name', label: '名称', kind: 'line' },
    { name: 'businessScope', label: '经营范围', kind: 'text' },
    { name: 'event', label: '登记事项', kind: 'choice', options: EVENTS },
    { name: 'registeredCapital', label: '注册资本（元）', kind: 'number' },
    { name: 'paidInCapital', label: '实缴资本（元）', kind: 'number' },
    { name: 'establishedOn', label: '成立日期', kind: 'date' },
    { name: 'industryCode', label: '行业代码', kind: 'line' },
    { name: 'address', label: '住所', kind: 'line' },
  ],
};

/** What was typed, by field. */
export type Typed = Readonly<Record<string, string>>;

/** The part of a question that says what is tried; null while there is nothing to judge. */
export function triedOf(feed: Feed, typed: Typed): object | null {
  const told = TRIED_FIELDS[feed].flatMap(({ name, kind }) => {
    const value = (typed[name] ?? '').trim();
    if (value === '') return [];
    return [[name, kind === 'number' ? Number(value) : value] as const];
  });
  const main = feed === 'registration' ? 'name' : 'text';
  const texts = ['title', 'text', 'imageText', 'name', 'businessScope'];
  if (!told.some(([name]) => texts.includes(name))) return null;
  return { feed, [main]: '', ...Object.fromEntries(told) };
}

/** A text for whoever does not know what to type. */
export const TRIED_EXAMPLE: Readonly<Record<Feed, Typed>> = {
  complaint: {
    text: '我在郴州某某财富公司投资理财二十万元，业务员说保本保息、月息2分，现在到期无法提现，老板电话也打不通了。',
  },
  advertisement: {
    title: '养老公寓认购',
    text: '认购养老床位，葆本高息，年化收益12%起，老会员推荐新人送现金，名额有限。本活动不是非法集资。',
  },
  registration: {
    name: '郴州某某财富管理有限公司',
    businessScope: '投资管理；资产管理；理财咨询；从事民间资金融通服务',
    event: 'establish',
    registeredCapital: '50000000',
    paidInCapital: '0',
  },
};
