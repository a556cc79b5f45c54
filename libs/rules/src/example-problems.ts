import type { EntityFacts } from '@risk/domain';
import type { Subject } from './facts.js';
import { choicesOf, fieldNames, fieldSpec, type FieldType } from './fields.js';
import { typeName } from './operators/operator.js';
import type { Problem } from './problem.js';
import type { RuleDefinition, RuleExample } from './schema.js';
import { ageInDays, readerIn } from './view.js';

/** Examples that give what no record and no entity can have: the rule would be tried on nonsense. */
export const exampleProblems = ({ feed, examples }: RuleDefinition): readonly Problem[] =>
  examples.flatMap(({ given }, i) => {
    const at = `examples[${i}].given`;
    return [...recordProblems(feed, given.record, at), ...entityProblems(feed, given.entity, at)];
  });

const IS_OF: Readonly<Record<FieldType, (value: unknown) => boolean>> = {
  text: (value) => typeof value === 'string',
  choice: (value) => typeof value === 'string',
  number: (value) => typeof value === 'number' && Number.isFinite(value),
  date: isDate,
  list: Array.isArray,
};

function isDate(value: unknown): boolean {
  return ageInDays(value, new Date(0)) !== null;
}

function recordProblems(
  feed: RuleDefinition['feed'],
  record: RuleExample['given']['record'],
  at: string,
): Problem[] {
  if (feed === 'entity') {
    const given = Object.keys(record).length > 0;
    return given
      ? [{ at: `${at}.record`, says: '主体规则不看单条记录，请写在 entity、signals' }]
      : [];
  }
  return [
    ...strangeKeys(feed, record).map((key) => strangerIn(feed, key, at)),
    ...fieldNames(feed).flatMap((name) => valueProblems(name, readerIn(record, name), at)),
  ];
}

const TARGET = ['name', 'uscc', 'phone', 'website', 'app', 'address'];
/** What the contract knows besides the fields that rules may ask for: parts of a field, and of each item of a list. */
const PARTS: ReadonlyMap<string, readonly string[]> = new Map([
  ['industry', ['edition']],
  ['shareholders', ['name', 'kind', 'share']],
  ['changes', ['field', 'before', 'after', 'on']],
  ['targets', TARGET],
  ['advertiser', TARGET],
  ['publisher', TARGET],
]);
const WHOLE: ReadonlyMap<string, readonly string[]> = new Map([['complaint', ['secret']]]);

/** Keys that no record of this feed has: an example with one of them would be silent whatever the rule says. */
function strangeKeys(
  feed: Exclude<RuleDefinition['feed'], 'entity'>,
  record: RuleExample['given']['record'],
): string[] {
  const names = fieldNames(feed);
  const heads = new Set([...names.map(headOf), ...(WHOLE.get(feed) ?? [])]);
  return Object.entries(record).flatMap(([key, value]) => {
    if (!heads.has(key)) return [key];
    const items = Array.isArray(value) ? (value as unknown[]) : [value];
    return partsOf(items)
      .filter((part) => !names.includes(`${key}.${part}`) && !PARTS.get(key)?.includes(part))
      .map((part) => `${key}.${part}`);
  });
}

const headOf = (name: string): string => name.split('.')[0] ?? name;
const partsOf = (items: readonly unknown[]): string[] => [
  ...new Set(
    items.flatMap((item) => (typeof item === 'object' && item !== null ? Object.keys(item) : [])),
  ),
];

const strangerIn = (feed: Subject, key: string, at: string): Problem => ({
  at: `${at}.record.${key}`,
  says: `${feed} 的记录没有“${key}”，可用：${fieldNames(feed).join('、')}`,
});

function valueProblems(name: string, value: unknown, at: string): Problem[] {
  const type = fieldSpec(name)?.type;
  if (value === undefined || value === null || type === undefined) return [];
  const place = `${at}.record.${name}`;
  if (!IS_OF[type](value)) {
    return [
      {
        at: place,
        says: `类型不符：“${name}”应是${typeName(type)}，这里是 ${JSON.stringify(value)}`,
      },
    ];
  }
  const choices = choicesOf(name);
  if (!choices || typeof value !== 'string' || choices.includes(value)) return [];
  return [{ at: place, says: `“${name}”没有“${value}”这个值，可用：${choices.join('、')}` }];
}

type Kind = 'window' | 'number' | 'date';
const ENTITY_KEYS: Readonly<Record<keyof EntityFacts, Kind>> = {
  establishedOn: 'date',
  complaints: 'window',
  complainants: 'window',
  advertisements: 'window',
  changes: 'window',
  complaintAmount: 'number',
  complaintPeople: 'number',
  complaintRegions: 'number',
  highestAnnualYield: 'number',
  complaintSums: 'window',
  recentRegions: 'window',
  samePhone: 'number',
  sameAddress: 'number',
  sameRepresentative: 'number',
  sameShareholder: 'number',
  newAffiliates: 'window',
  branches: 'number',
  newBranches: 'window',
  newAtPhone: 'window',
  newAtAddress: 'window',
  relatedComplainants: 'window',
  complainantsAtPhone: 'window',
  complainantsAtAddress: 'window',
  relatedAdvertisements: 'window',
  firstSeenAt: 'date',
};

const IS_KIND: Readonly<Record<Kind, (value: unknown) => boolean>> = {
  window: isWindow,
  number: IS_OF.number,
  date: isDate,
};
const KIND_NAMES: Readonly<Record<Kind, string>> = {
  window: '{ d7, d30, d90 } 三个不减的整数',
  number: typeName('number'),
  date: typeName('date'),
};

function entityProblems(
  feed: RuleDefinition['feed'],
  entity: RuleExample['given']['entity'],
  at: string,
): Problem[] {
  if (entity === undefined) return [];
  if (feed !== 'entity') return [{ at: `${at}.entity`, says: '只有 feed: entity 的规则才看主体' }];
  return Object.entries(entity).flatMap(([key, value]) => {
    const place = `${at}.entity.${key}`;
    if (!isEntityKey(key)) {
      return [
        { at: place, says: `主体没有“${key}”，可用：${Object.keys(ENTITY_KEYS).join('、')}` },
      ];
    }
    const kind = ENTITY_KEYS[key];
    if (value === null || IS_KIND[kind](value)) return [];
    return [
      { at: place, says: `类型不符：应是${KIND_NAMES[kind]}，这里是 ${JSON.stringify(value)}` },
    ];
  });
}

const isEntityKey = (key: string): key is keyof EntityFacts => Object.hasOwn(ENTITY_KEYS, key);

/** Within seven days no more happens than within ninety. */
function isWindow(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const { d7, d30, d90, ...more } = value as Record<string, unknown>;
  const counts = [d7, d30, d90];
  if (Object.keys(more).length > 0 || !counts.every(isCount)) return false;
  return Number(d7) <= Number(d30) && Number(d30) <= Number(d90);
}

const isCount = (value: unknown): boolean => Number.isInteger(value) && Number(value) >= 0;
