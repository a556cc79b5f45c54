import { z } from 'zod';
import { DIMENSIONS, ELEMENTS, SCHEMES, type Scheme } from '@risk/domain';
import { isCalendarDay } from '@risk/kit';

/** Days; what fades faster is gone before anybody can look at it. */
const SHORTEST_HALF_LIFE = 1;

const day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, '日期须写成 yyyy-mm-dd')
  .refine(isCalendarDay, '没有这一天');
/** Words for people: spaces alone tell them nothing. */
const words = (least: number) =>
  z
    .string()
    .min(least)
    .refine((text) => text.trim().length >= least, `去掉空白后至少要有 ${least} 个字`);

/** Where a rule comes from; local defaults say `law: 本地默认`. */
const sourceSchema = z.strictObject({
  law: words(1),
  article: words(1).optional(),
  /** First and last day on which the basis holds; open ends hold always. */
  from: day.optional(),
  to: day.optional(),
});

const hitQuotes = z.record(z.string(), z.union([z.string(), z.array(z.string())]));
const signalExample = z.strictObject({
  code: z.string(),
  daysAgo: z.number().nonnegative(),
  times: z.number().int().positive().default(1),
  persons: z.number().int().nonnegative().default(1),
});

/** A case written beside the rule: facts, and whether the rule must fire. */
const exampleSchema = z.strictObject({
  note: z.string().optional(),
  given: z.strictObject({
    occurredAt: z.string().default('2026-10-12T09:00:00+08:00'),
    record: z.record(z.string(), z.unknown()).default({}),
    /** Lexicon code to quote: the hit stands where the quote stands in the record. */
    hits: hitQuotes.default({}),
    annualYieldPercent: z.number().nullable().default(null),
    entity: z.record(z.string(), z.unknown()).optional(),
    signals: z.array(signalExample).default([]),
  }),
  expect: z.enum(['fires', 'silent']),
});

/** One rule, as it stands in YAML; the condition tree is checked by the compiler. */
export const ruleSchema = z.strictObject({
  id: z.string().regex(/^[A-Z]{2}-[A-Z0-9-]+$/, '编号须形如 AD-GUARANTEE'),
  title: words(2),
  feed: z.enum(['registration', 'complaint', 'advertisement', 'entity']),
  /** One basis, or several that follow one another in time; the rule holds while any of them does. */
  source: z.union([sourceSchema, z.array(sourceSchema).min(1)]),
  when: z.unknown(),
  dimension: z.enum(DIMENSIONS),
  weight: z.number().min(0).max(100),
  halfLifeDays: z.number().min(SHORTEST_HALF_LIFE, '半衰期至少一天').nullable(),
  elements: z.array(z.enum(ELEMENTS)).default([]),
  scheme: z
    .enum(SCHEMES as [Scheme, ...Scheme[]])
    .nullable()
    .default(null),
  because: words(4),
  examples: z.array(exampleSchema).min(2),
});

/** A file of config/rules. */
export const rulesFileSchema = z.strictObject({
  /** Word lists that rules of this file refer to by YAML anchors. */
  define: z.record(z.string(), z.unknown()).optional(),
  rules: z.array(ruleSchema),
});

export type RuleDefinition = z.infer<typeof ruleSchema>;
export type RuleExample = z.infer<typeof exampleSchema>;
export type RuleSource = z.infer<typeof sourceSchema>;
