import type { Feed } from '@risk/domain';
import type { PresetColumn } from '../preset-schema.js';

/** Where a column of a file may go, as people choose it. */
export interface MappingTarget {
  /** The path, with `:wan` or `:stated` behind it when the amount is not in yuan. */
  readonly code: string;
  readonly title: string;
  /** Whether it goes into the vault, or nowhere, and is never shown. */
  readonly vault: boolean;
}

/** The column stays beside the record as it came. */
export const KEPT = 'keep';
/** The column is personal and is not kept at all. */
export const DROPPED = 'drop';

const target = (code: string, title: string): MappingTarget => ({
  ...{ code, title, vault: code.startsWith('reporter.') },
});

const HEAD = [
  target('sourceId', '编号'),
  target('occurredAt', '发生时间'),
  target('related', '关联编号'),
  target('regionCode', '行政区划代码'),
];

const party = (path: string, title: string): MappingTarget[] => [
  target(`${path}.name`, `${title}名称`),
  target(`${path}.uscc`, `${title}统一社会信用代码`),
  target(`${path}.phone`, `${title}电话`),
  target(`${path}.website`, `${title}网址`),
  target(`${path}.app`, `${title}应用程序`),
  target(`${path}.address`, `${title}地址`),
];

/** What the columns of each feed may become; one line to add one. */
const TARGETS: Readonly<Record<Feed, readonly MappingTarget[]>> = {
  complaint: [
    ...HEAD,
    target('title', '标题'),
    target('text', '诉求内容'),
    ...party('targets[0]', '被反映对象'),
    target('amount', '涉及金额（元）'),
    target('amount:wan', '涉及金额（万元）'),
    target('people', '涉及人数'),
    target('channel', '渠道'),
    target('secret', '要求保密'),
    target('reporter.name', '举报人姓名（进保险箱）'),
    target('reporter.phone', '举报人电话（进保险箱）'),
    target('reporter.idNumber', '举报人证件号（进保险箱）'),
  ],
  registration: [
    ...HEAD,
    target('event', '登记事项'),
    target('name', '企业名称'),
    target('formerNames[]', '曾用名'),
    target('uscc', '统一社会信用代码'),
    target('legalRepresentative', '法定代表人'),
    target('registeredCapital', '注册资本（元）'),
    target('registeredCapital:wan', '注册资本（万元）'),
    target('paidInCapital', '实缴资本（元）'),
    target('paidInCapital:wan', '实缴资本（万元）'),
    target('establishedOn', '成立日期'),
    target('address', '住所'),
    target('businessAddress', '经营场所'),
    target('industry.code', '行业代码'),
    target('businessScope', '经营范围'),
    target('phones[]', '电话'),
    target('websites[]', '网址'),
  ],
  advertisement: [
    ...HEAD,
    target('medium', '媒介'),
    target('title', '标题'),
    target('text', '广告内容'),
    target('imageText', '图片文字'),
    target('url', '网址'),
    ...party('advertiser', '广告主'),
    ...party('publisher', '发布者'),
    target('publishedOn', '发布日期'),
  ],
};

const LAST: readonly MappingTarget[] = [
  { code: KEPT, title: '不作为字段，原样保留', vault: false },
  { code: DROPPED, title: '个人信息，不保存', vault: true },
];

/** The code under which people choose where a column of a preset goes. */
export function codeOf({ to, unit }: Pick<PresetColumn, 'to' | 'unit'>): string {
  if (to === undefined) return DROPPED;
  return unit === undefined || unit === 'yuan' ? to : `${to}:${unit}`;
}

/** All that columns of a feed may become, with what a preset has besides. */
export function targetsOf(feed: Feed, columns: readonly PresetColumn[] = []): MappingTarget[] {
  const known = [...TARGETS[feed], ...LAST];
  const codes = new Set(known.map(({ code }) => code));
  const more = columns.flatMap((column): MappingTarget[] => {
    const code = codeOf(column);
    if (codes.has(code)) return [];
    codes.add(code);
    return [{ code, title: titleIn(column), vault: column.vault }];
  });
  return [...TARGETS[feed], ...more, ...LAST];
}

/** A field that only one kind of table has is called as that table calls it. */
const titleIn = ({ from, to, unit }: PresetColumn): string => {
  const chinese = from.find((header) => /^[\u4e00-\u9fff]/.test(header)) ?? to ?? '';
  return unit === 'wan' ? `${chinese}（万元）` : chinese;
};
