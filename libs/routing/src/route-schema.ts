import { ELEMENTS, FEEDS, SCHEMES, TIERS, type Tier } from '@risk/domain';
import { z } from 'zod';

const MEDIA = [
  'outdoor',
  'tv',
  'paper',
  'web',
  'wechat',
  'app',
  'sms',
  'leaflet',
  'video',
] as const;

/** YAML may write one value or a list of them. */
const oneOrMany = <T extends z.ZodType>(one: T) =>
  z.union([z.array(one).min(1), one.transform((value) => [value])]);

const matchSchema = z.strictObject({
  scheme: oneOrMany(z.enum(SCHEMES)).optional(),
  tier: oneOrMany(z.enum(TIERS)).optional(),
  feed: oneOrMany(z.enum(FEEDS)).optional(),
  medium: oneOrMany(z.enum(MEDIA)).optional(),
  element: oneOrMany(z.enum(ELEMENTS)).optional(),
  /** County or zone codes. */
  region: oneOrMany(z.string().min(1)).optional(),
  /** Words in the entity's name, for the trade it works in. */
  name: oneOrMany(z.string().min(1)).optional(),
  /** Sum named in complaints, yuan. */
  amountAtLeast: z.number().positive().optional(),
  /** People named in complaints. */
  peopleAtLeast: z.number().positive().optional(),
  flight: z.literal(true).optional(),
  outside: z.literal(true).optional(),
});

const allowanceSchema = z.union([
  z.strictObject({ workingHours: z.number().positive().max(1000) }),
  z.strictObject({ workingDays: z.int().positive().max(250) }),
]);

const deadlineSchema = z.strictObject({
  acknowledge: allowanceSchema,
  answer: allowanceSchema,
  /** Who set the limit; the Regulation sets none. */
  basis: z.string().min(1),
});

export type Match = Readonly<z.output<typeof matchSchema>>;
/** How long the units have to acknowledge an alert and to answer it. */
export type Deadline = Readonly<z.output<typeof deadlineSchema>>;
export type AlertTier = Exclude<Tier, 'none'>;

/** One branch of the routing tree. */
export interface RouteNode {
  readonly name: string;
  readonly match: Match;
  readonly lead: readonly string[];
  readonly assist: readonly string[];
  readonly copy: readonly string[];
  /** Why these units, with law and article. */
  readonly because?: string | undefined;
  /** Adds its units and lets the next branches be tried; such a branch inherits no lead. */
  readonly continue: boolean;
  readonly deadlines: Readonly<Partial<Record<AlertTier, Deadline | undefined>>>;
  readonly routes: readonly RouteNode[];
}

const units = oneOrMany(z.string().min(1)).default([]);
const routeFields = {
  name: z.string().min(1),
  match: matchSchema.default({}),
  lead: units,
  assist: units,
  copy: units,
  because: z.string().min(1).optional(),
  continue: z.boolean().default(false),
  deadlines: z
    .strictObject({
      red: deadlineSchema.optional(),
      orange: deadlineSchema.optional(),
      yellow: deadlineSchema.optional(),
      blue: deadlineSchema.optional(),
    })
    .default({}),
};

const routeSchema = z.strictObject({
  ...routeFields,
  get routes() {
    return branches;
  },
});
/** The type is named by hand because a schema that holds itself cannot be inferred through a default. */
const branches: z.ZodType<readonly RouteNode[]> = z.array(routeSchema).default([]);

const clock = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, '应写作 HH:MM')
  .transform((text) => Number(text.slice(0, 2)) * 60 + Number(text.slice(3)));
const day = z.iso.date();

const calendarSchema = z.strictObject({
  hours: z.array(z.strictObject({ opens: clock, closes: clock })).min(1),
  basis: z.string().min(1),
  holidays: z.array(day).default([]),
  workdays: z.array(day).default([]),
});

/** The shape of config/routing.yaml: the root branch with its calendar, default deadlines and stand-ins. */
export const routingSchema = z.strictObject({
  calendar: calendarSchema,
  /** Who stands in when the county is unknown, and when it lies outside the city. */
  standIn: z.strictObject({ unknown: z.string(), outside: z.string() }),
  ...routeFields,
  deadlines: z.strictObject({
    red: deadlineSchema,
    orange: deadlineSchema,
    yellow: deadlineSchema,
    blue: deadlineSchema,
  }),
  routes: branches,
});

export type RoutingData = z.output<typeof routingSchema>;
