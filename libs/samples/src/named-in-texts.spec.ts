import { describe, expect, it } from '@jest/globals';
import type { FeedRecord, Region } from '@risk/domain';
import { bystanderSort, foldName, placesFrom, resolveMentions } from '@risk/resolution';
import { generateSamples } from './index.js';
import { COUNTIES } from './places.js';

const REGIONS: readonly Region[] = [
  { code: '431000', name: '郴州市', kind: 'city', within: [], places: [] },
  ...COUNTIES.map(({ code, name }): Region => ({
    code,
    name,
    kind: 'county',
    within: [],
    places: [],
  })),
];
const places = placesFrom(REGIONS);
const RECORDS = [
  ...generateSamples({
    seed: 20261122,
    until: new Date('2026-11-22T18:00:00+08:00'),
    days: 240,
    ordinary: 6_500,
  }),
].map(
  ({ feed, envelope }) =>
    ({
      ...envelope,
      feed,
      occurredAt: new Date(envelope.occurredAt),
      operation: 'upsert',
      related: [],
      fingerprint: envelope.sourceId,
      reporterKey: null,
    }) as unknown as FeedRecord,
);
const mentions = RECORDS.filter(({ feed }) => feed !== 'registration').flatMap((record) =>
  resolveMentions(record, places),
);

/** The first two characters of every name that the city's own register and forms know. */
const BRANDS = new Set(
  [
    ...RECORDS.flatMap((record) => (record.feed === 'registration' ? [record.payload.name] : [])),
    ...mentions.flatMap(({ mention }) => (mention.field.endsWith('.name') ? [mention.name] : [])),
  ].map((name) => foldName(name, places).core.slice(0, 2)),
);
/** What advertisements call their products by; no firms, and nobody is alerted to for the name alone. */
const PRODUCTS = /^(?:(?:安心|安盈|月月添|稳享)\d+号|惠农贷|税易贷|月月红|稳盈)$/;

describe('who the texts of the sample city are about', () => {
  const taken = [
    ...new Set(
      mentions.flatMap(({ mention }) =>
        /^(?:title|text)$/.test(mention.field) && foldName(mention.name, places).core !== ''
          ? [mention.name]
          : [],
      ),
    ),
  ].filter((name) => /^[\u4e00-\u9fff]/.test(name));

  it('are firms of the city, each name beginning with its place or its own name', () => {
    expect(taken.length).toBeGreaterThan(200);
    const strange = taken.filter(
      (name) => !BRANDS.has(foldName(name, places).core.slice(0, 2)) && !PRODUCTS.test(name),
    );
    expect(strange).toEqual([]);
  });

  it('are never bodies of the state, though these advertise and handle', () => {
    const advertisers = RECORDS.flatMap((record) =>
      record.feed === 'advertisement' ? (record.payload.advertiser?.name ?? []) : [],
    );
    expect(
      advertisers.filter((name) => /金融工作部门|公安局|人民政府/.test(name)).length,
    ).toBeGreaterThan(20);
    expect(mentions.filter(({ mention }) => bystanderSort(mention.name) !== null)).toEqual([]);
    expect(
      mentions.filter(({ mention }) => /部门|公安|人民政府|宣传栏|反诈/.test(mention.name)),
    ).toEqual([]);
  });
});
