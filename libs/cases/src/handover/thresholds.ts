/** What makes half the sum enough: article 3, paragraph 2, items 1 to 3 of the interpretation. */
export const AGGRAVATIONS = {
  convicted: '曾因非法集资受过刑事追究',
  penalised: '二年内曾因非法集资受过行政处罚',
  influence: '造成恶劣社会影响或者其他严重后果',
} as const;
export type Aggravation = keyof typeof AGGRAVATIONS;
export const AGGRAVATION_KINDS = Object.keys(AGGRAVATIONS) as Aggravation[];

/** What is known of a case; null is not known, never zero. */
export interface KnownSums {
  /** Yuan taken in. */
  readonly amount: number | null;
  readonly people: number | null;
  /** Yuan lost by those who paid in. */
  readonly losses: number | null;
  readonly aggravated: readonly Aggravation[];
}

type Measure = 'amount' | 'people' | 'losses';

/** One line of the law: so much of this makes that. */
interface Threshold {
  readonly crime: string;
  readonly grade: string;
  readonly measure: Measure;
  readonly atLeast: number;
  readonly article: string;
  /** Counts only with one of these. */
  readonly needs: readonly Aggravation[];
}

/** A line of the law held against what is known; a lead, not a finding. */
export interface ThresholdRow extends Threshold {
  readonly law: string;
  readonly known: number | null;
  /** Null: what it takes is not known. */
  readonly reached: boolean | null;
}

const LAW =
  '《最高人民法院关于审理非法集资刑事案件具体应用法律若干问题的解释》（2022年3月1日起施行）';
const ANY = AGGRAVATION_KINDS;
const INFLUENCE: readonly Aggravation[] = ['influence'];
const DEPOSITS = '非法吸收公众存款';
const FRAUD = '集资诈骗（须以非法占有为目的）';

type Line = readonly [
  article: string,
  measure: Measure,
  atLeast: number,
  needs?: readonly Aggravation[],
];

const graded = (crime: string, grade: string, lines: readonly Line[]): Threshold[] =>
  lines.map(([article, measure, atLeast, needs = []]) => ({
    crime,
    grade,
    article,
    measure,
    atLeast,
    needs,
  }));

/** The thresholds of the interpretation, articles 3, 4, 5 and 8; yuan and people. */
const THRESHOLDS: readonly Threshold[] = [
  ...graded(DEPOSITS, '追究刑事责任', [
    ['第三条第一款第一项', 'amount', 1_000_000],
    ['第三条第一款第二项', 'people', 150],
    ['第三条第一款第三项', 'losses', 500_000],
    ['第三条第二款', 'amount', 500_000, ANY],
    ['第三条第二款', 'losses', 250_000, ANY],
  ]),
  ...graded(DEPOSITS, '数额巨大或者有其他严重情节', [
    ['第四条第一款第一项', 'amount', 5_000_000],
    ['第四条第一款第二项', 'people', 500],
    ['第四条第一款第三项', 'losses', 2_500_000],
  ]),
  ...graded(DEPOSITS, '其他严重情节', [
    ['第四条第二款', 'amount', 2_500_000, INFLUENCE],
    ['第四条第二款', 'losses', 1_500_000, INFLUENCE],
  ]),
  ...graded(DEPOSITS, '数额特别巨大或者有其他特别严重情节', [
    ['第五条第一款第一项', 'amount', 50_000_000],
    ['第五条第一款第二项', 'people', 5000],
    ['第五条第一款第三项', 'losses', 25_000_000],
  ]),
  ...graded(DEPOSITS, '其他特别严重情节', [
    ['第五条第二款', 'amount', 25_000_000, INFLUENCE],
    ['第五条第二款', 'losses', 15_000_000, INFLUENCE],
  ]),
  ...graded(FRAUD, '数额较大', [['第八条第一款', 'amount', 100_000]]),
  ...graded(FRAUD, '数额巨大', [['第八条第一款', 'amount', 1_000_000]]),
  ...graded(FRAUD, '其他严重情节', [['第八条第二款', 'amount', 500_000, INFLUENCE]]),
];

/** Holds what is known of a case against every threshold of the 2022 interpretation. */
export const thresholdsOf = (known: KnownSums): ThresholdRow[] =>
  THRESHOLDS.map((threshold) => ({
    ...threshold,
    law: LAW,
    known: known[threshold.measure],
    reached: isReached(threshold, known),
  }));

/** What lacks its circumstance is not reached, whatever the sum. */
function isReached({ measure, atLeast, needs }: Threshold, known: KnownSums): boolean | null {
  if (needs.length > 0 && !needs.some((one) => known.aggravated.includes(one))) return false;
  const value = known[measure];
  return value === null ? null : value >= atLeast;
}
