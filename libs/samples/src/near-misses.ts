import type { AdvertisementPayload, ComplaintPayload } from '@risk/domain';
import { business } from './plot.js';
import type { Trade } from './trades.js';

/** Something lawful that looks like a scheme at first sight and must not raise an alert. */
export interface NearMiss {
  readonly kind: string;
  readonly title: string;
  readonly trade: Trade;
  readonly media: readonly NonNullable<AdvertisementPayload['medium']>[];
  readonly channels: readonly NonNullable<ComplaintPayload['channel']>[];
  readonly advertisements: readonly string[];
  readonly complaints: readonly string[];
  /** Yuan. */
  readonly sum: readonly [number, number];
}

const HOTLINES = ['12345', '12315', 'web'] as const;

/** The lawful look-alikes: licensed institutions and quarrels of daily life. */
export const NEAR_MISSES: readonly NearMiss[] = [
  {
    kind: 'licensed-microloan',
    title: '持牌小额贷款公司',
    trade: business(
      '小额贷款',
      '6635',
      '在{county}范围内发放各项小额贷款（经地方金融管理部门批准，许可证号见营业场所）',
    ),
    media: ['outdoor', 'leaflet', 'wechat'],
    channels: HOTLINES,
    advertisements: [
      '{firm}，经省地方金融管理部门批准设立，[支农支小|服务个体工商户]，年化利率（单利）{high}%起，[贷款有风险，借款需谨慎|以审批结果为准]。网点：{road}{no}号。',
      '{firm}提醒：[贷款不收任何前期费用|谨防冒充我司的诈骗电话]，办理请到{road}{no}号，{month}月{day}日起新营业时间。',
    ],
    complaints: [
      '我在{firm}借了{sum}元，提前还款{n}天想要结清证明，[网点说等三个工作日|希望尽快开]。',
    ],
    sum: [20_000, 200_000],
  },
  {
    kind: 'bank-product-loss',
    title: '银行净值型理财亏损',
    trade: business(
      '农村商业银行 村镇银行',
      '6621',
      '吸收公众存款；发放贷款；办理国内结算（凭金融许可证经营）',
      { form: '股份有限公司', capital: [5000, 50000] },
    ),
    media: ['wechat', 'outdoor', 'web'],
    channels: HOTLINES,
    advertisements: [
      '{firm}“安心{no}号”净值型理财，业绩比较基准{low}%—{high}%，[R2中低风险|非保本浮动收益]，理财非存款，产品有风险，投资须谨慎。{month}月{day}日起售。',
    ],
    complaints: [
      '我在{firm}{road}支行买的净值型理财{sum}元，{n}天净值跌了一点，[客户经理当时说明过风险|合同写了不保本]，想问[什么时候能赎回|能不能转存定期]。',
      '{firm}柜面办理定期存款转存{sum}元，[利率比上次低|手续费没说清]，请银行解释。',
    ],
    sum: [10_000, 200_000],
  },
  {
    kind: 'gym-closed',
    title: '健身房闭店预付卡纠纷',
    trade: business('健身服务 体育文化', '8930', '健身休闲活动 体育赛事策划', {
      capital: [20, 100],
    }),
    media: ['leaflet', 'wechat'],
    channels: ['12315', '12345', 'wechat'],
    advertisements: [
      '{firm}[周年店庆|新校区]：季卡{no}元，[瑜伽动感单车全含|送私教体验课]，{road}，{month}月{day}日开始。',
    ],
    complaints: [
      '{firm}{road}店{month}月[停业搬迁|设备检修]，我的健身卡还剩{few}个月共{sum}元，要求退余额，[店长说转到分店|正在登记]。',
      '在{firm}办的年卡{sum}元只去了{few}次，怀孕了想退，[对方要扣手续费|合同写不退]，希望调解。',
    ],
    sum: [300, 2_800],
  },
  {
    kind: 'late-handover',
    title: '楼盘延期交房',
    trade: business('房地产开发', '7010', '房地产开发经营 物业管理', { capital: [2000, 10000] }),
    media: ['outdoor', 'web'],
    channels: HOTLINES,
    advertisements: [
      '{firm}{estate}[二期|洋房]建面{no}㎡，[预售许可证见售楼部|以合同为准]，{road}旁，{month}月{day}日样板间开放。',
    ],
    complaints: [
      '{firm}的{estate}约定{month}月交房，已逾期{n}天，[外立面没完工|水电没通]，{people}户业主要求[按合同付违约金|给交房时间]。',
      '{estate}首付{sum}元，{firm}[公摊面积与合同不符|车位捆绑销售]，请住建部门核查。',
    ],
    sum: [80_000, 260_000],
  },
  {
    kind: 'wage-arrears',
    title: '工程欠薪',
    trade: business('建设工程 建筑劳务', '4790', '房屋建筑施工 建筑劳务分包', {
      capital: [500, 3000],
    }),
    media: ['web'],
    channels: ['12345', 'letter', 'web'],
    advertisements: [
      '{firm}招[钢筋工|木工|塔吊司机]{people}名，日薪{no}元，[月结|包住]，{town}项目部，{month}月{day}日报名。',
    ],
    complaints: [
      '我们{people}名工人在{firm}{town}项目做了{few}个月，欠工资共{sum}元，[项目部说等结算|班组长写了欠条]，请劳动监察处理。',
      '{firm}拖欠{month}月工资{sum}元，[有考勤表和欠条|已到{county}人社局登记]，希望年前发。',
    ],
    sum: [12_000, 180_000],
  },
  {
    kind: 'true-cooperative',
    title: '规范的农民合作社',
    trade: business(
      '果蔬种植 油茶种植',
      '0159',
      '组织成员进行水果、蔬菜的生产、销售 引进新品种新技术',
      { form: '专业合作社', register: '93', capital: [50, 300] },
    ),
    media: ['wechat', 'video'],
    channels: HOTLINES,
    advertisements: [
      '{firm}[冰糖橙|沃柑|油茶籽]订购开始，{few}斤装{no}元，产地{town}，[坏果包赔|可到园采摘]，{month}月{day}日发货。',
      '{firm}成员大会公告：{month}月{day}日在{town}召开，审议[盈余分配方案|种苗采购]，第{no}号。',
    ],
    complaints: [
      '{firm}收我家橙子{few}000斤，{sum}元货款拖了{n}天，[理事长说客商没回款|答应月底付]。',
    ],
    sum: [3_000, 30_000],
  },
  {
    kind: 'own-money-investor',
    title: '自有资金投资公司',
    trade: business(
      '产业投资 实业投资',
      '7212',
      '以自有资金从事投资活动 自有资金投资的资产管理服务（不得从事吸收公众存款、集资收款、受托贷款等国家金融监管及财政信用业务）',
      { capital: [1000, 9000] },
    ),
    media: ['web', 'paper'],
    channels: HOTLINES,
    advertisements: [
      '{firm}与{town}签约[石墨新材料|锂电]项目，[计划用工{people}人|一期厂房{no}亩]，{month}月{day}日开工。',
    ],
    complaints: ['{firm}的工地[渣土车带泥上路|扬尘大]，{road}{n}天没清洗，请城管督促。'],
    sum: [1_000, 2_000],
  },
  {
    kind: 'licensed-insurance',
    title: '持牌保险机构理赔纠纷',
    trade: business('保险代理', '6852', '保险代理业务（凭保险中介许可证经营）'),
    media: ['wechat', 'leaflet'],
    channels: ['12345', 'web', 'phone'],
    advertisements: [
      '{firm}：[车险续保|百万医疗]请认准持证业务员，[犹豫期15天|免责条款见合同]，{road}{no}号，{month}月{day}日客户服务日。',
    ],
    complaints: [
      '车被刮擦在{firm}投保，报案{n}天定损{sum}元我不认可，[要求重新定损|修理厂报价更高]。',
    ],
    sum: [600, 9_000],
  },
  {
    kind: 'training-school',
    title: '培训机构退费',
    trade: business('艺术培训 职业培训', '8391', '从事艺术、体育的民办培训服务 职业技能培训', {
      form: '学校',
      register: '52',
      capital: [10, 50],
    }),
    media: ['leaflet', 'wechat'],
    channels: ['12345', '12315'],
    advertisements: [
      '{firm}{month}月班[声乐|跆拳道|编程]报名，{few}节课{no}元，[资金监管账户收费|不满意七日退费]，{estate}校区。',
    ],
    complaints: [
      '孩子在{firm}报课{sum}元，[老师离职|校区合并]想退剩余{few}次课，对方说{few}个工作日退，请教育局监督。',
    ],
    sum: [900, 6_800],
  },
  {
    kind: 'licensed-care-home',
    title: '备案养老院服务纠纷',
    trade: business(
      '养老服务',
      '8514',
      '养老服务（已在民政部门备案） 护理机构服务（不含医疗服务）',
    ),
    media: ['leaflet', 'outdoor'],
    channels: ['12345', 'phone'],
    advertisements: [
      '{firm}（民政备案）：[自理|半护理]床位每月[26|29|32|35|38]00元，[按月交费|七日试住]，{town}，{month}月{day}日开放参观。',
    ],
    complaints: [
      '{kin}住{firm}每月{sum}元，[饭菜凉|护理员少]，{few}天洗一次澡，希望民政部门检查服务质量。',
    ],
    sum: [1_800, 4_500],
  },
  {
    kind: 'hire-purchase-car',
    title: '持牌汽车金融消费纠纷',
    trade: business('汽车销售服务', '5261', '汽车销售 机动车修理和维护'),
    media: ['outdoor', 'web'],
    channels: ['12315', '12345'],
    advertisements: [
      '{firm}[置换补贴|厂家贴息]，贷款由持牌汽车金融公司审批，年化{high}%起，[贷款需谨慎|以合同为准]，{road}{no}号，{month}月{day}日止。',
    ],
    complaints: [
      '在{firm}买车贷款，[强制买保险|收了{sum}元服务费没发票]，提车{n}天才告诉我，请市场监管查。',
    ],
    sum: [1_000, 6_000],
  },
  {
    kind: 'shop-rent',
    title: '商铺普通租赁纠纷',
    trade: business(
      '商业管理 市场管理',
      '7221',
      '商业综合体管理服务 非居住房地产租赁 市场营销策划',
    ),
    media: ['outdoor', 'wechat'],
    channels: HOTLINES,
    advertisements: [
      '{firm}招租：{road}门面{no}㎡，[租金面议|免租期{few}0天]，[餐饮|便利店]优先，{month}月{day}日看铺。',
    ],
    complaints: [
      '租{firm}的门面，押金{sum}元，退租{n}天不退，[说要扣装修拆除费|互相推]。',
      '{firm}的市场[下水道返水|停电频繁]，{people}家商户要求减租，希望街道协调。',
    ],
    sum: [2_000, 20_000],
  },
];
