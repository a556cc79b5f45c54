import type { BacktestReport, ChangedEntity } from '@risk/assembly';
import type { CourseChange, Pair } from '@risk/assessment';
import { TIERS, tierName } from '@risk/domain';
import { chinaDay } from '@risk/kit';

const CHANGE_NAMES: Readonly<Record<CourseChange, string>> = {
  new: '新增预警',
  dropped: '不再预警',
  higher: '等级升高',
  lower: '等级降低',
  earlier: '更早预警',
  later: '更晚预警',
  same: '没有变化',
};

const ENTITIES_SHOWN = 30;
const CODES_SHOWN = 40;

/** The report as people read it. */
export function sayBacktest(report: BacktestReport): string[] {
  const { period, base, candidate, records, moved, suspected, entities } = report;
  const counts = Object.entries(entities) as [CourseChange, number][];
  return [
    `回测区间 ${period.from.getTime() <= 0 ? '最早' : chinaDay(period.from)} 至 ${chinaDay(period.to)}，记录 ${records} 条（等级变动 ${moved} 条），有信号的主体 ${suspected} 个`,
    `现行：规则 ${base.rules}，评分 ${base.scoring}，词库 ${base.lexicon}；候选：规则 ${candidate.rules}，评分 ${candidate.scoring}，词库 ${candidate.lexicon}`,
    '记录等级　　现行 → 候选',
    ...TIERS.map((tier) => `  ${tierName(tier)}　${sayPair(report.tiers[tier])}`),
    `主体　${counts.map(([change, n]) => `${CHANGE_NAMES[change]} ${n}`).join('，')}`,
    ...report.changed.slice(0, ENTITIES_SHOWN).map(sayEntity),
    ...more(report.changed.length, ENTITIES_SHOWN, '个主体，全部在标准输出'),
    ...sayCodes(report),
  ];
}

const sayPair = ({ base, candidate }: Pair): string => `${base} → ${candidate}`;

function sayEntity({ name, uscc, change, base, candidate }: ChangedEntity): string {
  const shown = change === 'dropped' || change === 'lower' ? base : candidate;
  const why = shown.reasons[0]?.because ?? '';
  const since = shown.firstAlertAt ? `，首次 ${chinaDay(shown.firstAlertAt)}` : '';
  return `  ${CHANGE_NAMES[change]}　${name}（${uscc ?? '无代码'}）${tierName(base.highest)} → ${tierName(candidate.highest)}${since}：${why}`;
}

/** Rules and words that count in more or fewer records than before. */
function sayCodes({ codes }: BacktestReport): string[] {
  const changed = [...codes]
    .filter(([, { base, candidate }]) => base !== candidate)
    .sort(([a, x], [b, y]) => shift(y) - shift(x) || (a < b ? -1 : 1));
  if (changed.length === 0) return ['各规则和词语触发的记录数没有变化'];
  return [
    '触发记录数有变化的规则和词语　　现行 → 候选',
    ...changed.slice(0, CODES_SHOWN).map(([code, pair]) => `  ${code}　${sayPair(pair)}`),
    ...more(changed.length, CODES_SHOWN, '项，全部在标准输出'),
  ];
}

const shift = ({ base, candidate }: Pair): number => Math.abs(candidate - base);

const more = (all: number, shown: number, what: string): string[] =>
  all > shown ? [`  ……共 ${all} ${what}`] : [];

/** The report as lines of JSON: a summary, then every entity that fares differently, then every code. */
export function* backtestLines(report: BacktestReport): Generator<object> {
  const { changed, codes, ...summary } = report;
  yield { kind: 'summary', ...summary };
  for (const entity of changed) yield { kind: 'entity', ...entity };
  for (const [code, pair] of codes) yield { kind: 'code', code, ...pair };
}
