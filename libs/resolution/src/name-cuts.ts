import { OFFICIAL_BODIES } from './bystanders.js';
import { leadEnds } from './leading-words.js';
import { TRADE_WORDS } from './name-forms.js';
import { foldNumerals } from './name-text.js';

/** Words that end what stands before a name, one list a sort. */
const CUES: readonly string[] = [
  // Where, who, how it is called.
  '位于 坐落在 开在 设在 名为 名叫 叫做 叫作 称为 简称 自称 号称 声称 冒充 假冒 打着 以及 还有 包括 例如 比如 其中 旗下 下属 所属 隶属于 隶属 属于 来自 关于 对于 针对 由于 鉴于 按照 根据 用于 出于 至于 基于',
  // What people did with it.
  '举报 投诉 反映 控告 起诉 状告 报警 曝光 购买了 购买 投资了 投资于 投了 加入了 加入 参加了 参加 参与了 参与 存入 存到 转入 转到 转账给 打款给 汇给 充值到 签订 签了 签约 入职 就职于 就职 任职于 任职 供职于 办理了 办理 办了 申请了 申请 借了 下载了 下载 注册了 注册 登录 登陆 使用 扫码 点击 进入 接到 收到 联系 咨询了 介绍 推荐 推销 宣传 听信 误信 轻信 相信 发现 得知 看到 看见 听说 知道 要求 请求 希望 恳请 请问 建议 查处 查询 调查 打击 取缔 整治 通过 经过 经由 导致 造成 涉嫌 涉案 欠薪 拖欠 认定 停止 防止 禁止 允许 同意 委托 选聘 聘请 组织 伙同 勾结 联合 冻结 抵制 揭露 质疑 支持 关闭 离开 等待 公开 侵占 侵害 成立了 成立 创办了 创办 开办了 开办 注销 改造 建设单位 施工单位 开发单位 承建单位 物业单位 诈骗 非法集资 套路贷',
  // What offices do, or are asked to do, with a firm; no firm may be called so.
  '立案侦查 立案调查 立案 侦查 侦办 查办 查清 查明 彻查 严查 严惩 严厉 惩处 惩治 处罚 责令 责成 督促 敦促 约谈 追究 追责 追缴 追讨 追回 讨要 索要 查封 扣押 通缉 逮捕 落实 制止 纠正 严禁 通报 通知 提醒 警惕 谨防 当心 谴责 揭发 控诉 上诉 报告 冒用',
  // A firm's form ends it: what stands behind is another name.
  '公司',
  // What else people and firms do with one another.
  '认购 申购 入股 参股 持有 挂靠 投靠 转给 交给 交到 汇到 打到 付给 卖给 借给 租给 租赁给 抵押给 承包给 发给 找到 赶往 前往 跑到 闹到 搬到 欠下 打造 推出 创立 设立 组建 改制 获得 取得 拥有 入驻 进驻 发布 发起 发送 关注 搜索 绑定 恭喜 录取',
  // How, when and where it is done.
  '疑似 首家 多个 众多 想要 需要 能够 应当 理应 无法 不能 不得 不要 正在 即将 即便 即使 尽管 只有 只能 强烈 迫切 依法 尽快 重新 再次 首次 擅自 期间 日前 昨天 昨日 近日 当天 当日 随后 然后 附近 对面 楼下 楼上 隔壁 旁边 里面 外面 您好 你好',
  // Bodies of the state: a firm may not bear their names (企业名称登记管理规定 第十一条).
  OFFICIAL_BODIES,
  // Whom it belongs to, how many there are.
  '本人 我们 他们 她们 你们 咱们 人家 大家 老人家 有一家 有个 有家 有一个 一家 一个 这家 那家 两家 多家 几家 某家 各家 哪家 这个 那个 这些 那些 这类 这种 各种 各类 各大 某些 某个 家住 父母 母亲 父亲 爸爸 妈妈 老人 家人 朋友 同事 员工 职工 业主 居民 市民 村民 群众 受害人 受害者 投资人 投资者 出借人 难友 客户 用户 消费者 警方 民警 记者 亲戚 亲友 儿子 丈夫 妻子 老板 法人 法人代表 法定代表人 负责人 实际控制人 实控人 开发商 承建商 中介 业务员 客服 工作人员 尊敬的 各位 所有 全部 全体 部分 其他 其它 另外 另一家 同时 现在 目前 当时 后来 之后 以后 之前 以前 今年 去年 前年 近期 最近 如今 以来 曾经 已经 一直 多次 屡次 立即 必须 应该 可以 能否 是否 为何 为什么 怎么 什么 如何 没有 不是 就是 还是 或者 或是 并且 而且 但是 因为 所以 如果 虽然 只是 主要 整个 自身 自己 作为 以为 成为 认为 一旦 执行 撒谎 完全 共同 版',
];

const cuesByHead = new Map<string, string[]>();
for (const cue of CUES.flatMap((line) => line.split(' ')).sort((a, b) => b.length - a.length)) {
  cuesByHead.set(cue.charAt(0), [...(cuesByHead.get(cue.charAt(0)) ?? []), cue]);
}

/** Characters that hardly ever stand in a firm's name. */
const LETTERS = new Set(
  '的了我你他她它们这那该被叫是找去让跟说却就也都还又曾没请至从给但所及或等将不并使各每且着受旁疑已',
);

interface Neighbours {
  /** Characters before or behind that make it a part of a name. */
  readonly before: string;
  readonly behind: string;
}

/** Characters that stand in some names: 鑫和, 自在, 到家, 向阳. They cut only where a name remains. */
const DOUBTFUL: ReadonlyMap<string, Neighbours> = new Map([
  ['在', { before: '自存实', behind: '线' }],
  ['到', { before: '', behind: '家位' }],
  ['向', { before: '方志意', behind: '阳上前日荣' }],
  [
    '和',
    { before: '人永中祥颐泰协义天太安仁谦共温嘉', behind: '谐平美顺盛信谦善合兴泰润源瑞悦畅众创' },
  ],
  ['与', { before: '', behind: '众' }],
  ['由', { before: '自理', behind: '' }],
  ['对', { before: '', behind: '' }],
  ['为', { before: '华有作', behind: '民众赢尔康' }],
  ['因', { before: '基', behind: '' }],
  ['以', { before: '', behind: '诺太' }],
  ['用', { before: '信', behind: '友' }],
  ['经', { before: '财产', behind: '纬典济' }],
  ['即', { before: '', behind: '时' }],
  ['放', { before: '绽开', behind: '' }],
  ['而', { before: '', behind: '立' }],
  ['再', { before: '', behind: '生保担造' }],
  ['其', { before: '耳', behind: '士' }],
  ['把', { before: '', behind: '手' }],
  ['后', { before: '皇王太', behind: '勤海谷浪续台期来面方' }],
  ['内', { before: '', behind: '蒙江黄乡衣定部置外地容' }],
]);

/** A place in a run of characters up to which no name reaches. */
interface NameCut {
  readonly end: number;
  /** Cuts only where a name remains behind it. */
  readonly isDoubtful: boolean;
}

/** All cuts of a run from left to right. */
export function cutsOf(run: string): NameCut[] {
  const cuts: NameCut[] = [];
  for (let at = 0; at < run.length; at++) {
    const cut = cueAt(run, at) ?? letterAt(run, at) ?? amountAt(run, at);
    if (cut === null) continue;
    cuts.push(cut);
    at = cut.end - 1;
  }
  return cuts;
}

function cueAt(run: string, at: number): NameCut | null {
  const cue = cuesByHead.get(run.charAt(at))?.find((word) => run.startsWith(word, at));
  return cue === undefined ? null : { end: at + cue.length, isDoubtful: false };
}

function letterAt(run: string, at: number): NameCut | null {
  const letter = run.charAt(at);
  if (LETTERS.has(letter)) return { end: at + 1, isDoubtful: false };
  const neighbours = DOUBTFUL.get(letter);
  if (neighbours === undefined) return null;
  const isPart =
    (at > 0 && neighbours.before.includes(run.charAt(at - 1))) ||
    (at + 1 < run.length && neighbours.behind.includes(run.charAt(at + 1)));
  return isPart ? null : { end: at + 1, isDoubtful: true };
}

const AMOUNT =
  /\d[\d.]*(?:[多余]?(?:万元?|元|亿元?|块)|[年月日号家个名位点期次]份?)|(?:[一二两三四五六七八九十几数百]+|[数几上近][百千万]+[余多]?)[家个笔款种](?!人)/y;

function amountAt(run: string, at: number): NameCut | null {
  AMOUNT.lastIndex = at;
  return AMOUNT.test(run) ? { end: AMOUNT.lastIndex, isDoubtful: false } : null;
}

/** Words that describe a firm without naming it. */
const GENERIC_WORDS =
  '上市 外地 本地 当地 外省 私人 私营 民营 国有 国营 央企 皮包 空壳 骗子 诈骗 黑 正规 不法 非法 违法 合法 外包 派遣 施工 物管 总 子 分 母 多 大 小 新 老 本 该 某 某些 此 贵 其 各 原 前 两 三 每 同 ' +
  '乙方 甲方 对方 第三方 相关 有关 一些 不少 很多 许多 多数 个别 单位 个人 集资 传销 高利贷 催收 讨债 放贷 放款 借款 借钱 套路贷 校园贷 现金贷 房贷 车贷 房产 楼盘 网上 线上 线下 手机 电脑 官方 社交 直播 短视频 视频 购物 团购 ' +
  '外卖 打车 网约车 共享 单车 点餐 公共 公益 政府 政务 留言 问政 举报 投诉 监督 监管 反馈 查询 公示 公开 信访 学习 聊天 炒股 炒币 炒汇 荐股 配股 配资 彩票 博彩 赌博 棋牌 返利 高返 返现 提现 刷单 兼职 招聘 求职 跨境 ' +
  '海外 境外 国外 国内 全国 世界 全球 美国 英国 香港 中国 我国 西部 最大 知名 著名 头部 优质 优秀 良心 无良 黑心 垃圾 问题 爆雷 暴雷 雷 跑路 清退 良性 出借 融 贷 租房 中小 小微 资管 信托 代售 售楼 热力 供暖 供热 ' +
  '环卫 清洁 渣土 拆迁 拆除 运营 承包 承建 总承包 快递 搬家 婚庆 婚介 相亲 家教 辅导 驾校 整形 征地 市政 市场 公务 农用 农贸 便民 民生 社会 社保 医保 居家 社区 机构 小区 本市 本县 该市 市区 县城 乡镇 镇 街道 村 ' +
  '集体 机关 我市 我县 我区 全市 合作 加盟 代理记账 会员 消费 预付 办卡 瑜伽 月子 早教 托管 美术 舞蹈 医美 口腔 植发 回收 商业街 步行街 写字楼 售后 维权 关联 明星 热点 二手 抢购 优惠 积分 红包 电影票 火车票 ' +
  '全资 控股 参股 关联方 母子 家族 夫妻 普惠 互金 民间 数字 数控 场外 合规 主流 相同 类似 同类 同行 p2p 线p2p o2o b2b c2c it vr ai app pc h5 nft ico ipo 网 云 新型 大型 小型 业务 专项 项目 省 市 县 区 国际 大病 微博 夜总会 ktv 银行 组合 商贷 房抵 公积金 助学 抵押 信贷 车抵 学费 第一 四大 高额 定期 ' +
  '持牌 无牌 非持牌 备案 未备案 自有 独资 合资 外资 跨国 境内 初创 厂家 商家 店家 身份 黑户 净值型 开放式 封闭式 财险 寿险 人身险 车险 煤气 天然气 液化气 巴士 汽修 机电 电梯 疏通 管道 防水 开锁 城投 地铁';
/** As names are folded: 第三方 is 第3方 in a core. */
const DESCRIBING: ReadonlySet<string> = new Set([
  ...GENERIC_WORDS.split(' ').map(foldNumerals),
  ...TRADE_WORDS,
]);
const LONGEST_WORD = 5;

/** Whether a text can be cut into describing words (of so many characters at least) without remainder. */
function isDescription(text: string, least = 1): boolean {
  if (text === '') return true;
  for (let length = Math.min(LONGEST_WORD, text.length); length >= least; length--) {
    if (DESCRIBING.has(text.slice(0, length)) && isDescription(text.slice(length), least))
      return true;
  }
  return false;
}

/** Whether the name was made unreadable on purpose: 某某, XX, ***. */
export const isMasked = (core: string): boolean => /^[某xX*×○]+$/.test(core);

/** Whether nothing but trades and describing words stand before the ending: no name then. */
export const isGeneric = (core: string): boolean =>
  core.length < 2 || /^[a-z0-9]{1,3}$/.test(core) || (!isMasked(core) && isPhrase(core));

/** A description, perhaps with what is done to it before it: 开线下（体验店）, 能投资（养老公寓）. */
const isPhrase = (core: string): boolean =>
  isDescription(core) ||
  leadEnds(core, 0).some(
    ({ end, isAuxiliary }) =>
      isDescription(core.slice(end), isAuxiliary ? 2 : 1) && (core.length > end || !isAuxiliary),
  );
