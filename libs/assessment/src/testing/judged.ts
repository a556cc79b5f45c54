import type {
  Assessment,
  EntityKey,
  EntityKeyKind,
  Feed,
  FeedRecord,
  ResolvedMention,
  RiskIndex,
  Signal,
} from '@risk/domain';
import { fingerprintOf } from '@risk/kit';
import type { EntityProfile, EntityState, Founder } from '../ports.js';

export const VERSION = { lexicon: 'l1', rules: 'r1', model: 'm1', scoring: 's1' };
export const DIMENSIONS_ZERO = {
  compliance: 0,
  inducement: 0,
  spread: 0,
  complaint: 0,
  relation: 0,
};
const NO_ELEMENTS = { illegality: false, publicity: false, inducement: false, sociality: false };

/** The moment at which specs assess, and moments some days before it. */
export const NOW = new Date('2026-11-02T09:00:00+08:00');
export const daysAgo = (days: number): Date => new Date(NOW.getTime() - days * 86_400_000);

/** `kind:value` as a key. */
export function key(text: string): EntityKey {
  const at = text.indexOf(':');
  return { kind: text.slice(0, at) as EntityKeyKind, value: text.slice(at + 1) };
}

/** A record as it stands behind the door; `sample-…` sources are samples. */
export function feedRecord(
  feed: Feed,
  sourceId: string,
  more: Partial<Omit<FeedRecord, 'payload'>> & { readonly payload?: object } = {},
): FeedRecord {
  const record = {
    feed,
    source: `${feed}-desk`,
    sourceId,
    occurredAt: daysAgo(1),
    operation: 'upsert',
    related: [],
    reporterKey: null,
    ...more,
    payload: { ...(feed === 'registration' ? { name: '甲' } : { text: '甲' }), ...more.payload },
  };
  return { ...record, fingerprint: fingerprintOf(record) } as unknown as FeedRecord;
}

export const signal = (code: string, more: Partial<Signal> = {}): Signal => ({
  engine: 'keywords',
  code,
  dimension: 'inducement',
  weight: 40,
  because: `出现“${code}”`,
  evidence: { field: 'text', start: 0, end: code.length, quote: code },
  transforms: [],
  suppressed: null,
  elements: ['inducement'],
  scheme: 'illegal-fundraising',
  halfLifeDays: 90,
  ...more,
});

export const assessment = (
  signals: readonly Signal[] = [],
  more: Partial<Assessment> = {},
): Assessment => ({
  score: 10,
  tier: 'none',
  categories: [],
  dimensions: DIMENSIONS_ZERO,
  elements: NO_ELEMENTS,
  annualYieldPercent: null,
  signals,
  version: VERSION,
  ...more,
});

/** A mention under these keys, in Chenzhou. */
export const mention = (
  keys: readonly string[],
  more: Partial<ResolvedMention> = {},
): ResolvedMention => {
  const name = keys.find((k) => k.startsWith('name:'))?.slice(5) ?? '';
  const uscc = keys.find((k) => k.startsWith('uscc:'))?.slice(5) ?? null;
  return {
    mention: { name, uscc, field: 'text', start: 0, end: name.length },
    role: 'target',
    foldedName: name,
    keys: keys.map(key),
    parentKeys: [],
    ties: {},
    regionCode: '431002',
    confidence: 1,
    because: '文中写明',
    flags: [],
    ...more,
  };
};

/** An entity to be founded under its strongest key. */
export const founder = (keys: readonly string[], more: Partial<Founder> = {}): Founder => {
  const { foldedName, mention: named } = mention(keys);
  return {
    handle: `new:${keys[0] ?? ''}`,
    identity: keys[0] ?? '',
    name: foldedName,
    foldedName,
    uscc: named.uscc,
    provisional: named.uscc === null,
    regionCode: '431002',
    sample: false,
    keys: keys.map(key),
    address: null,
    businessAddress: null,
    establishedOn: null,
    ...more,
  };
};

/** What a registration tells of an entity: nothing but a name, unless more is said. */
export const profile = (entityId: string, more: Partial<EntityProfile> = {}): EntityProfile => ({
  entityId,
  name: `甲${entityId}`,
  regionCode: null,
  address: null,
  businessAddress: null,
  establishedOn: null,
  parentKeys: [],
  ties: {},
  ...more,
});

/** An index that is the sum of the weights: enough to see what counts. */
export function sumIndex({ signals }: Pick<EntityState, 'signals'>): RiskIndex {
  const score = Math.min(
    100,
    signals.reduce((sum, s) => sum + s.weight, 0),
  );
  return {
    score,
    tier: score >= 70 ? 'red' : score >= 30 ? 'yellow' : 'none',
    dimensions: DIMENSIONS_ZERO,
    elements: NO_ELEMENTS,
    scheme: 'illegal-fundraising',
    reasons: signals.map(({ code, dimension, weight, because, times }) => ({
      code,
      dimension,
      points: weight,
      because,
      times,
    })),
    missing: [],
    version: VERSION,
  };
}
