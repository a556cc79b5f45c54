import type { ListColumn } from '@risk/assembly';
import { LEDGER_DUTIES, ledgerSheet, type Ledger, type LedgerLine } from '@risk/cases';
import { dutyName, tierName, type Cell } from '@risk/domain';
import { chinaDay, chinaTime, Invalid, isCalendarDay, readForm } from '@risk/kit';
import {
  DUTY_SORTS,
  FINDING_SORTS,
  LEDGER_OUTCOMES,
  type LedgerDutyQuestion,
  type LedgerFinding,
  type LedgerFindingQuestion,
} from '@risk/store';
import { z } from 'zod';
import { listForm, listQuestion } from '../lists/list-form.js';
import type { Names } from '../pages/words.js';
import { asked } from '../query.js';

const day = z.string().refine(isCalendarDay, '不是日期，应为 yyyy-mm-dd');
const period = {
  from: day,
  to: day.optional(),
  unit: asked.code.optional(),
  samples: z.enum(['true', 'false']).default('false'),
};

/** What may be asked of the duties behind the ledger. */
export const ledgerDutiesForm = z.strictObject({
  ...listForm(DUTY_SORTS, 'dueAt'),
  ...period,
  kind: z.enum(LEDGER_DUTIES).optional(),
  outcome: z.enum(LEDGER_OUTCOMES).default('owed'),
});

/** What may be asked of the findings behind the ledger. */
export const ledgerFindingsForm = z.strictObject({
  ...listForm(FINDING_SORTS, '-at'),
  ...period,
  verdict: z.enum(['confirmed', 'refuted']),
});

interface AskedPeriod {
  readonly from: string;
  readonly to?: string | undefined;
  readonly unit?: string | undefined;
  readonly samples: 'true' | 'false';
}

/** Reads which duties behind the ledger somebody wants. */
export function readLedgerDuties(query: unknown, now: Date): LedgerDutyQuestion {
  const { kind, outcome, from, to, unit, samples, ...list } = readForm(ledgerDutiesForm, query);
  const of = figureOf({ from, to, unit, samples }, now);
  return { ...listQuestion(list), ...of, kind: kind ?? null, outcome, now };
}

/** Reads which findings behind the ledger somebody wants. */
export function readLedgerFindings(query: unknown, now: Date): LedgerFindingQuestion {
  const { verdict, from, to, unit, samples, ...list } = readForm(ledgerFindingsForm, query);
  return { ...listQuestion(list), ...figureOf({ from, to, unit, samples }, now), verdict };
}

function figureOf({ from, to, unit, samples }: AskedPeriod, now: Date) {
  const last = to ?? chinaDay(now);
  if (from > last) throw new Invalid(`from：起始日 ${from} 晚于截止日 ${last}`);
  return { from, to: last, unit: unit ?? null, samples: samples === 'true' };
}

/** The columns of the ledger's own sheet, then how long things took. */
export function ledgerColumns(ledger: Ledger): readonly ListColumn<LedgerLine>[] {
  const { columns, rows } = ledgerSheet(ledger);
  const cellsOf = new Map(ledger.lines.map((line, at) => [line, rows[at] ?? []]));
  const counted = columns.map((title, at) => ({
    title,
    width: at === 0 ? 30 : 14,
    cell: (line: LedgerLine): Cell => cellsOf.get(line)?.[at] ?? null,
  }));
  const times = LEDGER_DUTIES.map((kind) => ({
    title: `${dutyName(kind)}用时中位数（小时）`,
    width: 24,
    cell: ({ medianHours }: LedgerLine): Cell => tenths(medianHours?.[kind] ?? null),
  }));
  return [...counted, ...times];
}

const tenths = (hours: number | null): number | null =>
  hours === null ? null : Math.round(hours * 10) / 10;

/** Findings as a workbook. */
export const findingColumns = (names: Names): readonly ListColumn<LedgerFinding>[] => [
  { title: '单位', width: 30, cell: ({ unit }) => names.unit(unit) },
  { title: '结论', cell: ({ kind }) => (kind === 'confirmed' ? '查实' : '排除') },
  { title: '主体', width: 30, cell: ({ entityName }) => entityName },
  { title: '预警等级', cell: ({ tier }) => tierName(tier) },
  { title: '预警编号', cell: ({ alertId }) => alertId },
  { title: '时间', cell: ({ at }) => chinaTime(at) },
  { title: '由谁', cell: ({ by }) => by },
  { title: '理由', width: 40, cell: ({ because }) => because },
  { title: '样例', cell: ({ sample }) => (sample ? '样例' : '') },
];
