import { DIMENSIONS, ELEMENTS, SCHEMES, isScheme } from '@risk/domain';
import { z } from 'zod';

const code = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, '代码只能用小写字母、数字和连字符')
  .refine((text) => !isScheme(text), '这是方案的代码，分类器的信号用它，词库须另取一个');
/** The fields of a record whose texts are read for words. */
const TEXT_FIELDS = ['title', 'text', 'imageText', 'name', 'businessScope'] as const;
const source = z.string().min(1, '须写明出处（法律＋条），没有的写“本地默认”');

/**
 * How sure a hit must be. `plain`: only what folding undoes (traditional forms, width, noise). `disguised`: disguises
 * too, from three in four on. `certain`: disguises beyond doubt, for words that ordinary ones sound like.
 */
export const POLICIES = ['plain', 'disguised', 'certain'] as const;
export type Policy = (typeof POLICIES)[number];

/** A term in YAML: a bare string, or a mapping with what may be undone to find it. */
const lexiconTermSchema = z.union([
  z.string().min(1),
  z.strictObject({
    term: z.string().min(1),
    exact: z.boolean().optional(),
    digits: z.boolean().optional(),
    repeat: z.boolean().optional(),
    edges: z.boolean().optional(),
    /** Instead of the policy of its code. */
    policy: z.enum(POLICIES).optional(),
  }),
]);

/** What a code says and weighs, however it is found. */
const meaning = {
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
  fields: z.array(z.enum(TEXT_FIELDS)).min(1).optional(),
};

/** One code of the lexicon: what it means, what it weighs, and the terms that say it. */
const lexiconEntrySchema = z.strictObject({
  ...meaning,
  policy: z.enum(POLICIES).default('plain'),
  terms: z.array(lexiconTermSchema).min(1),
});

/** Where the parts of a compound must stand together: in one clause, one sentence, the whole field. */
const SCOPES = ['clause', 'sentence', 'field'] as const;

/** Words of one kind: terms, or other codes of the lexicon as `code:…`. */
const wordGroup = z.array(z.string().min(1)).min(1);

/** Words that mean something together that none means alone: A near B, n of a set, A without B. */
const compoundSchema = z
  .strictObject({
    ...meaning,
    /** The kinds of words. */
    of: z.array(wordGroup).min(1).max(30),
    /** How many kinds must be there; absent means all. */
    atLeast: z.number().int().positive().optional(),
    /** Where they must stand together, or how far apart the first and the last may be, in UTF-16 units. */
    within: z.union([z.enum(SCOPES), z.number().int().positive().max(400)]).default('sentence'),
    /** Words that must not stand in the same place. */
    without: wordGroup.optional(),
  })
  .refine(({ of, atLeast = 0 }) => atLeast <= of.length, {
    path: ['atLeast'],
    message: '要求的种数多于 of 列出的种数，永远不会命中',
  })
  .refine(({ of, atLeast = of.length, without = [] }) => possibleKinds(of, without) >= atLeast, {
    path: ['without'],
    message: '必需的词都列在 without 里，永远不会命中',
  });

/** How many kinds of words may stand where none of some others does. */
const possibleKinds = (of: readonly (readonly string[])[], without: readonly string[]): number =>
  of.filter((words) => words.some((word) => !without.includes(word))).length;

/** Words around a hit that take its meaning away. */
const cueGroupSchema = z.strictObject({
  /** `mask` lists phrases that only look like cues (不容错过) and switch the cues inside them off. */
  kind: z.enum(['negation', 'warning', 'denial', 'quotation', 'mask']),
  /** Which side of the cue it speaks about. */
  scope: z.enum(['after', 'before']).default('after'),
  /** How far it reaches, in UTF-16 units. */
  window: z.number().int().positive().max(200).default(20),
  /** Characters that end its reach. */
  stops: z.string().default('。！？!?；;\n'),
  source,
  terms: z
    .array(
      z.union([
        z.string().min(1),
        z.strictObject({ term: z.string().min(1), exact: z.literal(true) }),
      ]),
    )
    .min(1),
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
  compounds: z.array(compoundSchema).default([]),
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
export type Compound = z.output<typeof compoundSchema>;
export type CueGroup = z.output<typeof cueGroupSchema>;
export type YieldStep = z.output<typeof yieldStepSchema>;
export type LexiconTerm = z.output<typeof lexiconTermSchema>;
export type LexiconFile = z.output<typeof lexiconFileSchema>;

/** Whether a code counts in a field. */
export const speaksIn = ({ fields }: Pick<Meaning, 'fields'>, field: string): boolean =>
  fields === undefined || fields.some((one) => one === field);

/** What a code means, apart from how it is found. */
export type Meaning = Omit<LexiconEntry, 'terms' | 'policy'>;

/** The whole lexicon: all files joined. */
export interface Lexicon {
  readonly entries: readonly LexiconEntry[];
  readonly compounds: readonly Compound[];
  readonly allow: readonly LexiconTerm[];
  readonly cues: readonly CueGroup[];
  /** Steps from low to high. */
  readonly returns: readonly YieldStep[];
  readonly loans: readonly YieldStep[];
}
