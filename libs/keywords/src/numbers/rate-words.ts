import type { WordList } from './letter-tree.js';
import {
  BACK,
  BET,
  BUSINESS,
  CAPITAL,
  CLAUSE_STOP,
  DUES,
  FEE,
  GIFT,
  INTEREST,
  LOAN_PRICE,
  NOTHING,
  OTHER,
  PROMISE,
  RATE,
  SENTENCE_STOP,
  SHARE,
  SHOP,
} from './senses.js';
import { COMMAS, SENTENCE_ENDS } from './stops.js';
import { TIME_WORDS } from './time-units.js';

/**
 * The words around a rate and what they make of it; a longer word beats a shorter one in it, so that
 * 信息 hides 息. One line holds one sense, and how many periods make a year where the word says it.
 */
export const RATE_WORDS: WordList = [
  [CLAUSE_STOP, COMMAS],
  [SENTENCE_STOP, SENTENCE_ENDS],

  [PROMISE, '收益 收益率 回报 回报率 分红 分红率 红利 返利 返利率 返息 返现 返还 返本 回馈'],
  [PROMISE, '付息 派息 收息 入息 生息 保息 保底 稳赚 净赚 赚 盈利 盈利率 赢利 获利 获利率'],
  [PROMISE, '报酬 报酬率 投报率 殖利率 利润 纯利 固定收入 资产增值 财富增值 资金增值 保值增值'],
  [RATE, '年化 年化率 年华', 1],
  [RATE, '季化 季化率', 4],
  [RATE, '月化 月化率', 12],
  [RATE, '周化 周化率', 52],
  [RATE, '日化 日化率', 365],
  [INTEREST, '利息 利率 息率 利钱 息'],
  [INTEREST, '年利', 1],
  [INTEREST, '月利', 12],
  [INTEREST, '周利', 52],
  [INTEREST, '日利', 365],
  [FEE, '费率 手续费 服务费 滞纳金 担保费 中介费 居间费 咨询费 综合费 占用费 月费'],
  [LOAN_PRICE, '息费 息费率 砍头息 头息 罚息 逾期费率 逾期利率 逾期利息 贷款利率 借款利率'],
  [LOAN_PRICE, '年化费率', 1],
  [LOAN_PRICE, '月费率', 12],
  [LOAN_PRICE, '日费率', 365],
  [LOAN_PRICE, '总费率 综合费率 贷款费率 服务费费率 房贷利率 车贷利率 网贷利率 按揭利率'],
  [LOAN_PRICE, '借贷利率 分期利率 分期费率'],
  [SHARE, '收益的 利润的 利息的 盈利的 获利的 红利的 分红的 本息的 收入的 利润总和的'],
  [BACK, '返'],

  [OTHER, '率 幅 优惠 折 降 减 让利 抵扣 首付 税 发票'],
  [OTHER, '上浮 下浮 浮动 调整 差价 涨 跌 上升 下降 提高 提升 增加 增 占 覆盖 份额 参与 持股'],
  [OTHER, '股权 股份 控股 出资'],
  [OTHER, '比例 参保 纯度 含量 浓度 湿度 进度 完成 达标 合格 满意 准确 概率 同意 误差 同比 环比'],
  [OTHER, '降息 减息 免息 贴息 让息 利润率 毛利 毛利率 净利 净利润 净利率 营业利润 利润总额'],
  [OTHER, '增值税 亏 亏损 损失 回撤 止损'],
  [OTHER, '信息费 提成 佣金 分成 抽成 代理费 管理费 利息管理费 利息的管理费 送 赠 奖 直推 推荐'],
  [OTHER, '违约金 兑付 本息 缴存 学分 得票 投票 折旧 电量'],
  [BUSINESS, '产量 销量 销售 营收 业绩 规模 客流 效率 人数 成绩 房价 价格 票价 涨价 速度 能力'],
  [BUSINESS, '面积 增长 增速 需求 房子 房产 收入 倒计时 产值 订单 用户 数量 成本 工作量 gdp'],
  [DUES, '工资 定金 订金 押金 预付 质保金 补贴 补助 公积金 养老金 退休金 社保 医保 保险'],
  [DUES, '租金 房租 房款 购房款 首付款 货款 工程款 学费'],
  [GIFT, '券 话费 礼 积分 金币 流量 卡路里 红包 体验金 签到 抽奖 抵用'],
  [SHOP, '消费 购物 充值 下单 套餐 加油'],
  [BET, '返水 返氺 反水 流水 打码 洗码 投注 下注 彩金 彩票 首存 首充 复存 存送 筹码 返点 返奖'],
  [CAPITAL, '原始股 股票 本金 本钱 资金 资产 投资 财富 市值 身家 股价 币价'],

  ...TIME_WORDS,

  [NOTHING, '亏损包赔 亏损全赔 全额赔 包赔'],
  [NOTHING, '降至 降到 降为 下降至 下降到 下调至 下调到 减至 减少到 跌至 跌到 下跌至'],
  [NOTHING, '调整为 调整至 调整到 增至 增加到 增加至 提高到 提高至 提升到 提升至 上调至 上调到'],
  [NOTHING, '升至 升到 涨至 涨到'],
  [NOTHING, '上升至 上升到 上涨至 上涨到 增长到 增长至 折合 折算 折成 增值'],
  [NOTHING, '信息 消息 休息 讯息 作息 气息 出息 声息 栖息 安息 平息 叹息 姑息 喘息 瞬息 窒息'],
  [NOTHING, '返回 返乡 返校 返岗 返程 返工 返厂 往返 率领 率先 频率 今日 昨日 近日 节日 生日 假日'],
];

/** Words that speak of a number only when they stand behind it. */
export const WORDS_BEHIND: WordList = [
  [OTHER, '返还质保金 返还保证金 返还押金 返还定金'],
  [
    OTHER,
    '的概率 的利润 的人 的股 的投资者 的用户 的客户 的会员 的业主 的居民 的群众 的员工 的企业',
  ],
];
