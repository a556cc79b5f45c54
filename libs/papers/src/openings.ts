import type { Chart } from '@risk/domain';
import { drawChart } from './charts/draw-chart.js';
import { FACES, type FaceName } from './pdf/sheet.js';

/** What papers say most: these characters lie in the slices of a typeface that every paper needs. */
const WORDS =
  '非法金融活动风险监测情况：新增预警红橙黄蓝，等级上调、下调；疑似承诺保本付息（年化收益 1234567890.%），' +
  '移送公安机关，查实、排除。接收登记、投诉、广告，来源正常，最近收到；主体属地类型，主要理由，主办单位；' +
  '请按期核实处置，逾期未反馈的予以通报，市委县区公司。';

const CHART: Chart = {
  kind: 'bars',
  title: '新增预警',
  unit: '件',
  bars: [{ label: '红色', value: 1, tier: 'red' }],
};

/**
 * Opens what papers need, in steps of a moment each: painter, fonts and the printer of PDF take longer to open than most
 * papers take to print. Whoever waits for something else anyway takes these steps meanwhile, and may stop after any.
 */
export const OPENINGS: readonly (() => Promise<unknown>)[] = [
  () => drawChart(CHART),
  () => import('./pdf/print-pdf.js'),
  ...(Object.keys(FACES) as FaceName[]).map((face) => () => openFace(face)),
];

async function openFace(face: FaceName): Promise<void> {
  const { typefaceOf } = await import('./pdf/type-setter.js');
  typefaceOf(face).outlinesOf(WORDS);
}
