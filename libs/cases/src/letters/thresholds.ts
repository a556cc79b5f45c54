import {
  AGGRAVATION_KINDS,
  AGGRAVATIONS,
  thresholdsOf,
  type Aggravation,
  type ThresholdRow,
} from '../handover/thresholds.js';
import type { Sums } from './facts.js';
import { LEAD_ONLY, UNKNOWN, yuan } from './phrases.js';

const FIGURES = {
  amount: { says: '吸收资金数额', form: yuan },
  people: { says: '吸收资金对象', form: (n: number) => `${n}人` },
  losses: { says: '造成直接经济损失数额', form: yuan },
} as const;

/** 标准 | 本案所知 | 是否达到 | 说明; graver ones and fraud only where they are reached. */
export function thresholdRows(
  sums: Sums,
  aggravated: readonly Aggravation[],
): readonly (readonly string[])[] {
  return thresholdsOf({ ...sums, aggravated: AGGRAVATION_KINDS })
    .filter(({ crime, grade, reached }) => isFirst(crime, grade) || reached === true)
    .map((row) => {
      const { says, form } = FIGURES[row.measure];
      return [
        `${crimeIfOther(row.crime)}${says}在${form(row.atLeast)}以上${circumstances(row)}（${row.article}）`,
        row.known === null ? UNKNOWN : form(row.known),
        verdictOn(row, aggravated),
        LEAD_ONLY,
      ];
    });
}

const DEPOSITS = '非法吸收公众存款';
const isFirst = (crime: string, grade: string): boolean =>
  crime === DEPOSITS && grade === '追究刑事责任';
/** The table is about deposits; a line of another crime says so. */
const crimeIfOther = (crime: string): string => (crime === DEPOSITS ? '' : `${crime}：`);

function circumstances({ needs }: ThresholdRow): string {
  if (needs.length === 0) return '';
  const words = needs.map((one) => AGGRAVATIONS[one]).join('、');
  return `，同时具有${words}${needs.length > 1 ? '的情节之一' : ''}`;
}

/** Whether a circumstance is there is for people to judge, unless they said so. */
function verdictOn({ reached, needs }: ThresholdRow, aggravated: readonly Aggravation[]): string {
  if (reached === null) return UNKNOWN;
  if (!reached) return '未达到';
  const isGiven = needs.length === 0 || needs.some((one) => aggravated.includes(one));
  return isGiven ? '达到' : '数额达到，情节待查';
}
