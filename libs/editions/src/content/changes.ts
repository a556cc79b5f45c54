import { z } from 'zod';

const LONGEST_YAML = 60_000;
const code = z.string().min(1).max(100);
const words = z.array(z.string().trim().min(1).max(200)).max(5000);

/** A rule as somebody edits it: its plain fields as they are, its condition and its examples as YAML. */
export const ruleEditSchema = z.strictObject({
  id: z.string().min(1).max(60),
  /** Where a new rule goes. */
  file: code,
  /** Title, weight, legal basis and so on; the compiler says what is wrong with them. */
  fields: z.record(z.string(), z.unknown()),
  when: z.string().max(LONGEST_YAML),
  examples: z.string().max(LONGEST_YAML),
});
export type RuleEdit = z.output<typeof ruleEditSchema>;

/** Everything that a draft changes in an edition. */
export const changesSchema = z.strictObject({
  /** The edition that is changed. */
  base: z.string().regex(/^\d{1,18}$/, '应为版本编号'),
  rules: z.array(ruleEditSchema).max(60).default([]),
  removed: z.array(code).max(60).default([]),
  words: z
    .array(z.strictObject({ list: code, add: words, remove: words }))
    .max(200)
    .default([]),
});
export type Changes = z.output<typeof changesSchema>;

/** Changes to be kept as a draft. */
export const keptChangesSchema = changesSchema.extend({
  title: z.string().trim().min(1).max(100),
  by: z.string().min(1),
  because: z.string().trim().min(2).max(500),
});

const text = z.string().max(20_000);
const sum = z.number().nonnegative().max(1e15);
const day = z.iso.date();

/** What a text to be tried may tell besides, by its feed. */
export const triedSchema = z.discriminatedUnion('feed', [
  z.strictObject({
    feed: z.literal('complaint'),
    title: text.optional(),
    text,
    amount: sum.optional(),
    people: sum.optional(),
  }),
  z.strictObject({
    feed: z.literal('advertisement'),
    title: text.optional(),
    text,
    imageText: text.optional(),
    medium: z
      .enum(['outdoor', 'tv', 'paper', 'web', 'wechat', 'app', 'sms', 'leaflet', 'video'])
      .optional(),
  }),
  z.strictObject({
    feed: z.literal('registration'),
    name: text,
    businessScope: text.optional(),
    event: z
      .enum(['establish', 'change', 'annual-report', 'abnormal', 'penalty', 'cancel'])
      .optional(),
    registeredCapital: sum.optional(),
    paidInCapital: sum.optional(),
    establishedOn: day.optional(),
    industryCode: z.string().max(10).optional(),
    address: z.string().max(300).optional(),
  }),
]);
export type Tried = z.output<typeof triedSchema>;

/** A text to be tried, and with what besides the edition in force: another edition, or changes not kept yet. */
export const tryRequestSchema = z.strictObject({
  text: triedSchema,
  edition: z
    .string()
    .regex(/^\d{1,18}$/, '应为版本编号')
    .optional(),
  changes: changesSchema.optional(),
});
