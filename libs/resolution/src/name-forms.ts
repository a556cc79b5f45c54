/** What sort of body a name's ending stands for. */
export type FormKind = 'company' | 'partnership' | 'cooperative' | 'institution' | 'shop' | 'none';

/** An ending of a name: `mark` is what is left of it in the folded name. */
export interface NameForm {
  readonly text: string;
  readonly kind: FormKind;
  readonly mark: string;
}

const forms = (kind: FormKind, mark: string | null, texts: string): NameForm[] =>
  texts.split(' ').map((text) => ({ text, kind, mark: mark ?? text }));

/**
 * Endings of registered names, brackets already removed. All company forms fold to nothing: the
 * rules on firm names (企业名称登记管理规定) do not let two of them share region, name and trade.
 */
export const NAME_FORMS: readonly NameForm[] = [
  ...forms(
    'company',
    '',
    '有限责任公司 股份有限公司 股份有限责任公司 有限公司 股份公司 责任公司 总公司 公司 有限责任公司自然人独资',
  ),
  ...forms(
    'partnership',
    '合伙',
    '合伙企业有限合伙 合伙企业普通合伙 合伙企业特殊普通合伙 合伙企业 特殊普通合伙 普通合伙 有限合伙',
  ),
  ...forms('cooperative', '合作社', '农民专业合作社 专业合作社 股份经济合作社 合作社'),
  ...forms('cooperative', '联合社', '农民专业合作社联合社 专业合作社联合社 合作联社 联合社'),
  ...forms('cooperative', '互助社', '农村资金互助社 资金互助合作社 资金互助社 互助社'),
  ...forms(
    'institution',
    null,
    '事务所 研究院 研究所 基金会 协会 学会 商会 促进会 联合会 俱乐部 交易所 交易中心 服务中心 中心 养老院 敬老院 福利院 老年公寓 养老公寓 医院 门诊部 诊所 学校 培训学校 幼儿园 工作室 个人独资企业 总厂 分厂 厂 农场 林场 加工坊',
  ),
  ...forms(
    'shop',
    null,
    '经营部 营业部 服务部 销售部 门市部 代办部 商行 车行 典当行 寄卖行 专卖店 旗舰店 体验店 连锁店 便利店 药店 商店 饭店 酒店 旅店 超市 商场 商城 会所 养生馆 体验馆 美容院 茶楼 茶馆 餐馆 网吧 店 行 部 馆 坊 铺 吧 庄 院 站 社',
  ),
].sort((a, b) => b.text.length - a.text.length);

/** Endings that make what stands before them the parent. */
export const BRANCH_ENDING =
  /(?:分公司|支公司|分店|分行|支行|分部|分社|分中心|分校|分院|分所|营业部|营业厅|营业所|门市部|办事处|代表处|代办处|联络处|服务部|服务站|服务点|经营部|项目部|工作站|运营中心|门店|专卖店|旗舰店|体验店|连锁店|店)$/;

const TRADES =
  '投资 管理 咨询 资产 财富 基金 私募 股权 创业 信息 商务 企业 经济 金融 金服 互联网 科技 网络 技术 电子 文化 传媒 传播 贸易 商贸 建材 ' +
  '房地产 开发 物业 服务 农业 生态 养老 养生 健康 生物 酒店 餐饮 教育 培训 旅游 融资 担保 小额 贷款 小贷 典当 租赁 商业 保理 汽车 销售 ' +
  '广告 装饰 装修 工程 建筑 建设 矿业 机械 设备 实业 控股 集团 国际 置业 地产 医疗 器械 医药 药业 食品 服饰 服装 家具 家居 电器 电力 ' +
  '能源 新能源 环保 物流 运输 货运 供应链 数据 大数据 智能 软件 系统 区块链 数字 数码 发展 产业 代理 经纪 保险 评估 拍卖 中介 劳务 ' +
  '人力资源 保安 家政 保洁 美容 美发 化妆品 珠宝 黄金 贵金属 交易 商品 期货 证券 外汇 征信 信用 法律 财务 税务 会计 知识产权 园林 绿化 ' +
  '种植 养殖 畜牧 林业 茶业 茶叶 酒业 酒类 粮油 水产 果蔬 百货 五金 门窗 玻璃 陶瓷 石材 钢材 材料 包装 印刷 塑料 橡胶 化工 纺织 鞋业 ' +
  '箱包 玩具 礼品 工艺品 艺术品 收藏品 影视 影业 体育 健身 娱乐 游戏 动漫 艺术 设计 会展 策划 营销 进出口 制造 加工 制品 维修 安装 ' +
  '检测 测绘 勘察 监理 造价 招标 环境 水务 燃气 自来水 供水 供电 公交 公共交通 客运 出租车 通信 电信 移动 联通 广播 电视 新材料 光电 ' +
  '二手车 经销 半导体 电缆 照明 灯饰 厨具 日用品 母婴 宠物 眼镜 钟表 图书 文具 办公 用品 农资 饲料 种子 化肥 农机 农产品 互助 理财 借贷 网贷 支付 ' +
  '城市 投融资 国有 农村 农民 专业 资金 民间 资本 融信 电商 平台 直销 保健品 保健 国学 书画 古玩 邮币卡 大宗 产权 文化产权 航空 航天 港务';

/** Words of a trade, by their length from long to short, to be taken off a name's end. */
export const TRADE_WORDS: ReadonlySet<string> = new Set(TRADES.split(' '));
/** Lengths of the words above, longest first. */
export const TRADE_LENGTHS: readonly number[] = [5, 4, 3, 2];
