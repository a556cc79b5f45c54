import { PERIODIC_KINDS, type PeriodicKind } from '@risk/domain';
import { refuse, repeated, shaped, type ConfigProblem } from '@risk/kit';
import { clockSchema } from '@risk/routing';
import { z } from 'zod';
import { thresholdsSchema } from './thresholds.js';
import { isSection, SECTION_CODES } from './sections/index.js';

const FILE = 'bulletins.yaml';

const issueSchema = z.strictObject({
  /** The name of the bulletin, as its head bears it. */
  name: z.string().min(1).max(30),
  /** When it comes out on its working day, HH:MM in China. */
  at: clockSchema,
  /** `straight`: issued as soon as it is whole; `signed`: two people look first. */
  release: z.enum(['straight', 'signed']),
  /** How many missed issues are made up for after a downtime, the latest ones. */
  catchUp: z.number().int().min(1).max(400),
  basis: z.string().min(1),
});

const sectionsSchema = z.array(z.string()).min(1);

const RECIPIENTS = ['office', 'office-head', 'convener', 'members', 'unit', 'unit-head'] as const;

const editionSchema = z.strictObject({
  /** The whole city, each region that a unit answers for, or each other member unit. */
  for: z.enum(['city', 'regions', 'units']),
  kinds: z.array(z.enum(PERIODIC_KINDS as [PeriodicKind, ...PeriodicKind[]])).min(1),
  sections: z.partialRecord(
    z.enum(PERIODIC_KINDS as [PeriodicKind, ...PeriodicKind[]]),
    sectionsSchema,
  ),
  to: z.array(z.enum(RECIPIENTS)).min(1),
  basis: z.string().min(1),
});

/** The form of config/bulletins.yaml. */
export const bulletinsSchema = z.strictObject({
  issues: z.strictObject({
    daily: issueSchema,
    weekly: issueSchema,
    monthly: issueSchema,
    quarterly: issueSchema,
  }),
  special: issueSchema
    .omit({ at: true, catchUp: true })
    .extend({ sections: sectionsSchema, to: z.array(z.enum(RECIPIENTS)).min(1) }),
  editions: z.array(editionSchema).min(1),
  thresholds: thresholdsSchema,
  basis: z.string().min(1),
});

/** How bulletins come out, what stands in them and who gets them; every value a local default. */
export type BulletinPolicy = Readonly<z.output<typeof bulletinsSchema>>;
export type EditionPolicy = BulletinPolicy['editions'][number];
export type RecipientGroup = (typeof RECIPIENTS)[number];

/** Checks config/bulletins.yaml; every problem is named with its path. */
export function compileBulletins(content: unknown): BulletinPolicy {
  const policy = shaped(FILE, bulletinsSchema, content);
  refuse(FILE, [
    ...repeated(
      policy.editions.map((edition) => edition.for),
      (at) => ['editions', at, 'for'],
    ),
    ...policy.editions.flatMap((edition, at) => badEdition(edition, ['editions', at])),
    ...badSections(policy.special.sections, ['special', 'sections']),
    ...badGroups(policy.special.to, ['special', 'to'], false),
  ]);
  return policy;
}

type Path = readonly PropertyKey[];

function badEdition(edition: EditionPolicy, path: Path): ConfigProblem[] {
  return [
    ...edition.kinds.flatMap((kind) => {
      const sections = edition.sections[kind];
      const here = [...path, 'sections', kind];
      if (sections) return badSections(sections, here);
      return [{ path: here, message: `没有写${kind}由哪些部分组成` }];
    }),
    ...repeated(edition.kinds, (at) => [...path, 'kinds', at]),
    ...badGroups(edition.to, [...path, 'to'], edition.for !== 'city'),
  ];
}

const badSections = (sections: readonly string[], path: Path): ConfigProblem[] => [
  ...sections.flatMap((code, at) =>
    isSection(code)
      ? []
      : [
          {
            path: [...path, at],
            message: `没有名为“${code}”的部分，可用: ${SECTION_CODES.join(' ')}`,
          },
        ],
  ),
  ...repeated(sections, (at) => [...path, at]),
];

/** Only an edition of a unit or a region has a unit of its own. */
function badGroups(to: readonly RecipientGroup[], path: Path, hasUnit: boolean): ConfigProblem[] {
  const strange = to.flatMap((group, at) =>
    group.startsWith('unit') && !hasUnit
      ? [{ path: [...path, at], message: `“${group}”只用于 for: regions 和 for: units` }]
      : [],
  );
  return [...strange, ...repeated(to, (at) => [...path, at])];
}
