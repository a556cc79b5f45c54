import type { Paper, Sheet } from '@risk/domain';

/** What bulletins say most: their characters lie in the slices of a typeface that every bulletin opens. */
const WORDS =
  '非法金融活动风险监测情况：新增预警，等级上调、下调；疑似承诺保本付息（年化收益 12.5%），移送公安机关，查实、排除。请按属地核实处置，逾期未反馈的予以通报。';

const ROWS = Array.from({ length: 30 }, (_, nth) => [
  String(nth + 1),
  '橙色',
  `某某${nth}投资咨询有限公司`,
  '桂阳县',
  '非法集资（疑似）',
  '广告承诺年化收益，远高于市场水平',
  '市场监督管理局',
]);
const HEAD = ['序号', '等级', '主体', '属地', '疑似类型', '主要理由', '主办单位'];

/** A paper that nobody reads: it has a little of everything that bulletins have. */
export const SPECIMEN: Paper = {
  kind: 'bulletin',
  masthead: { name: '非法金融活动风险监测日报', issue: '第1期', unit: '市委金融办', marks: [] },
  title: '非法金融活动风险监测情况',
  addressee: null,
  body: [
    { kind: 'heading', level: 1, text: WORDS },
    { kind: 'heading', level: 2, text: WORDS },
    { kind: 'paragraph', text: WORDS },
    { kind: 'table', head: HEAD, rows: ROWS },
    {
      kind: 'chart',
      chart: {
        kind: 'bars',
        title: '新增预警按等级',
        unit: '件',
        bars: [{ label: '红色', value: 12, tier: 'red' }],
      },
    },
    {
      kind: 'chart',
      chart: {
        kind: 'trend',
        title: '近两天每日新增预警',
        unit: '件',
        axis: ['11-26', '11-27'],
        series: [{ label: '红色、橙色', values: [3, 45] }],
      },
    },
  ],
  attachments: ['附表：新增预警'],
  signature: null,
  date: '2026-11-27',
  copies: [],
  isDraft: true,
  number: null,
};

export const SPECIMEN_SHEETS: readonly Sheet[] = [{ name: '新增预警', head: HEAD, rows: ROWS }];
