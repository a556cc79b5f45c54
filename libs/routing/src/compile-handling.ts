import { refuse, repeated, shaped, type ConfigProblem } from '@risk/kit';
import { DUTY_KINDS, isHigher, type AlertTier, type DutyKind } from '@risk/domain';
import { isSurelyShorter, type Allowance } from './allowance.js';
import { channelProblems, type ChannelBook } from './channels.js';
import {
  LADDER_TARGETS,
  handlingSchema,
  type HandlingData,
  type LadderTarget,
} from './handling-schema.js';

/** When a duty is recalled before its deadline, and who hears of it after. */
export interface Ladder {
  readonly remind: readonly { readonly before: Allowance }[];
  readonly escalate: readonly { readonly after: Allowance; readonly to: LadderTarget }[];
  readonly basis: string;
}

/** How alerts are told, recalled, escalated, grouped and held back; every value a local default. */
export interface HandlingPolicy {
  readonly channels: ChannelBook;
  readonly ladder: Readonly<Record<DutyKind, Ladder>>;
  readonly cooldown: {
    readonly days: Readonly<Record<AlertTier, number>>;
    readonly basis: string;
  };
  readonly inhibit: readonly {
    readonly by: AlertTier;
    readonly what: readonly AlertTier[];
    readonly basis: string;
  }[];
  readonly flood: {
    readonly newRuleDays: number;
    readonly perHour: number;
    readonly basis: string;
  };
  readonly digest: {
    readonly tiers: readonly AlertTier[];
    /** Minutes after midnight in China, ascending. */
    readonly at: readonly number[];
    readonly basis: string;
  };
  readonly grouping: { readonly ties: readonly string[]; readonly basis: string };
}

const FILE = 'handling.yaml';

/** Turns the content of handling.yaml into a policy, or refuses it with every problem named. */
export function compileHandling(data: unknown): HandlingPolicy {
  const policy = shaped(FILE, handlingSchema, data);
  refuse(FILE, [
    ...badChannels(policy.channels),
    ...DUTY_KINDS.flatMap((kind) => badLadder(policy.ladder[kind], ['ladder', kind])),
    ...badInhibitions(policy.inhibit),
    ...badDigest(policy.digest),
    ...repeated(policy.grouping.ties, (at) => ['grouping', 'ties', at]),
  ]);
  return policy;
}

function badChannels({ default: usual, webhooks }: HandlingData['channels']): ConfigProblem[] {
  return [
    ...repeated(
      webhooks.map(({ code }) => code),
      (at) => ['channels', 'webhooks', at, 'code'],
    ),
    ...channelProblems(usual, ['channels', 'default'], webhooks),
  ];
}

function badLadder(
  { remind, escalate }: HandlingData['ladder'][DutyKind],
  path: readonly PropertyKey[],
): ConfigProblem[] {
  const reminders = remind.flatMap(({ before }, at) => {
    const earlier = remind[at - 1];
    if (!earlier || isSurelyShorter(before, earlier.before)) return [];
    const message = '提醒应由远到近：须短于前一次的 before';
    return [{ path: [...path, 'remind', at, 'before'], message }];
  });
  const steps = escalate.flatMap((step, at) => {
    const lower = escalate[at - 1];
    return lower ? badStep(lower, step, [...path, 'escalate', at]) : [];
  });
  return [...reminders, ...steps];
}

function badStep(
  lower: Ladder['escalate'][number],
  { after, to }: Ladder['escalate'][number],
  path: readonly PropertyKey[],
): ConfigProblem[] {
  const problems: ConfigProblem[] = [];
  if (!isSurelyShorter(lower.after, after))
    problems.push({
      path: [...path, 'after'],
      message: '升级应逐级推后：须晚于前一级的 after（工作小时在前，工作日在后）',
    });
  if (LADDER_TARGETS.indexOf(to) < LADDER_TARGETS.indexOf(lower.to))
    problems.push({
      path: [...path, 'to'],
      message: `升级只能往上：${lower.to} 之后不能再到 ${to}`,
    });
  return problems;
}

function badInhibitions(inhibit: HandlingData['inhibit']): ConfigProblem[] {
  const lists = inhibit.flatMap(({ by, what }, at) =>
    what.flatMap((tier, which) => {
      if (isHigher(by, tier)) return [];
      const message = tier === by ? `${by} 不能压下自己` : `${by} 不能压下更高的 ${tier}`;
      return [{ path: ['inhibit', at, 'what', which], message }];
    }),
  );
  const twice = repeated(
    inhibit.map(({ by }) => by),
    (at) => ['inhibit', at, 'by'],
  );
  return [...lists, ...twice];
}

function badDigest({ tiers, at }: HandlingData['digest']): ConfigProblem[] {
  const order = at.flatMap((minute, which) =>
    minute > (at[which - 1] ?? -1)
      ? []
      : [{ path: ['digest', 'at', which], message: '汇总时间应先后排列、不重复' }],
  );
  const urgent = tiers.flatMap((tier, which) =>
    tier === 'red' ? [{ path: ['digest', 'tiers', which], message: '红色预警不能等汇总' }] : [],
  );
  return [...order, ...urgent, ...repeated(tiers, (which) => ['digest', 'tiers', which])];
}
