import {
  MOST_COUNTED,
  type AdvertisementPayload,
  type ComplaintPayload,
  type RegistrationPayload,
} from '@risk/domain';
import type { Subject } from './facts.js';
import { windowFigures } from './windows.js';

export type FieldType = 'text' | 'number' | 'date' | 'choice' | 'list';

/** What a rule may know about a field: its Chinese name, its type, where it occurs, its unit. */
export interface FieldSpec {
  readonly label: string;
  readonly type: FieldType;
  readonly unit?: string;
  readonly of: readonly Subject[];
  /** The figure is counted up to this and then says “or more”. */
  readonly most?: number;
}

type Choices<T extends string | undefined> = Readonly<Record<NonNullable<T>, true>>;
const EVENTS: Choices<RegistrationPayload['event']> = {
  establish: true,
  change: true,
  'annual-report': true,
  abnormal: true,
  penalty: true,
  cancel: true,
};
const CHANNELS: Choices<ComplaintPayload['channel']> = {
  '12345': true,
  '12315': true,
  '110': true,
  letter: true,
  web: true,
  phone: true,
  wechat: true,
  grid: true,
  bank: true,
};
const MEDIA: Choices<AdvertisementPayload['medium']> = {
  outdoor: true,
  tv: true,
  paper: true,
  web: true,
  wechat: true,
  app: true,
  sms: true,
  leaflet: true,
  video: true,
};

/** The values that a field of choices may have (CONTRACTS: Feeds). */
const CHOICES: Readonly<Record<string, readonly string[]>> = {
  event: Object.keys(EVENTS),
  channel: Object.keys(CHANNELS),
  medium: Object.keys(MEDIA),
};

const field = (label: string, type: FieldType, of: readonly Subject[], unit?: string): FieldSpec =>
  unit === undefined ? { label, type, of } : { label, type, of, unit };
const R: readonly Subject[] = ['registration'];
const C: readonly Subject[] = ['complaint'];
const A: readonly Subject[] = ['advertisement'];
const E: readonly Subject[] = ['entity'];
const others = (label: string): FieldSpec => ({
  ...field(label, 'number', E, '个'),
  most: MOST_COUNTED,
});

/** The fields of the three feeds (CONTRACTS: Feeds) and of EntityFacts; one line to add one. */
const FIELDS: Readonly<Record<string, FieldSpec>> = {
  event: field('登记事项', 'choice', R),
  name: field('名称', 'text', R),
  formerNames: field('曾用名', 'list', R),
  uscc: field('统一社会信用代码', 'text', R),
  legalRepresentative: field('法定代表人', 'text', R),
  shareholders: field('股东', 'list', R),
  registeredCapital: field('注册资本', 'number', R, '元'),
  paidInCapital: field('实缴资本', 'number', R, '元'),
  establishedOn: field('成立日期', 'date', R),
  address: field('住所', 'text', R),
  businessAddress: field('经营地址', 'text', R),
  'industry.code': field('行业代码', 'text', R),
  businessScope: field('经营范围', 'text', R),
  phones: field('电话', 'list', R),
  websites: field('网站', 'list', R),
  apps: field('应用程序', 'list', R),
  wechat: field('微信账号', 'list', R),
  changes: field('变更事项', 'list', R),
  enterpriseType: field('企业类型', 'text', R),
  'annualReport.year': field('年报年度', 'choice', R),
  'annualReport.form': field('年报类别', 'choice', R),
  'annualReport.status': field('经营状态', 'choice', R),
  'annualReport.employees': field('从业人数', 'number', R, '人'),
  'annualReport.employeesDisclosed': field('从业人数是否公示', 'choice', R),
  'annualReport.graduates': field('高校毕业生经营者人数', 'number', R, '人'),
  'annualReport.hasWebsite': field('是否有网站', 'choice', R),
  'annualReport.investsOutside': field('是否有对外投资', 'choice', R),
  'annualReport.equityTransferred': field('是否发生股权转让', 'choice', R),
  'annualReport.disclosure': field('年报公示状态', 'choice', R),
  'annualReport.householdFunds': field('个体工商户资金数额', 'number', R, '元'),
  'court.judgments': field('裁判文书数', 'number', R, '件'),
  'news.total': field('媒体报道数', 'number', R, '篇'),
  'news.negative': field('负面报道数', 'number', R, '篇'),
  'tax.lateFees': field('税款滞纳金笔数', 'number', R, '笔'),
  channel: field('来源渠道', 'choice', C),
  targets: field('被反映对象', 'list', C),
  amount: field('涉及金额', 'number', C, '元'),
  people: field('涉及人数', 'number', C, '人'),
  medium: field('发布媒介', 'choice', A),
  imageText: field('图片文字', 'text', A),
  url: field('网址', 'text', A),
  'advertiser.name': field('广告主', 'text', A),
  'advertiser.uscc': field('广告主信用代码', 'text', A),
  'publisher.name': field('发布者', 'text', A),
  publishedOn: field('发布日期', 'date', A),
  title: field('标题', 'text', ['complaint', 'advertisement']),
  text: field('正文', 'text', ['complaint', 'advertisement']),
  regionCode: field('地区代码', 'text', ['registration', 'complaint', 'advertisement']),
  'entity.establishedOn': field('成立日期', 'date', E),
  'entity.firstSeenAt': field('首次出现日期', 'date', E),
  'entity.complaintAmount': field('投诉涉及金额', 'number', E, '元'),
  'entity.complaintPeople': field('投诉涉及人数', 'number', E, '人'),
  'entity.complaintRegions': field('投诉来源县市区数', 'number', E, '个'),
  'entity.highestAnnualYield': field('最高宣传年化收益', 'number', E, '%'),
  'entity.samePhone': others('同电话的其他主体数'),
  'entity.sameAddress': others('同地址的其他主体数'),
  'entity.sameRepresentative': others('同名法定代表人的其他主体数'),
  'entity.sameShareholder': others('同名股东的其他主体数'),
  'entity.branches': others('分支机构数'),
  ...Object.fromEntries(
    windowFigures().map(({ name, label, unit }) => [
      `entity.${name}`,
      field(label, 'number', E, unit),
    ]),
  ),
};

/** The texts of a feed that an official would read, in reading order. */
const READING: Readonly<Record<Subject, readonly string[]>> = {
  registration: ['name', 'businessScope'],
  complaint: ['title', 'text'],
  advertisement: ['title', 'text', 'imageText'],
  entity: [],
};

/** Names come out of YAML: one like `constructor` must not find what every object has. */
const own = <Value>(table: Readonly<Record<string, Value>>, name: string): Value | undefined =>
  Object.hasOwn(table, name) ? table[name] : undefined;

export const choicesOf = (name: string): readonly string[] | undefined => own(CHOICES, name);
export const fieldSpec = (name: string): FieldSpec | undefined => own(FIELDS, name);
export const fieldNames = (subject: Subject): string[] =>
  Object.keys(FIELDS).filter((name) => FIELDS[name]?.of.includes(subject));
export const readingFields = (subject: Subject): readonly string[] => READING[subject];
