import { z } from 'zod';
import type { WindowCount } from '@risk/domain';
import { boundKeys, boundsProblem, sayBounds } from '../bounds.js';
import { numberClaim, tallyClaim, type Claim } from '../claims.js';
import type { FactSignal, Facts, Subject } from '../facts.js';
import { asking, type Condition } from '../sight.js';
import { numberCondition } from './number.js';
import { operator } from './operator.js';

const WINDOWS = {
  complaints: '投诉举报件数',
  complainants: '投诉举报人数',
  advertisements: '广告条数',
  changes: '登记变更次数',
} as const;
const windowName = z.enum(['complaints', 'complainants', 'advertisements', 'changes']);
type WindowName = z.infer<typeof windowName>;
const windowDays = z.union([z.literal(7), z.literal(30), z.literal(90)]);
type Days = z.infer<typeof windowDays>;
const KEYS = { 7: 'd7', 30: 'd30', 90: 'd90' } as const satisfies Record<Days, keyof WindowCount>;

const onlyEntity = (subject: Subject): string[] =>
  subject === 'entity' ? [] : ['只有 feed: entity 的规则才能使用主体层面的条件'];
const listed = (problem: string | null): string[] => (problem === null ? [] : [problem]);
const windowOf = (facts: Facts, name: WindowName, days: Days): number | null =>
  facts.entity?.[name][KEYS[days]] ?? null;

const countArgs = z.strictObject({ count: windowName, days: windowDays, ...boundKeys });

/** How often something happened to the entity in the last 7, 30 or 90 days. */
export const countOperator = operator<z.infer<typeof countArgs>>({
  key: 'count',
  schema: countArgs,
  problems: (args, subject) => [...onlyEntity(subject), ...listed(boundsProblem(args))],
  compile: (args) =>
    numberCondition(`近${args.days}天${WINDOWS[args.count]}`, '', args, (facts) =>
      windowOf(facts, args.count, args.days),
    ),
  claims: ({ count, days, ...bounds }) => ({
    says: `近${days}天${WINDOWS[count]}${sayBounds(bounds)}`,
    exact: tallyClaim(`count ${count}`, bounds, { reach: days }),
  }),
});

const growthArgs = z.strictObject({
  growth: windowName,
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
    numberCondition(`近${args.days}天${WINDOWS[args.growth]}与此前日均之比`, '倍', args, (facts) =>
      growthOf(facts, args.growth, args.days, args.against),
    ),
  claims: ({ growth, days, against, ...bounds }) => ({
    says: `近${days}天${WINDOWS[growth]}与此前日均之比${sayBounds(bounds, '倍')}`,
    exact: numberClaim(`growth ${growth} ${days}/${against}`, bounds, { least: 0 }),
  }),
});

/** One event is assumed in a rest that shows none, so that a first event is no infinite growth. */
function growthOf(facts: Facts, name: WindowName, days: Days, against: Days): number | null {
  const [short, long] = [windowOf(facts, name, days), windowOf(facts, name, against)];
  if (short === null || long === null) return null;
  const before = Math.max(1, long - short) / (against - days);
  return short / days / before;
}

const codes = z.union([z.string().min(1), z.array(z.string().min(1)).min(1)]);
const listOf = (list: string | readonly string[]): readonly string[] =>
  typeof list === 'string' ? [list] : list;
const setOf = (list: string | readonly string[]): ReadonlySet<string> => new Set(listOf(list));
const DAY = 86_400_000;
const sum = (list: readonly FactSignal[], of: (s: FactSignal) => number): number =>
  list.reduce((total, signal) => total + of(signal), 0);

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
        if (found.length === 0 || sum(found, (s) => s.times) < (args.times ?? 1)) return false;
        return args.persons === undefined || sum(found, (s) => s.persons) >= args.persons;
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
  const [times, persons] = [sum(found, (s) => s.times), sum(found, (s) => s.persons)];
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
});

function shortestGap(first: readonly FactSignal[], then: readonly FactSignal[]): number | null {
  const gaps = first.flatMap((a) =>
    then.map((b) => (b.occurredAt.getTime() - a.occurredAt.getTime()) / DAY),
  );
  const forward = gaps.filter((gap) => gap >= 0);
  return forward.length === 0 ? null : Math.min(...forward);
}
