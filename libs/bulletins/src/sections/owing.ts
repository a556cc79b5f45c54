import { dutyName, tierColour, type Block } from '@risk/domain';
import { chinaTime } from '@risk/kit';
import { writtenMoment } from '../written-moment.js';
import type { OverdueDuty, OwingUnit } from '../source.js';
import type { Ask, CityWords, Readings, Written } from './section.js';
import { section } from './section.js';
import { restText, shortTime, table, text, under, written, namedIn } from './writing.js';

interface Facts {
  readonly units: readonly OwingUnit[];
  readonly overdue: readonly OverdueDuty[];
}

/**
 * Overdue matters told one by one: the oldest. The table of units says who is late with how much; on
 * a phone twenty rows of matters made the mail ten screens long, and the annex holds them all.
 */
const HANDFUL = 5;

/** 待签收和逾期: who still owes what at the end of the period. */
export const owing = section('待签收与逾期', read, write);

async function read({ source }: Readings, ask: Ask): Promise<Facts> {
  return {
    units: await source.owing(ask),
    overdue: await source.overdue(ask, ask.thresholds.annex),
  };
}

const sumOf = (units: readonly OwingUnit[], count: (unit: OwingUnit) => number): number =>
  units.reduce((sum, unit) => sum + count(unit), 0);

function write({ units, overdue }: Facts, ask: Ask, words: CityWords): Written {
  const waiting = sumOf(units, (unit) => unit.unacknowledged);
  const late = sumOf(units, (unit) => unit.overdue);
  const lateUnits = units.filter((unit) => unit.overdue > 0).length;
  const figures = [
    { label: '待签收', value: String(waiting) },
    { label: '逾期未办', value: String(late) },
  ];
  const until = writtenMoment(ask.span.until);
  if (units.length === 0)
    return written({ blocks: [text(`截至${until}，没有待办事项。`)], figures });
  const words_ = `截至${until}，待签收 ${waiting} 件；${late === 0 ? '没有逾期' : `逾期 ${late} 项，涉及 ${lateUnits} 个单位`}。`;
  const listed = overdue.slice(0, Math.min(HANDFUL, ask.thresholds.listed));
  return written({
    blocks: [
      text(words_),
      unitTable([...units].sort(latestFirst), words),
      ...under(
        '逾期事项',
        listed.length === 0 ? [] : [overdueTable(listed, words), ...restText(late - listed.length)],
      ),
      text('时限为本地默认，非法定；已批准暂停计时的不算逾期。'),
    ],
    lead: words_,
    figures,
    named: namedIn(listed),
    sheets: overdue.length === 0 ? [] : [sheetOf(overdue, words)],
    isQuiet: false,
  });
}

/** Who is late with most comes first. */
const latestFirst = (a: OwingUnit, b: OwingUnit): number =>
  b.overdue - a.overdue || (a.unit < b.unit ? -1 : 1);

const unitTable = (units: readonly OwingUnit[], words: CityWords): Block =>
  table(
    ['单位', '待签收', '待反馈', '逾期', '最早到期'],
    units.map((unit) => [
      words.unitName(unit.unit),
      String(unit.unacknowledged),
      String(unit.unanswered),
      String(unit.overdue),
      unit.overdueSince === null ? '—' : shortTime(unit.overdueSince),
    ]),
    [5, 1.5, 1.5, 1.5, 2.5],
  );

const matterOf = ({ entityName, tier }: OverdueDuty, words: CityWords): string =>
  entityName === null
    ? '会议交办事项'
    : `${words.mask(entityName)}${tier === null ? '' : `（${tierColour(tier)}）`}`;

const overdueTable = (listed: readonly OverdueDuty[], words: CityWords): Block =>
  table(
    ['单位', '事项', '涉及', '应于', '已升级'],
    listed.map((duty) => [
      words.unitName(duty.unit),
      dutyName(duty.kind),
      matterOf(duty, words),
      shortTime(duty.dueAt),
      duty.rung === 0 ? '—' : `${duty.rung} 级`,
    ]),
    [4, 1.6, 5, 2, 1.4],
  );

const sheetOf = (overdue: readonly OverdueDuty[], words: CityWords) => ({
  name: '逾期事项',
  head: ['单位', '事项', '涉及', '应办时间', '已升级级数', '预警编号'],
  rows: overdue.map((duty) => [
    words.unitName(duty.unit),
    dutyName(duty.kind),
    matterOf(duty, words),
    chinaTime(duty.dueAt),
    duty.rung,
    duty.alertId,
  ]),
});
