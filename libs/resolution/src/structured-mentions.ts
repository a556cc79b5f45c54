import type { EntityKey, EntityRole, FeedRecord, RegistrationPayload, Target } from '@risk/domain';
import { bystanderSort } from './bystanders.js';
import { foldAccount, foldPhone, foldWebsite } from './contacts.js';
import { readCode } from './credit-code.js';
import { foldName, type FoldedName } from './fold-name.js';
import { uniqueKeys, type FoundMention } from './found-mention.js';
import { plainName } from './name-text.js';
import { regionOfAddress, type Places } from './places.js';

interface CodeKeys {
  readonly uscc: string | null;
  readonly keys: readonly EntityKey[];
  readonly flags: readonly string[];
}

/** The key of a code with what people should know of it; a failed checksum is a flag, not a refusal. */
function codeKeys(text: string | undefined): CodeKeys {
  if (text === undefined || text.trim() === '') return { uscc: null, keys: [], flags: [] };
  const { code, kind, wellFormed, checksum, suggestion, because } = readCode(text);
  if (suggestion !== undefined) {
    return { uscc: suggestion, keys: [{ kind: 'uscc', value: suggestion }], flags: [because] };
  }
  if (!wellFormed || kind === 'organisation' || kind === 'unknown') {
    return {
      uscc: null,
      keys: [],
      flags: wellFormed ? [] : [`统一社会信用代码格式不正确：${because}`],
    };
  }
  const flags = checksum
    ? []
    : [kind === 'uscc' ? '统一社会信用代码校验位不符' : '注册号校验位不符'];
  return { uscc: kind === 'uscc' ? code : null, keys: [{ kind, value: code }], flags };
}

/** The parties that a record names in fields of their own. */
export function structuredMentions(record: FeedRecord, places: Places): FoundMention[] {
  switch (record.feed) {
    case 'registration':
      return [subjectOf(record.payload, places)];
    case 'complaint':
      return (record.payload.targets ?? []).flatMap((target, i) =>
        targetMention(target, `targets[${i}]`, 'target', places),
      );
    case 'advertisement':
      return advertiserMentions(record.payload.advertiser, record.payload.publisher, places);
  }
}

function advertiserMentions(
  advertiser: Target | undefined,
  publisher: Target | undefined,
  places: Places,
): FoundMention[] {
  return [
    ...targetMention(advertiser, 'advertiser', 'advertiser', places),
    ...targetMention(publisher, 'publisher', 'publisher', places),
  ];
}

function subjectOf(payload: RegistrationPayload, places: Places): FoundMention {
  const code = codeKeys(payload.uscc);
  const address = payload.address ?? payload.businessAddress;
  return {
    mention: {
      name: payload.name,
      uscc: code.uscc,
      field: 'name',
      start: 0,
      end: payload.name.length,
    },
    role: 'subject',
    folded: namedBy(payload.name, places),
    formerNames: payload.formerNames ?? [],
    keys: uniqueKeys([
      ...code.keys,
      ...foldAll('website', payload.websites, foldWebsite),
      ...foldAll('app', payload.apps, foldAccount),
      ...foldAll('wechat', payload.wechat, foldAccount),
      ...foldAll('phone', payload.phones, foldPhone),
    ]),
    regionCode: sixDigits(payload.regionCode) ?? regionOfAddress(address, places),
    confidence: code.keys.length > 0 ? 1 : 0.95,
    because: '登记记录的主体',
    flags: code.flags,
  };
}

function targetMention(
  target: Target | undefined,
  path: string,
  role: EntityRole,
  places: Places,
): FoundMention[] {
  if (target === undefined) return [];
  const shown = shownPart(target);
  if (shown === null) return [];
  const [part, value] = shown;
  if (isNamed(part) && bystanderSort(plainName(value)) !== null) return [];
  const code = codeKeys(target.uscc);
  return [
    {
      mention: {
        name: value.trim(),
        uscc: code.uscc,
        field: `${path}.${part}`,
        start: 0,
        end: value.length,
      },
      role,
      folded: isNamed(part) ? namedBy(value, places) : null,
      formerNames: [],
      keys: uniqueKeys([...code.keys, ...contactKeys(target)]),
      regionCode: regionOfAddress(target.address, places),
      confidence: structuredConfidence(code, part),
      because: `${partyName(role)}一栏写明${PART_NAMES[part]}`,
      flags: code.flags,
    },
  ];
}

type Part = 'name' | 'app' | 'website' | 'uscc' | 'phone';

/** A name, or the name of an app, stands for a body; the other parts only lead to one. */
const isNamed = (part: Part): boolean => part === 'name' || part === 'app';
const PARTS: readonly Part[] = ['name', 'app', 'website', 'uscc', 'phone'];
const PART_NAMES: Readonly<Record<Part, string>> = {
  name: '名称',
  app: '应用名称',
  website: '网址',
  uscc: '代码',
  phone: '电话',
};

/** The part a party is shown by: its name, else the strongest of what is left. */
function shownPart(target: Target): [Part, string] | null {
  for (const part of PARTS) {
    const value = target[part];
    if (value !== undefined && value.trim() !== '') return [part, value];
  }
  return null;
}

const contactKeys = (target: Target): EntityKey[] => [
  ...foldAll('website', listOf(target.website), foldWebsite),
  ...foldAll('app', listOf(target.app), foldAccount),
  ...foldAll('phone', listOf(target.phone), foldPhone),
];

function structuredConfidence(code: CodeKeys, part: Part): number {
  if (code.keys.length > 0) return code.flags.length > 0 ? 0.9 : 0.98;
  return part === 'name' ? 0.9 : 0.6;
}

function partyName(role: EntityRole): string {
  const names = {
    subject: '登记主体',
    target: '被投诉人',
    advertiser: '广告主',
    publisher: '发布者',
  };
  return names[role];
}

/** A name with something in it; a shop without a name of its own (无字号) has none. */
function namedBy(name: string, places: Places): FoldedName | null {
  const folded = foldName(name, places);
  return folded.folded.length < 2 || /^(?:无字号|未知|不详|不清楚|没有|匿名)$/.test(folded.folded)
    ? null
    : folded;
}

/** Several values in one cell: 13800000000、0735-2222222. */
const listOf = (text: string | undefined): string[] => text?.split(/[,，;；、\s]+/) ?? [];

function foldAll(
  kind: EntityKey['kind'],
  values: readonly string[] | undefined,
  fold: (text: string) => string | null,
): EntityKey[] {
  return (values ?? []).flatMap((text) => {
    const value = fold(text);
    return value === null ? [] : [{ kind, value }];
  });
}

/** Region codes are cut to six digits (GB/T 2260); township digits behind them fall off. */
export const sixDigits = (code: string | undefined): string | null =>
  /^\d{6}/.exec(code ?? '')?.[0] ?? null;
