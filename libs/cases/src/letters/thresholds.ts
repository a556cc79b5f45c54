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

/** 标准 | 本案所知 | 是否达到 | 说明; graver ones only where they are reached. */
export function thresholdRows(
  sums: Sums,
  aggravated: readonly Aggravation[],
): readonly (readonly string[])[] {
  return thresholdsOf({ ...sums, aggravated: AGGRAVATION_KINDS })
    .filter(
      ({ crime, grade, reached }) => isDeposits(crime) && (isLiable(grade) || reached === true),
    )
    .map((row) => {
      const { says, form } = FIGURES[row.measure];
      return [
        `${says}在${form(row.atLeast)}以上${circumstances(row)}（${row.article}）`,
        row.known === null ? UNKNOWN : form(row.known),
        verdictOn(row, aggravated),
        LEAD_ONLY,
      ];
    });
}

const isDeposits = (crime: string): boolean => crime === '非法吸收公众存款';
const isLiable = (grade: string): boolean => grade === '追究刑事责任';

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
