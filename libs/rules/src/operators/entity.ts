import { z } from 'zod';
import { boundKeys, boundsProblem } from '../bounds.js';
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
const setOf = (list: string | readonly string[]): ReadonlySet<string> =>
  new Set(typeof list === 'string' ? [list] : list);
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
      (facts) => saySignals(args, seen(facts)),
    );
  },
});

function saySignals(args: SignalArgs, found: readonly FactSignal[]): string {
  const when = args.days === undefined ? '' : `近${args.days}天`;
  const what = typeof args.signal === 'string' ? args.signal : args.signal.join('、');
  if (found.length === 0) return `${when}没有 ${what}`;
  const [times, persons] = [total(found, (s) => s.times), total(found, (s) => s.persons)];
  return `${when}有 ${times} 条、${persons} 人反映（${what}）`;
}

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
      (facts) => {
        const gap = gapOf(facts);
        return gap === null ? '没有先后出现' : `先后相隔 ${Math.floor(gap)} 天`;
      },
    );
  },
});

function shortestGap(first: readonly FactSignal[], then: readonly FactSignal[]): number | null {
  const gaps = first.flatMap((a) =>
    then.map((b) => (b.occurredAt.getTime() - a.occurredAt.getTime()) / DAY),
  );
  const forward = gaps.filter((gap) => gap >= 0);
  return forward.length === 0 ? null : Math.min(...forward);
}
