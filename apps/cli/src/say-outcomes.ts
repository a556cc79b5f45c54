import type { KnownShare, OutcomeReport, Precision } from '@risk/cases';
import { tierName, type Engine } from '@risk/domain';

const rounded = (value: number | null): number | null =>
  value === null ? null : Math.round(value * 10_000) / 10_000;

/** A figure of the report as one line of JSON. */
type Figure = Readonly<Record<string, unknown>> & { readonly figure: string };

/** Every figure of a report, each with the number of cases that it rests on. */
export function reportFigures(report: OutcomeReport): Figure[] {
  const { period, overall, parts, tiers, settled, small, confirmedCases, leadTime } = report;
  const { median, n, ...spread } = leadTime;
  return [
    { figure: 'alerts', value: report.alerts, byPerson: report.byPerson, ...period },
    precisionFigure({ figure: 'precision' }, overall),
    ...parts.map(({ engine, code, ...precision }) =>
      precisionFigure({ figure: 'precision', engine, code }, precision),
    ),
    ...tiers.map(({ tier, ...precision }) =>
      precisionFigure({ figure: 'precision', tier }, precision),
    ),
    shareFigure('settled-administratively', settled),
    shareFigure('under-ten-million-and-hundred', small),
    {
      figure: 'alerts-per-confirmed-case',
      value: rounded(report.alertsPerConfirmedCase),
      n: confirmedCases,
    },
    { figure: 'lead-time-days', value: median, n, ...spread },
  ];
}

const shareFigure = (figure: string, { value, low, high, ...counts }: KnownShare): Figure => ({
  figure,
  value: rounded(value),
  low: rounded(low),
  high: rounded(high),
  ...counts,
});

function precisionFigure(what: Figure, { value, low, high, ...counts }: Precision): Figure {
  return { ...what, value: rounded(value), low: rounded(low), high: rounded(high), ...counts };
}

const ENGINES: Readonly<Record<Engine, string>> = {
  rules: '规则',
  keywords: '词库',
  numbers: '数字',
  classifier: '分类',
};

const share = (
  { value, low, high, n }: Precision | KnownShare,
  nothing = '尚无查实或排除的',
): string => {
  const percent = (part: number): string => `${(part * 100).toFixed(0)}%`;
  return value === null
    ? nothing
    : `${percent(value)}（n=${n}，95% 区间 ${percent(low)}–${percent(high)}）`;
};

const line = (name: string, p: Precision): string =>
  `${name.padEnd(34)}预警 ${String(p.alerts).padStart(4)}  查实 ${String(p.confirmed).padStart(3)}  排除 ${String(p.refuted).padStart(3)}  未定 ${String(p.undecided).padStart(4)}  查准率 ${share(p)}`;

/** The report as a table for people. */
export function reportTable(report: OutcomeReport): string[] {
  const { period, parts, tiers, byPerson, overall } = report;
  const raised = byPerson === 0 ? '' : `；另有人工提出的 ${byPerson} 件，不计入`;
  return [
    `预警 ${period.from} 至 ${period.to}${raised}`,
    line('全部', overall),
    ...tiers.map((tier) => line(tierName(tier.tier), tier)),
    ...parts.map((part) => line(`${ENGINES[part.engine]} ${part.code}`, part)),
    ...shareLines(report),
    caseLine(report),
    ...leadLines(report),
  ];
}

/** Shares of cases, with what is not known said aloud. */
function shareLines({ settled, small }: OutcomeReport): string[] {
  const settledWords = share(settled, '不知道：还没有已知怎样处置的');
  const smallWords = share(small, '不知道：还没有既知损失又知人数的');
  return [
    `行政化解率　${settledWords}`,
    ...(settled.unknown > 0 ? [`  查实而不知道怎样处置的 ${settled.unknown} 案，未计入`] : []),
    `千万百人以下占比　${smallWords}`,
    ...(small.unknown > 0 ? [`  不知道损失或人数的 ${small.unknown} 案，未计入`] : []),
  ];
}

const caseLine = ({ alertsPerConfirmedCase, confirmedCases }: OutcomeReport): string =>
  alertsPerConfirmedCase === null
    ? '每查实一案的预警数　不知道：还没有查实的'
    : `每查实一案的预警数　${alertsPerConfirmedCase.toFixed(1)}（查实 ${confirmedCases} 案）`;

function leadLines({ leadTime }: OutcomeReport): string[] {
  const { median, lowerQuartile, upperQuartile, n, negative, unknown, missed } = leadTime;
  const measured =
    median === null || lowerQuartile === null || upperQuartile === null
      ? '不知道：没有既有预警又有暴露日期的'
      : `中位 ${median} 天（四分位 ${lowerQuartile} 至 ${upperQuartile}，n=${n}）`;
  return [
    `提前量（首次预警到暴露）　${measured}`,
    ...(negative > 0 ? [`  其中暴露之后才预警的 ${negative} 案`] : []),
    ...(unknown > 0 ? [`  查实但不知道暴露日期的 ${unknown} 案，未计入`] : []),
    ...(missed > 0 ? [`  查实而从未预警的 ${missed} 案，没有提前量`] : []),
  ];
}
