import { TIERS } from '@risk/domain';
import { z } from 'zod';
import { allowanceSchema, delaySchema } from './allowance.js';
import { clockSchema } from './office-hours.js';

/** Who hears of an overdue duty, from the nearest to the highest. */
export const LADDER_TARGETS = ['liaison', 'head', 'office', 'convener'] as const;
export type LadderTarget = (typeof LADDER_TARGETS)[number];

/** Ties between firms whose alerts may belong to one scheme. */
const GROUPING_TIES = ['representative', 'shareholder', 'address', 'phone', 'parent'] as const;

const alertTier = z.enum(TIERS).exclude(['none']);
/** Who set a value; no law sets any of them. */
const basis = z.string().min(1);
const daysOfTier = z.int().nonnegative().max(3650);

const webhookSchema = z.strictObject({
  code: z.string().regex(/^[a-z][a-z0-9-]*$/, '应为小写字母、数字和连字符'),
  title: z.string().min(1),
  url: z
    .url({ protocol: /^https?$/, error: '应为 http 或 https 地址' })
    .refine((url) => !/^[a-z]+:\/\/[^/]*@/i.test(url), '地址里不能写用户名、密码'),
  /** The platform's own JSON, or the text message of 企业微信／政务微信 group robots. */
  format: z.enum(['json', 'wecom']).default('json'),
  /** Whether it drops a second copy of the same webhook-id, so that a cut connection may be tried again. */
  idempotent: z.boolean().default(false),
  basis,
});

const ladderSchema = z.strictObject({
  /** From the earliest reminder to the one nearest to the deadline. */
  remind: z.array(z.strictObject({ before: allowanceSchema })).default([]),
  escalate: z.array(z.strictObject({ after: delaySchema, to: z.enum(LADDER_TARGETS) })).min(1),
  basis,
});

/** The shape of config/handling.yaml: by which channels, how insistently and how sparingly people are told. */
export const handlingSchema = z.strictObject({
  channels: z.strictObject({
    default: z.array(z.string()).min(1),
    webhooks: z.array(webhookSchema).default([]),
  }),
  ladder: z.strictObject({
    acknowledge: ladderSchema,
    answer: ladderSchema,
    receipt: ladderSchema,
    task: ladderSchema,
    follow: ladderSchema,
  }),
  /** Days for which a refuted alert of a tier is not raised again at that tier. */
  cooldown: z.strictObject({
    days: z.strictObject({
      red: daysOfTier,
      orange: daysOfTier,
      yellow: daysOfTier,
      blue: daysOfTier,
    }),
    basis,
  }),
  /** An open alert of a tier silences those of lower ones within its group. */
  inhibit: z.array(z.strictObject({ by: alertTier, what: z.array(alertTier).min(1), basis })),
  /** A rule younger than so many days that raises more than so many alerts an hour is held. */
  flood: z.strictObject({
    newRuleDays: z.int().positive().max(365),
    perHour: z.int().positive().max(100_000),
    basis,
  }),
  /** Tiers that are told together, on working days at these times. */
  digest: z.strictObject({
    tiers: z.array(alertTier),
    at: z.array(clockSchema).min(1),
    basis,
  }),
  grouping: z.strictObject({ ties: z.array(z.enum(GROUPING_TIES)), basis }),
});

export type HandlingData = z.output<typeof handlingSchema>;
export type Webhook = Readonly<z.output<typeof webhookSchema>>;
