import {
  ALERT_TIERS,
  SCHEMES,
  schemeName,
  stageName,
  tierColour,
  type Block,
  type Chart,
  type Scheme,
  type Sheet,
  type Tier,
} from '@risk/domain';
import { chinaTime, groupBy } from '@risk/kit';
import type { AlertLine } from '../source.js';
import type { Ask, CityWords, Readings, Written } from './section.js';
import { section } from './section.js';
import {
  chart,
  numbered,
  reasonsText,
  restText,
  suspected,
  table,
  text,
  tierCounts,
  under,
  written,
  namedIn,
} from './writing.js';

interface Facts {
  readonly raised: readonly AlertLine[];
  readonly trend: readonly {
    readonly day: string;
    readonly raised: Readonly<Partial<Record<Tier, number>>>;
  }[];
}

/** No city raises so many in one period; were it so, the text says that there are at least so many. */
const MOST_COUNTED = 20_000;

/** 新增预警: by tier, county and scheme, each with its reasons. */
export const alerts = section('新增预警', read, write);

async function read({ source }: Readings, ask: Ask): Promise<Facts> {
  const { listed, annex } = ask.thresholds;
  const depth = { told: Math.max(annex, listed), quoted: listed };
  return {
    raised: await source.raised(ask, MOST_COUNTED, depth),
    trend: await source.trend(ask, ask.thresholds.trendDays),
  };
}

function write({ raised, trend }: Facts, ask: Ask, words: CityWords): Written {
  const trendBlocks = under('近期走势', [chart(trendOf(trend))]);
  if (raised.length === 0)
    return written({
      blocks: [text('本期没有新增预警。没有预警不等于没有风险。'), ...trendBlocks],
      lead: '本期没有新增预警。',
      figures: [{ label: '新增预警', value: '0' }],
    });
  const listed = raised.slice(0, ask.thresholds.listed);
  return written({
    blocks: [
      text(summaryOf(raised)),
      chart(tierChart(raised)),
      ...(ask.scope.kind === 'region' ? [] : [chart(regionChart(raised, words))]),
      ...under('按疑似类型', [schemeTable(raised)]),
      ...under('逐件情况', [
        alertTable(listed, words),
        ...restText(raised.length - listed.length),
        ...cutText(raised.length, ask),
      ]),
      ...trendBlocks,
    ],
    lead: summaryOf(raised),
    figures: [{ label: '新增预警', value: String(raised.length) }],
    sheets: [sheetOf(raised.slice(0, ask.thresholds.annex), words)],
    named: namedIn(listed),
    isQuiet: false,
  });
}

/** An annex that nobody can read to its end holds the gravest. */
const cutText = (count: number, { thresholds: { annex } }: Ask): readonly Block[] =>
  count <= annex ? [] : [text(`附表列等级最高的 ${annex} 件，其余在平台查看。`)];

const countBy = <K>(
  raised: readonly AlertLine[],
  keyOf: (alert: AlertLine) => K,
): ReadonlyMap<K, number> =>
  new Map([...groupBy(raised, keyOf)].map(([key, heap]) => [key, heap.length]));

const byTier = (raised: readonly AlertLine[]): Partial<Record<Tier, number>> =>
  Object.fromEntries(countBy(raised, ({ tier }) => tier));

const summaryOf = (raised: readonly AlertLine[]): string =>
  `新增预警 ${raised.length >= MOST_COUNTED ? '不少于 ' : ''}${raised.length} 件：${tierCounts(byTier(raised)) ?? '等级均已下调'}。`;

const tierChart = (raised: readonly AlertLine[]): Chart => {
  const counts = byTier(raised);
  return {
    kind: 'bars',
    title: '新增预警按等级',
    unit: '件',
    bars: ALERT_TIERS.map((tier) => ({ label: tierColour(tier), value: counts[tier] ?? 0, tier })),
  };
};

/** The most first; equal ones by name, so that the order never depends on the input. */
function regionChart(raised: readonly AlertLine[], words: CityWords): Chart {
  const counts = countBy(raised, ({ regionCode }) => words.regionName(regionCode));
  const bars = [...counts].map(([label, value]) => ({ label, value }));
  return {
    kind: 'bars',
    title: '新增预警按属地',
    unit: '件',
    bars: bars.sort((a, b) => b.value - a.value || (a.label < b.label ? -1 : 1)),
  };
}

function schemeTable(raised: readonly AlertLine[]): Block {
  const cell = (scheme: Scheme, tier: Tier): number =>
    raised.filter((one) => one.scheme === scheme && one.tier === tier).length;
  const rows = SCHEMES.flatMap((scheme) => {
    const total = raised.filter((one) => one.scheme === scheme).length;
    const tiers = ALERT_TIERS.map((tier) => String(cell(scheme, tier)));
    const name = scheme === 'none' ? '类型待定' : schemeName(scheme);
    return total === 0 ? [] : [[name, ...tiers, String(total)]];
  });
  return table(['疑似类型', ...ALERT_TIERS.map(tierColour), '合计'], rows, [4, 1, 1, 1, 1, 1]);
}

const alertTable = (listed: readonly AlertLine[], words: CityWords): Block =>
  table(
    ['序号', '等级', '主体', '属地', '疑似类型', '主要理由', '主办单位'],
    numbered(listed, (alert) => [
      tierText(alert),
      words.mask(alert.entityName),
      words.regionName(alert.regionCode),
      suspected(alert.scheme),
      reasonsText(alert, words),
      leadText(alert, words),
    ]),
    [1.2, 1.4, 4, 2, 2.4, 6, 3],
  );

const tierText = ({ tier, byPerson }: AlertLine): string =>
  `${tierColour(tier)}${byPerson ? '（人工）' : ''}`;

const leadText = ({ lead }: AlertLine, words: CityWords): string =>
  lead === null ? '未分送' : words.unitName(lead);

/** What the annex tells of each alert; one line to add a column. */
const COLUMNS: readonly (readonly [
  string,
  (alert: AlertLine, words: CityWords) => string | number,
])[] = [
  ['预警编号', ({ alertId }) => alertId],
  ['等级', tierText],
  ['主体', ({ entityName }, words) => words.mask(entityName)],
  ['统一社会信用代码', ({ uscc }) => uscc ?? ''],
  ['属地', ({ regionCode }, words) => words.regionName(regionCode)],
  ['疑似类型', ({ scheme }) => suspected(scheme)],
  ['风险指数', ({ score }) => Math.round(score * 10) / 10],
  ['主要理由（线索，待核实）', reasonsText],
  ['主办单位', leadText],
  ['办理状态', ({ stage }) => stageName(stage)],
  ['提出时间', ({ raisedAt }) => chinaTime(raisedAt)],
];

const sheetOf = (raised: readonly AlertLine[], words: CityWords): Sheet => ({
  name: '新增预警',
  head: COLUMNS.map(([title]) => title),
  rows: raised.map((alert) => COLUMNS.map(([, cell]) => cell(alert, words))),
});

const trendOf = (trend: Facts['trend']): Chart => ({
  kind: 'trend',
  title: `近 ${trend.length} 天每日新增预警`,
  unit: '件',
  axis: trend.map(({ day }) => day.slice(5)),
  series: [
    {
      label: '红色、橙色',
      values: trend.map(({ raised }) => (raised.red ?? 0) + (raised.orange ?? 0)),
    },
    {
      label: '黄色、蓝色',
      values: trend.map(({ raised }) => (raised.yellow ?? 0) + (raised.blue ?? 0)),
    },
  ],
});
