import type { RegistrationPayload, Shareholder, TieKind, ToldTies } from '@risk/domain';
import { digitsOf, plainName, simplify } from './name-text.js';

/** Owners that are nobody's private affair: what belongs to them is not related by that. */
const PUBLIC_OWNER =
  /人民政府|国有资产|国资|财政[局厅所部]|管理委员会|管委会|[村居]民?委员?会|经济(?:合作|联合)|供销合作|国务院/;
const MASKED = /[*某]|^(?:未公示|匿名|不详|未知|无)$/;
const ORGANISATION = /(?:公司|企业|合伙|中心|集团|工厂|厂|商行|店|社|所|院|校|会|基金|计划|银行)$/;
const PERSON = /^[\u4e00-\u9fff]{2,4}$/;

/** Registered there by the dozen, and lawfully: an address of this sort says nothing of its tenants. */
const HOSTED = /集群(?:注册|登记)|商务秘书|住所托管|孵化|众创|创客|工位|虚拟注册/;
/** A house, block or room; the number of a road, a village group or a metro line is none. */
const HOUSE = /\d(?:号(?!线)|栋|幢|座|室|铺|弄|-\d)|\d{3,}$/;
const COUNTED =
  /[〇零一二三四五六七八九十]{1,3}(?=[号栋幢座楼层室])|(?<=[号栋幢座楼层])[〇零一二三四五六七八九十]{1,4}$/g;
/** Most addresses are written plainly and hold no numerals that count. */
const PLAIN_ADDRESS = /^[\u4e00-\u9fff0-9a-z-]*$/;
const MAY_COUNT = /[〇零一二三四五六七八九十]/;
const WIDE_PLACES = /^(?:中国)?(?:[\u4e00-\u9fff]{2,3}省|[\u4e00-\u9fff]{2,5}自治区)?/;
const CITY_BEFORE_COUNTY =
  /^[\u4e00-\u9fff]{2,4}市(?=[\u4e00-\u9fff]{1,6}?(?:[县市]|(?<![小社园校景城])区))/;

/** The ties that a registration tells of its firm; `parents` are the folded names it is a branch of. */
export function registeredTies(
  payload: RegistrationPayload,
  regionCode: string | null,
  parents: readonly string[],
): ToldTies {
  const { legalRepresentative, shareholders = [], address, businessAddress } = payload;
  const prefecture = regionCode?.slice(0, 4) ?? null;
  const told: [TieKind, (string | null)[]][] = [
    ['representative', given(legalRepresentative).map((name) => owner({ name }, prefecture))],
    ['shareholder', shareholders.map((one) => owner(one, prefecture))],
    ['address', given(address, businessAddress).map((text) => place(text, prefecture))],
    ['parent', [...parents]],
  ];
  return Object.fromEntries(
    told.flatMap(([kind, values]) => (values.length === 0 ? [] : [[kind, known(values)]])),
  );
}

const given = (...texts: readonly (string | undefined)[]): string[] =>
  texts.filter((text): text is string => text !== undefined && text.trim() !== '');

const known = (values: readonly (string | null)[]): string[] => [
  ...new Set(values.filter((value) => value !== null)),
];

/** A person is known within the prefecture only: namesakes elsewhere are others. */
function owner({ name, kind = '' }: Shareholder, prefecture: string | null): string | null {
  const plain = plainName(name);
  if (MASKED.test(plain) || PUBLIC_OWNER.test(plain) || /国有|国资|政府/.test(kind)) return null;
  if (!isPerson(plain, kind)) return plain.length < 5 ? null : plain;
  return prefecture === null || plain.length < 2 ? null : `${plain}@${prefecture}`;
}

const isPerson = (plain: string, kind: string): boolean =>
  /自然人|个人/.test(kind) || (PERSON.test(plain) && !ORGANISATION.test(plain));

/** `湖南省郴州市北湖区青年大道十二号` and `北湖区 青年大道12号` are one; without a house it is nowhere. */
function place(text: string, prefecture: string | null): string | null {
  const plain = simplify(PLAIN_ADDRESS.test(text) ? text : plainAddress(text));
  if (prefecture === null || HOSTED.test(plain)) return null;
  const counted = MAY_COUNT.test(plain) ? plain.replace(COUNTED, digitsOf) : plain;
  const local = counted.replace(WIDE_PLACES, '').replace(CITY_BEFORE_COUNTY, '');
  return HOUSE.test(local) ? `${local}@${prefecture}` : null;
}

const plainAddress = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\p{Cf},.;、。]/gu, '')
    .replace(/[‐-―—–−~]/g, '-');
