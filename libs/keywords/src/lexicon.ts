import { DIMENSIONS, ELEMENTS, SCHEMES } from '@risk/domain';
import { z } from 'zod';

const code = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, '代码只能用小写字母、数字和连字符');
const source = z.string().min(1, '须写明出处（法律＋条），没有的写“本地默认”');

/** A term in YAML: a bare string, or a mapping with what may be undone to find it. */
const lexiconTermSchema = z.union([
  z.string().min(1),
  z.strictObject({
    term: z.string().min(1),
    exact: z.boolean().optional(),
    digits: z.boolean().optional(),
    repeat: z.boolean().optional(),
    homophone: z.boolean().optional(),
    edges: z.boolean().optional(),
  }),
]);

/** One code of the lexicon: what it means, what it weighs, and the terms that say it. */
const lexiconEntrySchema = z.strictObject({
  code,
  title: z.string().min(1),
  scheme: z.enum(SCHEMES).nullable().default(null),
  elements: z.array(z.enum(ELEMENTS)).default([]),
  dimension: z.enum(DIMENSIONS),
  /** Points in the dimension, 0 to 100. */
  weight: z.number().min(0).max(100),
  /** Days until half of it is left; null never decays. */
  halfLifeDays: z.number().positive().nullable().default(180),
  source,
  /** Only in these fields of a record; absent means in all. */
  fields: z.array(z.string().min(1)).optional(),
  terms: z.array(lexiconTermSchema).min(1),
});

/** Words around a hit that take its meaning away. */
const cueGroupSchema = z.strictObject({
  /** `mask` lists phrases that only look like cues (不容错过) and switch the cues inside them off. */
  kind: z.enum(['negation', 'warning', 'denial', 'mask']),
  /** Which side of the cue it speaks about. */
  scope: z.enum(['after', 'before']).default('after'),
  /** How far it reaches, in UTF-16 units. */
  window: z.number().int().positive().max(200).default(20),
  /** Characters that end its reach. */
  stops: z.string().default('。！？!?；;\n'),
  source,
  terms: z.array(z.string().min(1)).min(1),
});

/** From what annual percentage a promised return or a loan price weighs how much. */
const yieldStepSchema = z.strictObject({
  above: z.number().min(0),
  weight: z.number().min(0).max(100),
  says: z.string().min(1),
  source,
});

/** The shape of every file in config/lexicon; each part may stand in any file. */
export const lexiconFileSchema = z.strictObject({
  entries: z.array(lexiconEntrySchema).default([]),
  allow: z.array(z.strictObject({ source, terms: z.array(lexiconTermSchema).min(1) })).default([]),
  cues: z.array(cueGroupSchema).default([]),
  yields: z
    .strictObject({
      returns: z.array(yieldStepSchema).min(1),
      loans: z.array(yieldStepSchema).min(1),
    })
    .optional(),
});

export type LexiconEntry = z.output<typeof lexiconEntrySchema>;
export type CueGroup = z.output<typeof cueGroupSchema>;
export type YieldStep = z.output<typeof yieldStepSchema>;
export type LexiconTerm = z.output<typeof lexiconTermSchema>;
export type LexiconFile = z.output<typeof lexiconFileSchema>;

/** The whole lexicon: all files joined. */
export interface Lexicon {
  readonly entries: readonly LexiconEntry[];
  readonly allow: readonly LexiconTerm[];
  readonly cues: readonly CueGroup[];
  /** Steps from low to high. */
  readonly returns: readonly YieldStep[];
  readonly loans: readonly YieldStep[];
}
