import { groupBy } from '@risk/kit';

/**
 * Words that may stand directly before a firm's name and are no part of it. A registered name opens
 * with its place or its own name (字号, at least two characters: 企业名称登记管理规定 第六条、第八条);
 * a verb that opens a run of characters is what somebody does with the firm. Most of them are also
 * words of trades (污水处理, 信息咨询), so they are taken off only at the front, and only where a
 * name of its own remains.
 */
const VERBS =
  // What an office is asked to do.
  '处理 处置 核查 检查 监督 监管 监控 侦破 解决 协助 协调 规范 介入 关停 审查 审核 审计 评估 检测 ' +
  // What people do with a firm.
  '咨询 询问 打听 了解 接触 认识 信任 加盟 应聘 报名 到访 走访 跟踪 代理 缴纳 缴费 偿还 归还 退还 赔偿 索赔 预付 充值 提现 转账 汇款 打款 存款 借款 贷款 抵押 出租 承租 租赁 租用 承包 收购 并购 投资 ' +
  // What a firm does, or others do to it.
  '开通 开设 开立 开启 开展 开办 上线 上架 推广 推销 销售 运营 经营 管理 打理 操作 操盘 控制 掌控 维修 服务 准备 决定 携手 联手 利用 借助 推进 推动 告知 告诉 骗取 应用 套用 冒用 盗用 ' +
  // Where one stands, what it is called.
  '平台 领导 邻居 村里 家里 群里 店里 手里 镇里 县里 市里';

/** Single characters and half verbs that open no 字号 by themselves. */
const SHORT_VERBS = '要 欠 借 骗 告 疑 推';

/** Single characters that open some names too (开元, 能达): they count only before a place or another such word. */
const AUXILIARIES =
  '由 和 与 对 向 在 到 为 以 用 能 会 可 来 应 需 想 先 再 只 开 上 做 搞 办 买 卖 投 找 问 查 算 比 有 无';

/** Names that open like a verb. */
const NAMES = '支付宝 借呗 借贷宝 应用宝';

type Sort = 'verb' | 'auxiliary' | 'name';

interface LeadingWord {
  readonly text: string;
  readonly sort: Sort;
}

const wordsOf = (texts: string, sort: Sort): LeadingWord[] =>
  texts.split(' ').map((text) => ({ text, sort }));

const byHead = groupBy(
  [
    ...wordsOf(`${VERBS} ${SHORT_VERBS}`, 'verb'),
    ...wordsOf(AUXILIARIES, 'auxiliary'),
    ...wordsOf(NAMES, 'name'),
  ].sort((a, b) => b.text.length - a.text.length),
  ({ text }) => text.charAt(0),
);

function leadingWordAt(text: string, at: number): LeadingWord | undefined {
  const word = byHead.get(text.charAt(at))?.find((one) => text.startsWith(one.text, at));
  return word?.sort === 'name' ? undefined : word;
}

/** An end of the words that open a text: a name may begin right there. */
interface LeadEnd {
  readonly end: number;
  /** The last word before it opens some names too. */
  readonly isAuxiliary: boolean;
}

/** Where a name may begin behind the leading words that stand at an offset, the furthest first. */
export function leadEnds(text: string, from: number): LeadEnd[] {
  const ends: LeadEnd[] = [];
  let at = from;
  for (let word = leadingWordAt(text, at); word !== undefined; word = leadingWordAt(text, at)) {
    at += word.text.length;
    ends.unshift({ end: at, isAuxiliary: word.sort === 'auxiliary' });
  }
  return ends;
}
