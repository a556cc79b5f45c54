import type { Block, Chart, HeadingLevel, Masthead, Paper } from '@risk/domain';

const heading = (level: HeadingLevel, text: string): Block => ({ kind: 'heading', level, text });
const paragraph = (text: string): Block => ({ kind: 'paragraph', text });
const table = (head: string, rows: readonly string[], shares?: readonly number[]): Block => ({
  kind: 'table',
  head: head.split('|'),
  rows: rows.map((row) => row.split('|')),
  shares,
});
const picture = (chart: Chart): Block => ({ kind: 'chart', chart });

const BY_TIER: Chart = {
  kind: 'bars',
  title: '图1　今日新增预警（按等级）',
  unit: '件',
  bars: [
    { label: '红色', value: 2, tier: 'red' },
    { label: '橙色', value: 5, tier: 'orange' },
    { label: '黄色', value: 11, tier: 'yellow' },
    { label: '蓝色', value: 23, tier: 'blue' },
  ],
};

const BY_REGION: Chart = {
  kind: 'bars',
  title: '图2　今日新增预警（按区县）',
  unit: '件',
  bars: [
    { label: '北湖区', value: 14 },
    { label: '苏仙区', value: 9 },
    { label: '资兴市', value: 6 },
    { label: '桂阳县', value: 5 },
    { label: '宜章县', value: 4 },
    { label: '属地不明', value: 3 },
  ],
};

const TREND: Chart = {
  kind: 'trend',
  title: '图3　近十四日新增预警',
  unit: '件',
  axis: Array.from({ length: 14 }, (_, i) => `11-${String(13 + i)}`),
  series: [
    {
      label: '橙色及以上',
      values: [3, 2, 4, 4, 6, 1, 2, 5, 3, null, 4, 6, 5, 7],
    },
    {
      label: '全部',
      values: [28, 31, 26, 35, 37, 12, 15, 33, 30, null, 36, 39, 34, 41],
    },
  ],
};

const MASTHEAD: Masthead = {
  name: '非法金融活动风险监测日报',
  issue: '第127期',
  unit: '郴州市委金融办',
  marks: ['（样例数据）'],
};

const TODAY: readonly Block[] = [
  heading(1, '今日概况'),
  paragraph(
    '11月26日0时至24时，平台收到登记、投诉、广告三路信息1,284条，识别主体873个；新增预警41件，其中红色2件、橙色5件、黄色11件、蓝色23件。较前一日增加7件，红色预警均已由属地签收。',
  ),
  table('等级|今日新增|昨日|环比|尚未签收|已逾期', [
    '红色预警|2|1|+100.0%|0|0',
    '橙色预警|5|4|+25.0%|1|0',
    '黄色预警|11|9|+22.2%|3|1',
    '蓝色预警|23|20|+15.0%|6|—',
  ]),
  picture(BY_TIER),
  heading(2, '地区分布'),
  paragraph('北湖区、苏仙区合计23件，占56.1%；3件暂不能确定属地，已转市金融办人工研判。'),
  picture(BY_REGION),
  heading(2, '近期走势'),
  paragraph(
    '近十四日新增预警总体呈上升态势。11月22日数据源停止推送9小时，当日数字不完整，图中以断点表示，不按零计。',
  ),
  picture(TREND),
];

const SUBJECTS: readonly Block[] = [
  heading(1, '重点主体'),
  paragraph('以下为风险指数最高的五个主体。风险指数仅为疑似线索，供人工核查。'),
  table(
    '序号|主体名称|属地|风险指数|等级|主要依据|责任单位',
    [
      '1|郴州某某养老服务有限公司|北湖区|92|红色|承诺年化收益18%、预付床位费返利；三日内投诉7件，涉及老年人|北湖区政府、市民政局',
      '2|湖南某某生物科技有限公司郴州分公司|苏仙区|88|红色|以“原始股”名义向不特定对象募集；广告称保本|苏仙区政府、市市场监督管理局',
      '3|某某黄金回购商行|北湖区|76|橙色|黄金托管到期还本付息，单笔1,200,000元无法兑付|北湖区政府、市商务局',
      '4|资兴市某某农民专业合作社|资兴市|71|橙色|超出成员范围吸收股金，月息1.5%|资兴市政府、市农业农村局',
      '5|某某数字藏品平台（网站备案主体在外省）|属地不明|69|橙色|拉人头层级返佣，宣称升值十倍|市金融办',
    ],
    [1, 3, 1.4, 1.4, 1.2, 4, 2.4],
  ),
  heading(2, '郴州某某养老服务有限公司'),
  heading(3, '风险点'),
  paragraph(
    '该公司2024年3月登记，经营范围为养老服务、健康咨询，不含任何金融业务。近30日内出现三类信号，指向以预付床位费名义变相吸收资金。',
  ),
  heading(4, '承诺高额回报'),
  paragraph(
    '广告文字称“存十万，年返一万八，到期退本”，并以“政府扶持项目”作背书。原文见预警编号A-20261126-0003。',
  ),
  heading(4, '集中投诉'),
  paragraph('三日内收到投诉7件，反映无法退费，涉及金额合计486,000元，投诉人多为60岁以上老人。'),
  heading(3, '处置建议'),
  paragraph('建议北湖区会同民政、市场监管、公安三日内联合上门核查，约谈负责人，固定宣传材料。'),
];

const DUTIES: readonly Block[] = [
  heading(1, '处置进展'),
  heading(2, '待办与逾期'),
  table(
    '单位|应签收|已签收|逾期',
    ['北湖区|14|13|0', '苏仙区|9|9|0', '资兴市|6|4|1', '桂阳县|5|5|0', '市金融办|3|2|0'],
    [2, 1, 1, 1],
  ),
  heading(2, '移送与办结'),
  table(
    '日期|事项|结果',
    [
      '2026年11月24日|某某商贸有限公司涉嫌非法吸收公众存款线索移送市公安局|已受理，尚未立案',
      '2026年11月25日|桂阳县某某茶叶专卖店“会员返利”核查|未发现违法，已解除预警并告知投诉人',
      '2026年11月26日|宜章县某某信息咨询部广告下架|广告已下架，行政约谈完成',
    ],
    [2, 4, 3],
  ),
  heading(1, '数据接入'),
  table('数据源|应到|实到|迟到|最晚时间', [
    '企业登记|3|3|0|06:10',
    '投诉举报|96|96|2|23:58',
    '互联网广告|24|22|0|21:30',
  ]),
  paragraph(
    '互联网广告缺两个批次，已通知数据提供方补报；补报后相关预警将自动复核，本期数字以更正版为准。',
  ),
];

/** A daily bulletin as it comes: a head, headings of all levels, tables of 3 to 7 columns, pictures. */
export const aBulletin = (more: Partial<Paper> = {}): Paper => ({
  kind: 'bulletin',
  masthead: MASTHEAD,
  title: '11月26日非法金融活动风险监测情况',
  addressee: null,
  body: [...TODAY, ...SUBJECTS, ...DUTIES],
  attachments: [],
  signature: null,
  date: '2026-11-27',
  copies: ['市联席会议各成员单位', '各县（市、区）人民政府'],
  isDraft: true,
  number: null,
  ...more,
});
