import type { Sums } from './facts.js';
import { LEAD_ONLY, UNKNOWN, yuan } from './phrases.js';

type Figure = keyof Sums;

interface Threshold {
  readonly figure: Figure;
  readonly least: number;
  readonly article: string;
  /** What must come with the figure, and only people can judge. */
  readonly only: string | null;
  /** Shown even when it is not reached. */
  readonly always: boolean;
}

const FIGURES: Record<Figure, { readonly says: string; readonly form: (n: number) => string }> = {
  amount: { says: '吸收资金数额', form: yuan },
  people: { says: '吸收资金对象', form: (n) => `${n}人` },
  losses: { says: '造成直接经济损失数额', form: yuan },
};

const CIRCUMSTANCES =
  '同时具有曾因非法集资受过刑事追究、二年内曾因非法集资受过行政处罚、造成恶劣社会影响或者其他严重后果的情节之一';

const liable = (
  figure: Figure,
  least: number,
  article: string,
  only: string | null,
): Threshold => ({
  figure,
  least,
  article,
  only,
  always: true,
});
const graver = (figure: Figure, least: number, article: string): Threshold => ({
  figure,
  least,
  article,
  only: null,
  always: false,
});

/** Articles 3 to 5 of the interpretation in force since 2022-03-01; sums in yuan. */
const THRESHOLDS: readonly Threshold[] = [
  liable('amount', 1_000_000, '第三条第一款第一项', null),
  liable('people', 150, '第三条第一款第二项', null),
  liable('losses', 500_000, '第三条第一款第三项', null),
  liable('amount', 500_000, '第三条第二款', CIRCUMSTANCES),
  liable('losses', 250_000, '第三条第二款', CIRCUMSTANCES),
  graver('amount', 5_000_000, '第四条第一款第一项'),
  graver('people', 500, '第四条第一款第二项'),
  graver('losses', 2_500_000, '第四条第一款第三项'),
  graver('amount', 50_000_000, '第五条第一款第一项'),
  graver('people', 5000, '第五条第一款第二项'),
  graver('losses', 25_000_000, '第五条第一款第三项'),
];

/** 标准 | 本案所知 | 是否达到 | 说明; graver ones only where they are reached. */
export function thresholdRows(sums: Sums): readonly (readonly string[])[] {
  return THRESHOLDS.filter(
    ({ always, figure, least }) => always || reaches(sums[figure], least),
  ).map(({ figure, least, article, only }) => {
    const { says, form } = FIGURES[figure];
    const known = sums[figure];
    return [
      `${says}在${form(least)}以上${only === null ? '' : `，${only}`}（${article}）`,
      known === null ? UNKNOWN : form(known),
      verdictOn(known, least, only),
      LEAD_ONLY,
    ];
  });
}

const reaches = (known: number | null, least: number): boolean => known !== null && known >= least;

function verdictOn(known: number | null, least: number, only: string | null): string {
  if (known === null) return UNKNOWN;
  if (known < least) return '未达到';
  return only === null ? '达到' : '数额达到，情节待查';
}
