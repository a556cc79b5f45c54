import { ALERT_STAGES, FEEDS, SCHEMES, TIERS, type AlertStage, type Scheme } from '@risk/domain';
import { cleanText, Invalid, readForm, rowIdText } from '@risk/kit';
import {
  QUEUE_DUE,
  QUEUE_HUSHED,
  QUEUE_SORTS,
  QUEUE_STATES,
  QUEUE_WHOSE,
  type QueueFilter,
} from '@risk/store';
import { z } from 'zod';
import { listForm } from '../lists/list-form.js';
import { asked } from '../query.js';

const MOST_IDS = 200;
const LONGEST_QUERY = 2000;

/** Several words in one: `red,orange`. */
const several = <T extends z.ZodType>(one: T) =>
  z.preprocess(
    (text) => (typeof text === 'string' ? text.split(',').filter((part) => part !== '') : text),
    z.array(one).max(MOST_IDS),
  );

/** What may be asked of the queue, by the names that stand in the address. */
const FILTERS = {
  state: z.enum(QUEUE_STATES).default('open'),
  hushed: z.enum(QUEUE_HUSHED).default('without'),
  whose: z.enum(QUEUE_WHOSE).optional(),
  assignee: cleanText.min(1).max(50).optional(),
  tier: several(z.enum(TIERS)).default([]),
  stage: several(z.enum(ALERT_STAGES as [AlertStage, ...AlertStage[]])).default([]),
  scheme: several(z.enum(SCHEMES as [Scheme, ...Scheme[]])).default([]),
  region: several(asked.code).default([]),
  unit: asked.code.optional(),
  feed: z.enum(FEEDS).optional(),
  words: cleanText.min(1).max(100).optional(),
  due: z.enum(QUEUE_DUE).optional(),
  ids: several(rowIdText).optional(),
} as const;

/** The names of all filters of the queue. */
export const QUEUE_FILTERS: readonly string[] = Object.keys(FILTERS);

/** The question about a page of the queue. */
export const queueForm = z.strictObject({ ...FILTERS, ...listForm(QUEUE_SORTS, 'urgency') });

const { sort } = listForm(QUEUE_SORTS, 'urgency');
const viewForm = z.strictObject({ ...FILTERS, sort });

/** What a form of the queue read, as the store asks for it. */
export function filterOf(read: Omit<z.output<typeof viewForm>, 'sort'>): QueueFilter {
  const { state, hushed, tier, stage, scheme, region } = read;
  return {
    ...{ state, hushed, tiers: tier, stages: stage, schemes: scheme, regions: region },
    whose: read.whose ?? null,
    assignee: read.assignee ?? null,
    unit: read.unit ?? null,
    feed: read.feed ?? null,
    words: read.words ?? null,
    due: read.due ?? null,
    ids: read.ids ?? null,
  };
}

/** Reads a filter out of the query of an address: `tier=red&whose=mine&sort=score`. */
export function filterIn(query: string): QueueFilter {
  if (query.length > LONGEST_QUERY) throw new Invalid('条件太长');
  return filterOf(readForm(viewForm, Object.fromEntries(new URLSearchParams(query))));
}
