import { z } from 'zod';
import type { Evidence } from '@risk/domain';
import { boundKeys, boundsProblem, sayBounds, sayNumber, within, type Bounds } from '../bounds.js';
import { numberClaim, fieldClaim, sizeClaim, tallyClaim, toldClaim } from '../claims.js';
import type { Facts } from '../facts.js';
import { asking, circumstance, type Condition } from '../sight.js';
import { ageInDays, readerOf } from '../view.js';
import { fieldProblems, labelOf, onlyRecord, operator, unitOf } from './operator.js';

const listed = (problem: string | null): string[] => (problem === null ? [] : [problem]);

/** A condition on one number that may be missing; missing never holds. */
export function numberCondition(
  label: string,
  unit: string,
  bounds: Bounds,
  read: (facts: Facts) => number | null,
  find?: (facts: Facts) => readonly Evidence[],
): Condition {
  return asking(holdsWithin(bounds, read), tellsNumber(label, unit, bounds, read), find);
}

type Reading = (facts: Facts) => number | null;

function holdsWithin(bounds: Bounds, read: Reading): (facts: Facts) => boolean {
  const holds = within(bounds);
  return (facts) => {
    const value = read(facts);
    return value !== null && holds(value);
  };
}

const tellsNumber =
  (label: string, unit: string, bounds: Bounds, read: Reading) =>
  (facts: Facts, held: boolean): string => {
    const value = read(facts);
    if (value === null) return `缺少${label}，无法判断`;
    const wanted = held ? '' : `，要求${sayBounds(bounds, unit)}`;
    return `${label}为${sayNumber(value, unit)}${wanted}`;
  };

function numberReader(name: string): (facts: Facts) => number | null {
  const read = readerOf(name);
  return (facts) => {
    const value = read(facts);
    return typeof value === 'number' && Number.isFinite(value) ? value : null;
  };
}

const numberArgs = z.strictObject({ number: z.string(), per: z.string().optional(), ...boundKeys });

/** A number of the record or entity, or its ratio to another number. */
export const numberOperator = operator<z.infer<typeof numberArgs>>({
  key: 'number',
  schema: numberArgs,
  problems: (args, subject) => [
    ...[args.number, args.per ?? args.number]
      .flatMap((n) => fieldProblems(n, subject, ['number']))
      .slice(0, 1),
    ...listed(boundsProblem(args)),
  ],
  compile: (args) => {
    const read = numberReader(args.number);
    if (args.per === undefined) {
      return numberCondition(labelOf(args.number), unitOf(args.number), args, read);
    }
    const per = numberReader(args.per);
    return numberCondition(
      `${labelOf(args.number)}与${labelOf(args.per)}之比`,
      '',
      args,
      (facts) => {
        const [above, below] = [read(facts), per(facts)];
        return above === null || below === null || below === 0 ? null : above / below;
      },
    );
  },
  claims: ({ number, per, ...bounds }) =>
    per === undefined
      ? {
          says: `${labelOf(number)}${sayBounds(bounds, unitOf(number))}`,
          exact: fieldClaim(number, bounds),
          implied: [toldClaim(number)],
        }
      : {
          says: `${labelOf(number)}与${labelOf(per)}之比${sayBounds(bounds)}`,
          exact: numberClaim(`ratio ${number}/${per}`, bounds, { least: 0 }),
          implied: [toldClaim(number), toldClaim(per)],
        },
});

const ageArgs = z.strictObject({ ageDays: z.string(), ...boundKeys });

/** Days between a date and the moment judged. */
export const ageOperator = operator<z.infer<typeof ageArgs>>({
  key: 'ageDays',
  schema: ageArgs,
  problems: (args, subject) => [
    ...fieldProblems(args.ageDays, subject, ['date']),
    ...listed(boundsProblem(args)),
  ],
  compile: (args) => {
    const read = readerOf(args.ageDays);
    const age: Reading = (facts) => ageInDays(read(facts), facts.occurredAt);
    const label = `${labelOf(args.ageDays)}距今`;
    return circumstance(holdsWithin(args, age), tellsNumber(label, '天', args, age));
  },
  claims: ({ ageDays, ...bounds }) => ({
    says: `${labelOf(ageDays)}距今${sayBounds(bounds, '天')}`,
    exact: numberClaim(`age ${ageDays}`, bounds, { whole: true }),
    implied: [toldClaim(ageDays)],
  }),
});

const yieldArgs = z.strictObject({ annualYield: z.strictObject(boundKeys) });

/** The annual yield that the text promises, in per cent. */
export const yieldOperator = operator<z.infer<typeof yieldArgs>>({
  key: 'annualYield',
  schema: yieldArgs,
  problems: (args, subject) => [
    ...onlyRecord('annualYield', subject),
    ...listed(boundsProblem(args.annualYield)),
  ],
  compile: (args) =>
    numberCondition(
      '折合年化收益',
      '%',
      args.annualYield,
      (facts) => facts.annualYieldPercent,
      (facts) => (facts.annualYieldEvidence ? [facts.annualYieldEvidence] : []),
    ),
  claims: ({ annualYield }) => ({
    says: `折合年化收益${sayBounds(annualYield, '%')}`,
    exact: numberClaim('annual yield', annualYield, { least: 0 }),
  }),
});

const sizeArgs = z.strictObject({ size: z.string(), ...boundKeys });

/** How many items a list has. */
export const sizeOperator = operator<z.infer<typeof sizeArgs>>({
  key: 'size',
  schema: sizeArgs,
  problems: (args, subject) => [
    ...fieldProblems(args.size, subject, ['list']),
    ...listed(boundsProblem(args)),
  ],
  compile: (args) => {
    const read = readerOf(args.size);
    return numberCondition(`${labelOf(args.size)}数量`, '项', args, (facts) => {
      const list = read(facts);
      return Array.isArray(list) ? list.length : null;
    });
  },
  claims: ({ size, ...bounds }) => ({
    says: `${labelOf(size)}数量${sayBounds(bounds, '项')}`,
    exact: sizeClaim(size, bounds),
  }),
});

const changesArgs = z.strictObject({
  changes: z.array(z.string().min(1)).min(1).optional(),
  recentChanges: z.number().int().positive(),
  ...boundKeys,
});

/** How many changes of the named kinds a registration shows in the days before it. */
export const changesOperator = operator<z.infer<typeof changesArgs>>({
  key: 'recentChanges',
  schema: changesArgs,
  problems: (args, subject) => [
    ...fieldProblems('changes', subject, ['list']),
    ...listed(boundsProblem(args)),
  ],
  compile: (args) => {
    const label = `近${args.recentChanges}天${args.changes?.join('、') ?? ''}变更次数`;
    return numberCondition(label, '次', args, (facts) => {
      const list = facts.record['changes'];
      return Array.isArray(list) ? countChanges(list, args, facts.occurredAt) : null;
    });
  },
  claims: ({ changes, recentChanges, ...bounds }) => ({
    says: `近${recentChanges}天${changes?.join('、') ?? ''}变更次数${sayBounds(bounds, '次')}`,
    exact: tallyClaim('changes', bounds, { codes: changes ?? null, reach: recentChanges }),
    implied: within(bounds)(0) ? [] : [toldClaim('changes')],
  }),
});

interface Change {
  readonly field?: unknown;
  readonly on?: unknown;
}

function countChanges(
  list: readonly unknown[],
  args: z.infer<typeof changesArgs>,
  at: Date,
): number {
  return list.filter((item) => {
    const { field, on } = (item ?? {}) as Change;
    const age = ageInDays(on, at);
    const asked =
      args.changes?.some((word) => typeof field === 'string' && field.includes(word)) ?? true;
    return asked && age !== null && age >= 0 && age <= args.recentChanges;
  }).length;
}
