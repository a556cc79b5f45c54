import type { Payload } from '@risk/domain';
import { mapRow, parsePayload, type CompiledPreset, type PresetBook, type Row } from '@risk/intake';
import { chinaMidnight, Invalid } from '@risk/kit';
import { areaUnderCurve, tierFigures, type Figure, type Graded } from './figures.js';
import type { FirmRecord, IndexFirm } from './index-firm.js';

/** What the rows of the set are judged with. */
export interface FirmBench {
  readonly indexFirm: IndexFirm;
  readonly presets: PresetBook;
  readonly tiers: Readonly<Record<string, number>>;
}

type Json = Readonly<Record<string, unknown>>;

const SET = 'labelled-firms';

/** Measures how the index of a firm, from its year reports, taxes, news and court counts, sets firms apart. */
export function measureFirms(rows: readonly Json[], bench: FirmBench): Figure[] {
  const firms = rows.map((row) => firmOf(row, bench.presets));
  const at = newest(firms.flatMap((firm) => firm.moments));
  const graded = firms.map((firm): Graded => {
    const background = firm.background.map((payload) => ({ payload, occurredAt: at }));
    const score = bench.indexFirm([...firm.reports, ...background], at);
    return { score, positive: firm.positive };
  });
  const reported = graded.filter((_, i) => (firms[i]?.reports.length ?? 0) > 0);
  const scores = graded.map(({ score }) => score);
  return [
    figure('auc-with-year-report', reported),
    figure('auc-all-rows', graded),
    ...tierFigures(SET, scores, bench.tiers).filter((f) => f.figure.startsWith('blue')),
  ];
}

const figure = (name: string, rows: readonly Graded[]): Figure => ({
  set: SET,
  figure: name,
  value: areaUnderCurve(rows),
  n: rows.length,
});

/** One row of the set as records that the registration feed would bring. */
interface Firm {
  readonly positive: boolean;
  readonly reports: readonly FirmRecord[];
  /** What was counted about it up to the moment of the set. */
  readonly background: readonly Payload[];
  /** Moments that the row tells of. */
  readonly moments: readonly Date[];
}

function firmOf(row: Json, presets: PresetBook): Firm {
  const name = String(row['id']);
  const reports = yearReports(row).map((report) => ({
    payload: imported(presetOf(presets, 'annual-report'), { ...report, ENTNAME: name }),
    occurredAt: dueDateOf(report),
  }));
  const counts = countsOf(row);
  const counted = Object.values(counts).some((count) => count > 0);
  return {
    positive: row['illegalFundraising'] === 1,
    reports,
    background: counted
      ? [imported(presetOf(presets, 'firm-background'), { ...counts, ENTNAME: name })]
      : [],
    moments: [...reports.map(({ occurredAt }) => occurredAt), ...newsDays(row)],
  };
}

const listOf = (row: Json, key: string): readonly Json[] => {
  const list = row[key];
  return Array.isArray(list) ? (list as Json[]) : [];
};

/** One report a year: a later one of the same year replaces it, as its key does in an import. */
function yearReports(row: Json): Json[] {
  const whole = listOf(row, 'yearReports').map(withoutPointZero);
  return [...new Map(whole.map((report) => [report['ANCHEYEAR'], report])).values()];
}

/** The set writes whole numbers as 2018.0. */
const withoutPointZero = (cells: Json): Json =>
  Object.fromEntries(
    Object.entries(cells).map(([key, cell]) => [key, String(cell).replace(/\.0$/, '')]),
  );

/** Reports of a year are due by the end of June of the next (企业信息公示暂行条例第八条). */
const dueDateOf = (report: Json): Date => chinaMidnight(`${Number(report['ANCHEYEAR']) + 1}-06-30`);

function countsOf(row: Json): Readonly<Record<string, number>> {
  const news = listOf(row, 'news');
  const judgments = listOf(row, 'other').map((one) => Number(one['legal_judgment_num'] ?? 0));
  return {
    LEGAL_JUDGMENT_NUM: Math.max(0, ...judgments.filter(Number.isFinite)),
    NEWS_NUM: news.length,
    NEGATIVE_NEWS_NUM: news.filter((one) => one['positive_negtive'] === '消极').length,
    LATE_FEE_NUM: listOf(row, 'tax').filter((one) => String(one['TAX_ITEMS']).includes('滞纳金'))
      .length,
  };
}

const newsDays = (row: Json): Date[] =>
  listOf(row, 'news').flatMap((one) => {
    const day = /^\d{4}-\d{2}-\d{2}/.exec(String(one['public_date']))?.[0];
    return day === undefined ? [] : [chinaMidnight(day)];
  });

const newest = (moments: readonly Date[]): Date =>
  new Date(moments.reduce((latest, moment) => Math.max(latest, moment.getTime()), 0));

function presetOf(presets: PresetBook, name: string): CompiledPreset {
  const preset = presets.get(name);
  if (!preset) throw new Invalid(`presets.yaml 里没有预设“${name}”，无法评测 ${SET}`);
  return preset;
}

/** Goes through the column mapping and the cleaning that a file of the registration feed goes through. */
function imported(preset: CompiledPreset, row: Row): Payload {
  const mapped = mapRow(preset, row, {
    source: { name: 'evaluate', regionCode: null },
    occurredAt: '2000-01-01T00:00:00+08:00',
  });
  const outcome = parsePayload('registration', mapped.value['payload']);
  if (outcome.kind === 'refused') throw new Invalid(`${SET}：${outcome.reason}`);
  return outcome.payload;
}
