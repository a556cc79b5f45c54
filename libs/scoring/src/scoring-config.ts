import { z } from 'zod';
import { ALERT_TIERS, DIMENSIONS, FEEDS, type AlertTier } from '@risk/domain';

const share = z.number().min(0).max(1);
const dimensions = z.strictObject(
  Object.fromEntries(DIMENSIONS.map((d) => [d, z.strictObject({ weight: share })])) as Record<
    (typeof DIMENSIONS)[number],
    z.ZodObject<{ weight: typeof share }>
  >,
);
/** An index of nothing is nobody's tier. */
const threshold = z.number().gt(0, '阈值须大于 0，否则没有信号的主体也会预警').max(100);
const tiers = z.strictObject({
  ...{ red: threshold, orange: threshold, yellow: threshold, blue: threshold },
});

const places = z.number().int().positive();

/** The form of config/scoring.yaml. */
export const scoringSchema = z
  .strictObject({
    dimensions,
    /** How far each engine is trusted: its weights are multiplied by this. */
    trust: z.strictObject({ keywords: share, numbers: share, rules: share, classifier: share }),
    tiers,
    /** How many entities of a tier or higher the office can handle at one time; null for as many as there are. */
    capacity: z
      .strictObject({ red: places, orange: places, yellow: places, blue: places })
      .nullable()
      .default(null),
    /** Codes that no licence takes out: flight, and what the police must see. */
    neverSuppressed: z.array(z.string().min(1)).default([]),
    correlation: z.strictObject({
      /** What the second strongest signal of a group still adds; the third adds its square, and so on. */
      repeat: share,
      groups: z.record(z.string(), z.array(z.string().min(1)).min(2)),
    }),
    persons: z.strictObject({
      /** n independent persons count as n to this power. */
      exponent: share,
      /** What a further record of the same person adds, compared with a new person. */
      samePerson: share,
      /** More than this many are not counted. */
      most: z.number().int().positive(),
    }),
    /** A signal below so many points after decay is dropped. */
    forgottenBelow: z.number().min(0).max(100),
    /** What is said when nothing from a feed is known about an entity. */
    missing: z.strictObject(
      Object.fromEntries(FEEDS.map((f) => [f, z.string().min(1)])) as Record<
        (typeof FEEDS)[number],
        z.ZodString
      >,
    ),
  })
  .superRefine((config, context) => {
    const given = ALERT_TIERS.map((tier) => config.tiers[tier]);
    const falls = given.every((bound, i) => i === 0 || bound < (given[i - 1] ?? Infinity));
    if (!falls)
      context.addIssue({ code: 'custom', path: ['tiers'], message: '阈值须自红到蓝依次降低' });
    if (config.forgottenBelow >= config.tiers.blue) {
      const message = '须低于蓝色阈值，否则够得上预警的信号会被忽略';
      context.addIssue({ code: 'custom', path: ['forgottenBelow'], message });
    }
    if (!rises(config.capacity)) {
      const message = '容量是该级及以上的总数，须自红到蓝不减少';
      context.addIssue({ code: 'custom', path: ['capacity'], message });
    }
    for (const says of inTwoGroups(config.correlation.groups)) {
      context.addIssue({ code: 'custom', path: ['correlation', 'groups'], message: says });
    }
  });

export type ScoringConfig = z.infer<typeof scoringSchema>;

function rises(capacity: Readonly<Record<AlertTier, number>> | null): boolean {
  if (capacity === null) return true;
  const given = ALERT_TIERS.map((tier) => capacity[tier]);
  return given.every((most, i) => i === 0 || most >= (given[i - 1] ?? 0));
}

function inTwoGroups(groups: Readonly<Record<string, readonly string[]>>): string[] {
  const seen = new Map<string, string>();
  const found: string[] = [];
  for (const [group, codes] of Object.entries(groups)) {
    for (const code of codes) {
      const before = seen.get(code);
      if (before !== undefined) found.push(`${code} 同时属于“${before}”和“${group}”`);
      seen.set(code, group);
    }
  }
  return found;
}
