import type { Feed } from '@risk/domain';
import { headerKey } from '../header-key.js';
import { DROPPED } from './targets.js';

const WHO =
  '(?:举报|投诉|反映|来电|来信|来访|信访|诉求|求助|申诉|申请|报案|报警|当事|联系)[人者]?(?:员)?';
const ID_NUMBER = /身份证|证件号|idcard|idnumber|cardno|sfzh|zjhm/;
const PHONE = new RegExp(
  `^(?:${WHO})?(?:的)?(?:联系)?(?:电话|手机|号码|手机号|电话号码|手机号码|方式)$`,
);
const NAME = new RegExp(`^(?:${WHO}(?:的)?(?:姓名|名称|名字)?|姓名|联系人)$`);

/**
 * Where a column goes that no preset knows and whose header speaks of a person: of complaints, into the vault
 * as who reported; otherwise nowhere. Null when it speaks of nobody.
 */
export function personalTarget(feed: Feed, header: string): string | null {
  const key = headerKey(header);
  if (key.startsWith('被')) return null;
  const field = fieldOf(key);
  if (field === null) return null;
  return feed === 'complaint' ? `reporter.${field}` : field === 'idNumber' ? DROPPED : null;
}

function fieldOf(key: string): 'name' | 'phone' | 'idNumber' | null {
  if (ID_NUMBER.test(key)) return 'idNumber';
  if (PHONE.test(key)) return 'phone';
  return NAME.test(key) ? 'name' : null;
}
