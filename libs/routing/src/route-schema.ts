import { ELEMENTS, FEEDS, SCHEMES, TIERS, type AlertTier } from '@risk/domain';
import { z } from 'zod';
import { allowanceSchema } from './allowance.js';
import { hoursSchema } from './office-hours.js';

/** Media of advertisements that a branch may ask for. */
export const MEDIA = [
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
  /** Signs of flight: a flag, or a code among `signs.flight`. */
  flight: z.literal(true).optional(),
  /** Circumstances that halve the thresholds: a flag, or a code among `signs.aggravated`. */
  aggravated: z.literal(true).optional(),
  outside: z.literal(true).optional(),
});

const deadlineSchema = z.strictObject({
  acknowledge: allowanceSchema,
  answer: allowanceSchema,
  /** Who set the limit; the Regulation sets none. */
  basis: z.string().min(1),
});

export type Match = Readonly<z.output<typeof matchSchema>>;
/** How long the units have to acknowledge an alert and to answer it. */
export type Deadline = Readonly<z.output<typeof deadlineSchema>>;

/** One branch of the routing tree. */
export interface RouteNode {
  readonly name: string;
  readonly match: Match;
  readonly lead: readonly string[];
  readonly assist: readonly string[];
  readonly copy: readonly string[];
  /** The unit whose finding the leads and assistants of this branch wait for. */
  readonly after?: string | undefined;
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
  after: z.string().min(1).optional(),
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

const day = z.iso.date();

const calendarSchema = z.strictObject({
  hours: hoursSchema,
  basis: z.string().min(1),
  holidays: z.array(day).default([]),
  workdays: z.array(day).default([]),
});

const codes = z.array(z.string().min(1)).default([]);

/** Codes of rules, of the lexicon and of reasons of an index that say more than their points. */
const signsSchema = z.strictObject({ flight: codes, aggravated: codes });

/** The shape of config/routing.yaml: the root branch with its calendar, default deadlines and stand-ins. */
export const routingSchema = z.strictObject({
  calendar: calendarSchema,
  /** Who stands in when the county is unknown, and when it lies outside the city. */
  standIn: z.strictObject({ unknown: z.string(), outside: z.string() }),
  signs: signsSchema.default({ flight: [], aggravated: [] }),
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
export type Signs = Readonly<z.output<typeof signsSchema>>;
