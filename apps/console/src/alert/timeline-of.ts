import type { LogLine, Notice, WholeAlert } from '../api/alert.js';
import { TIER_NAMES } from '../shown/tier.js';
import {
  ANSWER_WORDS,
  DUTY_WORDS,
  NOTICE_KINDS,
  SCHEME_WORDS,
  STAGE_WORDS,
  VERDICT_WORDS,
  wordOf,
} from '../shown/words.js';
import { HAPPENINGS, STEPS } from './words.js';
import { entryWords } from './entry-words.js';

/** What kind of thing happened, by which the line can be narrowed. */
export const LINES = ['all', 'work', 'tier', 'notice', 'paper'] as const;
export type Line = (typeof LINES)[number];
export const LINE_WORDS: Readonly<Record<Line, string>> = {
  ...{ all: '全部', work: '办理', tier: '等级', notice: '通知', paper: '文书材料' },
};

/** One thing that happened. */
export interface Happening {
  readonly key: string;
  readonly at: string;
  readonly line: Exclude<Line, 'all'>;
  readonly by: string;
  readonly what: string;
  readonly why: string | null;
  /** The other alert that it names. */
  readonly other: string | null;
}

type UnitName = (code: string) => string;

const plain = { why: null, other: null } as const;
const TIER_STEPS: Readonly<Record<string, string>> = {
  ...{ raised: '首次预警', upgraded: '升级', lowered: '降级' },
  differs: '模型判断与人工等级不同，模型为',
};

/** All that happened to an alert, from every part of the house, in one line of time; the oldest first. */
export function timelineOf(whole: WholeAlert): Happening[] {
  const nameOf: UnitName = (code) => whole.units.find((one) => one.code === code)?.name ?? code;
  const all = [
    ...whole.life.log.map((line) => ofLog(line, nameOf)),
    ...ofNotices(whole.notices),
    ...ofDuties(whole, nameOf),
    ...ofVerifications(whole),
    ...ofPapers(whole),
    ...ofJudgements(whole),
  ];
  // Sorting keeps the order of what happened at one moment.
  return all.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}

function ofLog(line: LogLine, nameOf: UnitName): Happening {
  const { id, kind, by, unit, at, because, toTier, toStage, fromStage, news, detail } = line;
  const tierStep = TIER_STEPS[kind];
  const moved =
    toStage === null || toStage === fromStage ? '' : ` → ${wordOf(STAGE_WORDS, toStage)}`;
  const told = (key: string): string | null => {
    const value = detail?.[key];
    return typeof value === 'string' ? value : null;
  };
  const toUnit = told('toUnit');
  const toPerson = told('toPerson');
  const word = STEPS[kind] ?? wordOf(HAPPENINGS, kind);
  const what =
    tierStep === undefined
      ? `${word}${toUnit === null ? (toPerson ?? '') : `给${nameOf(toUnit)}`}${moved}`
      : `${tierStep} ${wordOf(TIER_NAMES, toTier)}`;
  return {
    ...{ key: `log-${id}`, at, line: tierStep === undefined ? 'work' : 'tier', what },
    by: by === null ? '系统' : unit === null ? by : `${by}（${nameOf(unit)}）`,
    why: because ?? newsWords(news),
    other: told('into') ?? told('from'),
  };
}

const newsWords = (news: readonly string[]): string | null =>
  news.length > 0 ? `新增理由：${news.slice(0, 3).join('；')}` : null;

/** Notices that went out together are one thing that happened. */
function ofNotices(notices: readonly Notice[]): Happening[] {
  const together = new Map<string, Notice[]>();
  for (const one of notices) {
    const key = `${one.createdAt} ${one.kind}`;
    together.set(key, [...(together.get(key) ?? []), one]);
  }
  return Array.from(together, ([key, list]) => {
    const units = [...new Set(list.map(({ to }) => to.unitName))];
    const failed = list.filter(({ state }) => state === 'refused' || state === 'unknown').length;
    const [first] = list;
    return {
      ...{
        key: `notice-${key}`,
        at: first?.createdAt ?? '',
        line: 'notice',
        by: '系统',
        other: null,
      },
      what: `${wordOf(NOTICE_KINDS, first?.kind ?? '')}通知 ${String(units.length)} 个单位`,
      why: `${units.join('、')}${failed > 0 ? `；其中 ${String(failed)} 封未送达或不明` : ''}`,
    };
  });
}

/** What was done by a step is told by that step; what was late is told besides. */
function ofDuties({ duties, life }: WholeAlert, nameOf: UnitName): Happening[] {
  const isTold = (unit: string, at: string): boolean =>
    life.log.some((line) => line.unit === unit && line.at === at);
  return duties.flatMap(({ id, kind, unit, doneAt, doneBy, dueAt }) => {
    if (doneAt === null) return [];
    const isLate = doneAt > dueAt;
    if (!isLate && isTold(unit, doneAt)) return [];
    return [
      {
        ...{ ...plain, key: `duty-${id}`, at: doneAt, line: 'work' as const },
        by: `${doneBy ?? ''}（${nameOf(unit)}）`,
        what: `${isLate ? '逾期' : ''}完成${wordOf(DUTY_WORDS, kind)}`,
      },
    ];
  });
}

function ofVerifications({ verifications }: WholeAlert): Happening[] {
  return verifications.flatMap(({ id, at, by, because, officers, entries }) => [
    {
      ...{ key: `verification-${id}`, at, by, line: 'work' as const, why: because, other: null },
      what: `提出核查任务 ${id}（核查人员 ${officers.join('、')}）`,
    },
    ...entries.map((entry) => ({
      ...{ key: `entry-${entry.id}`, at: entry.at, by: entry.by, line: 'work' as const },
      ...{ what: `核查：${entryWords(entry)}`, why: entry.because, other: null },
    })),
  ]);
}

function ofPapers({ life, letters, handOvers }: WholeAlert): Happening[] {
  const line = 'paper' as const;
  return [
    ...life.files.map(({ id, at, by, name, because }) => ({
      ...{
        key: `file-${id}`,
        at,
        by,
        line,
        what: `放入附件《${name}》`,
        why: because,
        other: null,
      },
    })),
    ...letters.map(({ id, at, by, title, number, because }) => ({
      ...{ key: `letter-${id}`, at, by, line, why: because, other: null },
      what: `签发《${title}》${number ?? ''}`,
    })),
    ...handOvers.flatMap(({ id, facts, receipts }) => [
      {
        ...{ key: `handover-${id}`, at: facts.at, by: facts.by, line, other: null },
        ...{ what: `移送${facts.to.name}（移送 ${id}）`, why: facts.because },
      },
      ...receipts.map((one) => ({
        ...{ key: `receipt-${one.id}`, at: one.at, by: one.by, line, other: null },
        ...{
          what: `回执：${wordOf(ANSWER_WORDS, one.answer)}${one.number ?? ''}`,
          why: one.because,
        },
      })),
    ]),
  ];
}

function ofJudgements({ alert }: WholeAlert): Happening[] {
  const decisions = alert.decisions.map(({ id, at, by, to, because }): Happening => {
    const what = to === null ? '撤回人工等级' : `人工定为${wordOf(TIER_NAMES, to)}`;
    return { key: `decision-${id}`, at, by, line: 'tier', what, why: because, other: null };
  });
  const outcomes = alert.outcomes.map(({ id, at, by, verdict, scheme, because }): Happening => {
    const kind = scheme === null ? '' : `（${wordOf(SCHEME_WORDS, scheme)}）`;
    const what = `登记结论：${wordOf(VERDICT_WORDS, verdict)}${kind}`;
    return { key: `outcome-${id}`, at, by, line: 'work', what, why: because, other: null };
  });
  return [...decisions, ...outcomes];
}
