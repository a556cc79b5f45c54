import type { Feed, Reporter } from '@risk/domain';
import { takeField } from './identity.js';
import type { FieldIssue } from './poison.js';
import { readAmount, readNumber } from './read-amount.js';
import { readDay } from './read-moment.js';
import { readCode, readFlag, readPhone, readRegionCode, readText, splitList } from './read-text.js';
import { foldWidth, isMissing, isUnfit, type Reading, unfit } from './reading.js';

type Reader = (value: unknown) => Reading<unknown>;
type Fields = Readonly<Record<string, Reader>>;

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A nested refusal carries the way to the field inside its message, e.g. `[0].share 不是数字`. */
const inside = (step: string, why: string): string =>
  why.startsWith('[') || why.startsWith('.') ? `${step}${why}` : `${step} ${why}`;

function listOf(reader: Reader): Reader {
  return (value) => {
    const list: unknown[] = [];
    for (const [at, item] of splitList(value).entries()) {
      const reading = reader(item);
      if (isUnfit(reading)) return unfit(inside(`[${at}]`, reading.unfit));
      if (reading !== undefined) list.push(reading);
    }
    return list.length > 0 ? list : undefined;
  };
}

/** An object of known parts; a bare text stands for its first part, unknown parts stay. */
function partOf(fields: Fields, first: string): Reader {
  return (value) => {
    if (isMissing(value)) return undefined;
    if (typeof value === 'string') return { [first]: value };
    if (!isObject(value)) return unfit('应为对象');
    const part: Record<string, unknown> = {};
    for (const [key, inner] of Object.entries(value)) {
      const reading = isMissing(inner) ? undefined : fields[key] ? fields[key](inner) : inner;
      if (isUnfit(reading)) return unfit(inside(`.${key}`, reading.unfit));
      if (reading !== undefined) part[key] = reading;
    }
    return Object.keys(part).length > 0 ? part : undefined;
  };
}

const readYuan: Reader = (value) => readAmount(value, 'yuan');
const readWord: Reader = (value) => {
  const text = readText(value);
  return typeof text === 'string' ? foldWidth(text).toLowerCase() : text;
};
const readTarget = partOf(
  { name: readText, uscc: readCode, phone: readPhone, website: readText, app: readText, address: readText },
  'name',
); // prettier-ignore

const FIELDS: Readonly<Record<Feed, Fields>> = {
  registration: {
    event: readWord,
    name: readText,
    formerNames: listOf(readText),
    uscc: readCode,
    legalRepresentative: readText,
    shareholders: listOf(partOf({ name: readText, kind: readText, share: readNumber }, 'name')),
    registeredCapital: readYuan,
    paidInCapital: readYuan,
    establishedOn: readDay,
    address: readText,
    businessAddress: readText,
    regionCode: readRegionCode,
    industry: partOf({ code: readCode, edition: readText }, 'code'),
    businessScope: readText,
    phones: listOf(readPhone),
    websites: listOf(readText),
    apps: listOf(readText),
    wechat: listOf(readText),
    changes: listOf(
      partOf({ field: readText, before: readText, after: readText, on: readDay }, 'field'),
    ),
  },
  complaint: {
    channel: readWord,
    title: readText,
    text: readText,
    targets: listOf(readTarget),
    amount: readYuan,
    people: readNumber,
    regionCode: readRegionCode,
    secret: readFlag,
  },
  advertisement: {
    medium: readWord,
    title: readText,
    text: readText,
    imageText: readText,
    url: readText,
    advertiser: readTarget,
    publisher: readTarget,
    publishedOn: readDay,
    regionCode: readRegionCode,
  },
};

const readReporter = partOf({ name: readText, phone: readPhone, idNumber: readCode }, 'name');

/** A payload with clean values, the reporter apart from it, and what could not be read. */
export interface TidyPayload {
  readonly payload: Record<string, unknown>;
  readonly reporter: Reporter | null;
  readonly issues: readonly FieldIssue[];
}

/** Cleans the known fields, drops what says nothing and takes every identity out of the rest. */
export function tidyPayload(feed: Feed, raw: Readonly<Record<string, unknown>>): TidyPayload {
  const fields = FIELDS[feed];
  const payload: Record<string, unknown> = {};
  const issues: FieldIssue[] = [];
  const found: Partial<Record<keyof Reporter, string>> = {};
  for (const key of Object.keys(raw)) {
    if (key === 'reporter') continue;
    const reader = fields[key];
    const reading = reader ? reader(raw[key]) : takeField(feed, key, raw[key], found);
    if (isUnfit(reading)) issues.push(issueOf(`payload.${key}`, reading.unfit));
    else if (reading !== undefined) payload[key] = reading;
  }
  if (isSecret(raw)) payload['secret'] = true;
  return { payload, reporter: reporterOf(raw['reporter'], found), issues };
}

function issueOf(path: string, why: string): FieldIssue {
  const parts = /^((?:\[\d+\]|\.[^\s.[\]]+)+) (.*)$/s.exec(why);
  return { path: path + (parts?.[1] ?? ''), message: parts?.[2] ?? why };
}

/** Names under which the secrecy flag arrives in 12345 and 信访 feeds. */
const SECRECY_KEYS = [
  'isSecret',
  'is_secret',
  'isSecrecy',
  'is_secrecy',
  'ISSECRET',
  '保密',
  '是否保密',
  '保密标志',
];

const isSecret = (raw: Readonly<Record<string, unknown>>): boolean =>
  SECRECY_KEYS.some((key) => raw[key] !== undefined && readFlag(raw[key]) === true);

const NOBODY =
  /^(?:匿名|匿名者|无名|无名氏|不愿透露|不愿透露姓名|保密|未留|未提供|隐藏|某某|市民|群众)$/;

/** A reporter that cannot be read is no reason to lose the complaint: the unreadable part is left out. */
function reporterOf(raw: unknown, found: Reporter): Reporter | null {
  const read = readReporter(raw);
  const given = (isUnfit(read) || read === undefined ? {} : read) as Record<string, unknown>;
  const reporter: Record<string, unknown> = { ...found, ...given };
  if (typeof reporter['name'] === 'string' && NOBODY.test(reporter['name'].trim()))
    delete reporter['name'];
  const { name, phone, idNumber } = reporter as Reporter;
  if (name === undefined && phone === undefined && idNumber === undefined) return null;
  return {
    ...(name !== undefined && { name }),
    ...(phone !== undefined && { phone }),
    ...(idNumber !== undefined && { idNumber }),
  };
}
