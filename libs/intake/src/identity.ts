import type { Feed, Reporter } from '@risk/domain';
import { headerKey } from './header-key.js';
import { isMissing } from './reading.js';

/** Which part of a person's identity a field holds; `other` is personal but has no place in the vault. */
export type IdentityPart = keyof Reporter | 'other';

const words = (text: string): readonly string[] => text.trim().split(/\s+/);

/** Numbers of identity papers: never kept in a payload, whatever the feed (research 1.2, 1.3, 1.5). */
const ID_NUMBERS = words(`
  idnumber idcard idcardno idcardnumber idno cardnum cerno certno
  sfzh sfzhm sfz gmsfhm frsfzh zjhm xmsfzh cffrzjhm cffrsfzh cfxdrzjhm cfxdrsfz xkfrsfzh xkfrsfz xkfrzjhm xkxdrzjhm xkxdrsfz
  身份证 身份证号 身份证号码 公民身份号码 证件号 证件号码 法人身份证 法人身份证号 法定代表人身份证号 法定代表人证件号码`);

/** In a complaint a certificate is a person's paper, in a registration a firm's licence. */
const REPORTER_PAPERS = words('certificate certificateno certificatenumber');

/** Fields that can only mean the person who reported. */
const REPORTER_NAMES = words(`
  reportername complainant complainantname callername visitorname raisename rqstperson pushuser informant informantname
  applidique customername 求助人 求助人员 求助人姓名 来电人 来电人姓名 投诉人 投诉人姓名 投诉人名称 举报人 举报人姓名
  反映人 反映人姓名 信访人 信访人姓名 申请人 申请人姓名 来访人 来信人 客户姓名 诉求人 诉求人姓名 市民姓名`);
const REPORTER_PHONES = words(`
  reporterphone complainantphone callerphone callercontact callernumber callerid linknumber pushuphone informantphone customerphone
  ldhm 求助号码 求助电话 来电号码 来电电话 主叫号码 投诉人电话 投诉人联系方式 投诉人联系电话 举报人电话 举报人联系方式
  反映人电话 信访人电话 申请人电话 回拨号码 诉求人电话 诉求人联系方式 市民电话`);
const REPORTER_OTHER = words(`
  linkaddress homeaddress reporteraddress callersex recordfile 录音 录音文件 家庭住址 家庭地址 现住址 投诉人地址 投诉人住址 举报人地址
  信访人住址 求助人地址 reporteremail 投诉人邮箱`);

/** Fields that mean the reporter in a complaint but the firm in other feeds. */
const CONTACT_NAMES = words(
  'xm personname contact contactname contactperson linkman 姓名 联系人 联系人姓名',
);
const CONTACT_PHONES = words(
  'lxdh phone mobile mobilephone telphone tel telephone contactphone 联系电话 联系方式 联系号码 手机 手机号 手机号码 电话 电话号码',
);
const CONTACT_OTHER = words('email 邮箱 电子邮箱 微信号 qq');

const entries = (part: IdentityPart, keys: readonly string[]): [string, IdentityPart][] =>
  keys.map((key) => [headerKey(key), part]);

const PAPERS = entries('idNumber', ID_NUMBERS);
const REPORTERS: [string, IdentityPart][] = [
  ...PAPERS,
  ...entries('idNumber', REPORTER_PAPERS),
  ...entries('name', REPORTER_NAMES),
  ...entries('phone', REPORTER_PHONES),
  ...entries('other', REPORTER_OTHER),
];
const CONTACTS = [
  ...entries('name', CONTACT_NAMES),
  ...entries('phone', CONTACT_PHONES),
  ...entries('other', CONTACT_OTHER),
];

const KEYS: Readonly<Record<Feed, ReadonlyMap<string, IdentityPart>>> = {
  registration: new Map(PAPERS),
  advertisement: new Map(REPORTERS),
  complaint: new Map([...REPORTERS, ...CONTACTS]),
};

/** Which part of a person's identity an unknown field of a feed holds by its name, if any. */
export const identityPartOf = (feed: Feed, key: string): IdentityPart | undefined =>
  KEYS[feed].get(headerKey(key));

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CITIZEN_ID = /^[1-8]\d{5}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dX]$/i;

/** Whether a text is the number of a resident identity card (GB 11643-1999, with its check character). */
export function isCitizenId(text: string): boolean {
  if (text.length !== 18 || !CITIZEN_ID.test(text)) return false;
  const sum = WEIGHTS.reduce((total, weight, at) => total + weight * Number(text[at]), 0);
  return '10X98765432'[sum % 11] === text[17]?.toUpperCase();
}

type Found = Partial<Record<keyof Reporter, string>>;

/** Takes a person's identity out of a value nobody has named to us; `found` collects what the vault keeps. */
export function withoutIdentity(feed: Feed, value: unknown, found: Found): unknown {
  if (typeof value === 'string') return isCitizenId(value.trim()) ? undefined : value;
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((item) => withoutIdentity(feed, item, found) ?? null);
  const kept: Record<string, unknown> = {};
  for (const [key, inner] of Object.entries(value)) {
    const clean = takeField(feed, key, inner, found);
    if (clean !== undefined) kept[key] = clean;
  }
  return kept;
}

/** One unknown field: undefined when it said nothing or went to the vault. */
export function takeField(feed: Feed, key: string, value: unknown, found: Found): unknown {
  if (isMissing(value)) return undefined;
  const part = identityPartOf(feed, key);
  if (part === undefined) return withoutIdentity(feed, value, found);
  if (part !== 'other' && feed !== 'registration' && isPlain(value)) found[part] ??= String(value);
  return undefined;
}

const isPlain = (value: unknown): value is string | number =>
  typeof value === 'string' || typeof value === 'number';
