import type { EntityKey } from '@risk/domain';
import { readCode } from './credit-code.js';

/** A phone, site, account or code in a text, folded, with its span. */
export interface Contact {
  readonly key: EntityKey;
  readonly start: number;
  readonly end: number;
}

interface ContactPattern {
  readonly kind: EntityKey['kind'];
  /** Cheap: a text without it holds none. */
  readonly hint: RegExp;
  readonly pattern: RegExp;
  /** The folded value, or null when this is not one. */
  readonly fold: (found: string) => string | null;
}

/** Hosts that belong to everybody: a page there says nothing about whose it is. */
const SHARED_HOSTS =
  /(?:^|\.)(?:weibo\.(?:com|cn)|t\.cn|url\.cn|dwz\.cn|qq\.com|weixin\.com|wechat\.com|baidu\.com|taobao\.com|tmall\.com|jd\.com|douyin\.com|kuaishou\.com|toutiao\.com|zhihu\.com|163\.com|126\.com|sina\.(?:com|cn|com\.cn)|sohu\.com|alipay\.com|ifeng\.com|bilibili\.com|xiaohongshu\.com|tianya\.cn|douban\.com|jianshu\.com|csdn\.net|github\.com|apple\.com|google\.com|gov\.cn|wdzj\.com|rednet\.cn|people\.com\.cn|xinhuanet\.com)$/;
const TOP_LEVELS =
  'com|cn|net|org|cc|vip|top|xyz|club|shop|site|online|info|biz|co|me|io|app|tv|asia|hk|tw|wang|ltd|fun|icu|pro|work|store|link|live|win|bid|space|tech|website|cloud|group|fund|finance|money|xin';
const SECOND_LEVELS = /\.(?:com|net|org|edu|ac|gov)\.(?:cn|hk|tw)$/;

/** The part of an address that its owner registered: m.xx.com.cn gives xx.com.cn. */
export function foldWebsite(text: string): string | null {
  const host = /^(?:[a-z]+:\/\/)?([^/?#:\s]+)/i
    .exec(text.normalize('NFKC').trim())?.[1]
    ?.toLowerCase();
  if (host?.includes('.') !== true || SHARED_HOSTS.test(host)) return null;
  const keep = SECOND_LEVELS.test(host) ? 3 : 2;
  const labels = host.split('.').filter((label) => label !== '');
  const isAddress = labels.length === 4 && labels.every((label) => /^\d+$/.test(label));
  return isAddress ? labels.join('.') : labels.slice(-keep).join('.');
}

/** Digits of a phone without country code; null for hotlines and what is too short to be one. */
export function foldPhone(text: string): string | null {
  const digits = text
    .normalize('NFKC')
    .replace(/\D/g, '')
    .replace(/^(?:0086|86(?=1[3-9]\d{9}$))/, '');
  const isPhone = /^(?:1[3-9]\d{9}|0\d{9,11}|[48]00\d{7}|[2-8]\d{6,7})$/.test(digits);
  return isPhone ? digits : null;
}

/** Lower case, half width, without spaces: accounts and app names. */
export const foldAccount = (text: string): string | null => {
  const folded = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\p{Cf}]/gu, '');
  return folded === '' ? null : folded;
};

const foldCredit = (found: string): string | null => {
  const { kind, wellFormed, code, checksum } = readCode(found);
  return kind === 'uscc' && (wellFormed || checksum) ? code : null;
};

const PATTERNS: readonly ContactPattern[] = [
  {
    kind: 'uscc',
    hint: /\d{6}/,
    pattern: /(?<![0-9A-Za-z])[0-9][0-9A-Za-z]\d{6}[0-9A-Za-z]{10}(?![0-9A-Za-z])/g,
    fold: foldCredit,
  },
  {
    kind: 'website',
    hint: /[a-z0-9]\.[a-z]/i,
    pattern: new RegExp(
      `(?:https?:\\/\\/)?(?<![@\\w.-])(?:[a-z0-9](?:[a-z0-9-]{0,40}[a-z0-9])?\\.){1,4}(?:${TOP_LEVELS})(?![a-z0-9-])(?:\\/[\\w./?&=%#-]*)?`,
      'gi',
    ),
    fold: foldWebsite,
  },
  {
    kind: 'wechat',
    hint: /[微威薇维徽V][信❤心芯]|wechat|weixin|vx|wx/i,
    pattern:
      /(?:[微威薇维徽V][信❤心芯]|wechat|weixin|\bw?vx|\bwx)(?:群主|客服|账号|号码|号|id)?(?:同号|搜索|添加|是|为)?[:：\s]{0,3}(?<account>[a-z][-_a-z0-9]{5,19}|1[3-9]\d{9}|\d{6,10})(?![-_a-z0-9])/gi,
    fold: foldAccount,
  },
  {
    kind: 'phone',
    hint: /\d{3}/,
    pattern:
      /(?<![\d.])(?:(?:\+?86[- ]?)?1[3-9]\d(?:[- ]?\d{4}){2}|0\d{2,3}[-－— ]?[2-8]\d{6,7}|[48]00[-－— ]?\d{3}[-－— ]?\d{4}|(?<=(?:电话|热线|专线|咨询|拨打)[^\d]{0,3})[2-8]\d{6,7})(?!\d)/g,
    fold: foldPhone,
  },
];

/** Words before a number that make it the reporter's own. */
const OWN = /(?:本人|我的?|举报人|投诉人|来电人|反映人|市民|联系人|信访人)[^，。；,;]{0,8}$/;
const MAY_HOLD = /[0-9]{6}|\.[a-z]{2}|[微威薇维徽V][信❤心芯]|wechat|weixin|vx|wx/i;

/** All contacts of a text from left to right; the reporter's own number is left out. */
export function findContacts(text: string): Contact[] {
  if (!MAY_HOLD.test(text)) return [];
  const found: Contact[] = [];
  for (const { kind, hint, pattern, fold } of PATTERNS) {
    if (!hint.test(text)) continue;
    for (const hit of text.matchAll(pattern)) {
      const shown = hit.groups?.['account'] ?? hit[0];
      const end = hit.index + hit[0].length;
      const value = fold(shown);
      const contact = { key: { kind, value: value ?? '' }, start: end - shown.length, end };
      const isOwn =
        kind === 'phone' && OWN.test(text.slice(Math.max(0, hit.index - 16), hit.index));
      if (value !== null && !isOwn && !found.some((f) => overlaps(f, contact))) found.push(contact);
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

const overlaps = (a: Contact, b: Contact): boolean => a.start < b.end && b.start < a.end;
