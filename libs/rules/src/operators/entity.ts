import { z } from 'zod';
import { boundKeys, boundsProblem, sayBounds } from '../bounds.js';
import { numberClaim, tallyClaim, type Claim } from '../claims.js';
import type { FactSignal, Facts, Subject } from '../facts.js';
import { asking, type Condition } from '../sight.js';
import {
  COUNTS,
  SUMS,
  WINDOW_DAYS,
  windowLabel,
  windowUnit,
  type CountName,
  type Days,
  type SumName,
  type WindowName,
} from '../windows.js';
import { numberCondition } from './number.js';
import { operator } from './operator.js';

const namesOf = <Name extends string>(table: Readonly<Record<Name, unknown>>): [Name, ...Name[]] =>
  Object.keys(table) as [Name, ...Name[]];
const countName = z.enum(namesOf<CountName>(COUNTS));
const sumName = z.enum(namesOf<SumName>(SUMS));
const windowDays = z.union([z.literal(7), z.literal(30), z.literal(90)]);

const onlyEntity = (subject: Subject): string[] =>
  subject === 'entity' ? [] : ['只有 feed: entity 的规则才能使用主体层面的条件'];
const listed = (problem: string | null): string[] => (problem === null ? [] : [problem]);
const windowOf = (facts: Facts, name: WindowName, days: Days): number | null =>
  facts.entity?.[name][WINDOW_DAYS[days]] ?? null;

const countArgs = z.strictObject({ count: countName, days: windowDays, ...boundKeys });

/** How often something happened to the entity in the last 7, 30 or 90 days. */
export const countOperator = operator<z.infer<typeof countArgs>>({
  key: 'count',
  schema: countArgs,
  problems: (args, subject) => [...onlyEntity(subject), ...listed(boundsProblem(args))],
  compile: (args) =>
    numberCondition(windowLabel(args.count, args.days), windowUnit(args.count), args, (facts) =>
      windowOf(facts, args.count, args.days),
    ),
  claims: ({ count, days, ...bounds }) => ({
    says: `${windowLabel(count, days)}${sayBounds(bounds, windowUnit(count))}`,
    exact: tallyClaim(`count ${count}`, bounds, { reach: days }),
  }),
});

const sumArgs = z.strictObject({ sum: sumName, days: windowDays, ...boundKeys });

/** How many yuan came together in the last 7, 30 or 90 days. */
export const sumOperator = operator<z.infer<typeof sumArgs>>({
  key: 'sum',
  schema: sumArgs,
  problems: (args, subject) => [...onlyEntity(subject), ...listed(boundsProblem(args))],
  compile: (args) =>
    numberCondition(windowLabel(args.sum, args.days), windowUnit(args.sum), args, (facts) =>
      windowOf(facts, args.sum, args.days),
    ),
  claims: ({ sum, days, ...bounds }) => ({
    says: `${windowLabel(sum, days)}${sayBounds(bounds, windowUnit(sum))}`,
    exact: numberClaim(`sum ${sum}`, bounds, { least: 0, reach: days }),
  }),
});

const growthArgs = z.strictObject({
  growth: z.union([countName, sumName]),
  days: windowDays,
  against: windowDays,
  ...boundKeys,
});

/** How many times the daily rate of a short window exceeds the rate of the rest of a longer one. */
export const growthOperator = operator<z.infer<typeof growthArgs>>({
  key: 'growth',
  schema: growthArgs,
  problems: (args, subject) => [
    ...onlyEntity(subject),
    ...listed(boundsProblem(args)),
    ...(args.days < args.against ? [] : ['对比窗口 against 须长于 days']),
  ],
  compile: (args) =>
    numberCondition(`${windowLabel(args.growth, args.days)}与此前日均之比`, '倍', args, (facts) =>
      growthOf(facts, args.growth, args.days, args.against),
    ),
  claims: ({ growth, days, against, ...bounds }) => ({
    says: `${windowLabel(growth, days)}与此前日均之比${sayBounds(bounds, '倍')}`,
    exact: numberClaim(`growth ${growth} ${days}/${against}`, bounds, { least: 0 }),
  }),
});

/** In a rest that shows nothing one event, or ten thousand yuan, is assumed: a first one is no infinite growth. */
function growthOf(facts: Facts, name: WindowName, days: Days, against: Days): number | null {
  const [short, long] = [windowOf(facts, name, days), windowOf(facts, name, against)];
  if (short === null || long === null) return null;
  const least = name in SUMS ? 10_000 : 1;
  const before = Math.max(least, long - short) / (against - days);
  return short / days / before;
}

const codes = z.union([z.string().min(1), z.array(z.string().min(1)).min(1)]);
const listOf = (list: string | readonly string[]): readonly string[] =>
  typeof list === 'string' ? [list] : list;
const setOf = (list: string | readonly string[]): ReadonlySet<string> => new Set(listOf(list));
const DAY = 86_400_000;
const total = (list: readonly FactSignal[], of: (s: FactSignal) => number): number =>
  list.reduce((sum, signal) => sum + of(signal), 0);

const signalArgs = z.strictObject({
  signal: codes,
  days: z.number().int().positive().optional(),
  persons: z.number().int().positive().optional(),
  times: z.number().int().positive().optional(),
});
type SignalArgs = z.infer<typeof signalArgs>;

function carried(
  facts: Facts,
  wanted: ReadonlySet<string>,
  days: number | undefined,
): FactSignal[] {
  const from = days === undefined ? -Infinity : facts.occurredAt.getTime() - days * DAY;
  return (facts.signals ?? []).filter(
    (signal) => wanted.has(signal.code) && signal.occurredAt.getTime() >= from,
  );
}

/** The entity carries one of these signals, from enough persons or records, recently enough. */
export const signalOperator = operator<SignalArgs>({
  key: 'signal',
  schema: signalArgs,
  problems: (_args, subject) => onlyEntity(subject),
  compile: (args): Condition => {
    const wanted = setOf(args.signal);
    const seen = (facts: Facts) => carried(facts, wanted, args.days);
    return asking(
      (facts) => {
        const found = seen(facts);
        if (found.length === 0 || total(found, (s) => s.times) < (args.times ?? 1)) return false;
        return args.persons === undefined || total(found, (s) => s.persons) >= args.persons;
      },
      (facts, held) => saySignals(args, seen(facts), held),
    );
  },
  claims: (args) => {
    const { persons, times = 1 } = args;
    const often = carriedClaim('times', args, times);
    return {
      says: `${inDays(args)}有信号 ${listOf(args.signal).join('、')}`,
      ...(persons === undefined
        ? { exact: often }
        : { implied: [often, carriedClaim('persons', args, persons)] }),
    };
  },
  asks: ({ signal }) => [{ kind: 'signal', codes: listOf(signal) }],
  tells: (args) => {
    const needed = neededOf(args);
    return `${inDays(args)}有下列任一信号：${listOf(args.signal).join('、')}${needed === '' ? '' : `，${needed}`}`;
  },
});

/** What is carried is known of every entity: it may be nothing. */
const carriedClaim = (
  what: 'times' | 'persons',
  { signal, days = Infinity }: Pick<SignalArgs, 'signal' | 'days'>,
  atLeast: number,
): Claim =>
  tallyClaim(`signal ${what}`, { atLeast }, { codes: listOf(signal), reach: days, always: true });

const inDays = ({ days }: Pick<SignalArgs, 'days'>): string =>
  days === undefined ? '' : `近${days}天`;

function saySignals(args: SignalArgs, found: readonly FactSignal[], held: boolean): string {
  const when = inDays(args);
  if (found.length === 0) return `${when}没有 ${someOf(listOf(args.signal))}`;
  const [times, persons] = [total(found, (s) => s.times), total(found, (s) => s.persons)];
  const what = someOf([...new Set(found.map(({ code }) => code))]);
  return `${when}有 ${times} 条、${persons} 人反映（${what}）${held ? '' : `，要求${neededOf(args)}`}`;
}

const neededOf = ({ times, persons }: SignalArgs): string =>
  [
    ...(times === undefined ? [] : [`不少于 ${times} 条`]),
    ...(persons === undefined ? [] : [`不少于 ${persons} 人`]),
  ].join('且');

const CODES_SHOWN = 4;
const someOf = (codes: readonly string[]): string =>
  codes.slice(0, CODES_SHOWN).join('、') +
  (codes.length > CODES_SHOWN ? ` 等 ${codes.length} 种信号` : '');

const sequenceArgs = z.strictObject({
  sequence: z.tuple([codes, codes]),
  days: z.number().int().positive(),
});

/** One signal came first and another followed within so many days. */
export const sequenceOperator = operator<z.infer<typeof sequenceArgs>>({
  key: 'sequence',
  schema: sequenceArgs,
  problems: (_args, subject) => onlyEntity(subject),
  compile: (args): Condition => {
    const [first, then] = [setOf(args.sequence[0]), setOf(args.sequence[1])];
    const gapOf = (facts: Facts): number | null =>
      shortestGap(carried(facts, first, undefined), carried(facts, then, undefined));
    return asking(
      (facts) => (gapOf(facts) ?? Infinity) <= args.days,
      (facts, held) => {
        const gap = gapOf(facts);
        const [before, after] = args.sequence.map((one) => someOf(listOf(one)));
        if (gap === null) return `没有先出现 ${before}、后出现 ${after}`;
        return `先后相隔 ${Math.floor(gap)} 天${held ? '' : `，要求不超过 ${args.days} 天`}`;
      },
    );
  },
  claims: ({ sequence }) => ({
    says: `先有 ${listOf(sequence[0]).join('、')}，后有 ${listOf(sequence[1]).join('、')}`,
    implied: sequence.map((signal) => carriedClaim('times', { signal }, 1)),
  }),
  asks: ({ sequence }) => [{ kind: 'signal', codes: sequence.flatMap(listOf) }],
  tells: ({ sequence: [first, then], days }) =>
    `先有 ${listOf(first).join('、')}，后有 ${listOf(then).join('、')}，相隔不超过 ${days} 天`,
});

function shortestGap(first: readonly FactSignal[], then: readonly FactSignal[]): number | null {
  const gaps = first.flatMap((a) =>
    then.map((b) => (b.occurredAt.getTime() - a.occurredAt.getTime()) / DAY),
  );
  const forward = gaps.filter((gap) => gap >= 0);
  return forward.length === 0 ? null : Math.min(...forward);
}
