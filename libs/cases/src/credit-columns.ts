import type { Cell, OutcomeVerdict, Scheme } from '@risk/domain';

/** A penalty as the decision says it; nothing of it is ever made up. */
export interface PenaltyDecision {
  /** 行政处罚决定书文号 */
  readonly number: string;
  /** yyyy-mm-dd */
  readonly decidedOn: string;
  /** 处罚机关 and its credit code. */
  readonly organ: string;
  readonly organUscc: string | null;
  readonly violation: string | null;
  readonly facts: string | null;
  readonly basis: string | null;
  /** 警告, 罚款 … as the platform's own list has them. */
  readonly category: string | null;
  readonly content: string | null;
  /** Yuan. */
  readonly fine: number | null;
  /** Yuan. */
  readonly confiscated: number | null;
  readonly licence: string | null;
  readonly validUntil: string | null;
  readonly publicUntil: string | null;
}

/** A case that ended, with whom it is about, for the public credit platform. */
export interface CreditCase {
  readonly verdict: OutcomeVerdict;
  readonly scheme: Scheme | null;
  readonly name: string;
  readonly kind: '法人及非法人组织' | '自然人' | '个体工商户';
  readonly uscc: string | null;
  /** 工商注册号 */
  readonly registration: string | null;
  readonly representative: string | null;
  /** Null: no penalty was decided, so there is nothing to record (article 33). */
  readonly penalty: PenaltyDecision | null;
  /** 数据来源单位 and its credit code. */
  readonly source: { readonly name: string; readonly uscc: string | null };
}

/** A case with the penalty that makes it one for the platform. */
export interface PenalisedCase extends CreditCase {
  readonly penalty: PenaltyDecision;
}

/** A column of the platform's table and what of a case goes in. */
export interface CreditColumn {
  readonly code: string;
  readonly name: string;
  readonly of: (one: PenalisedCase) => Cell;
  /** Which cases it does not concern: there an empty cell lacks nothing. */
  readonly idle?: (one: PenalisedCase) => boolean;
}

const wan = (yuan: number | null): number | null =>
  yuan === null ? null : Number((yuan / 10_000).toFixed(6));

/** Days as the platform takes them: 2026/11/27. */
const slashed = (day: string | null): string | null => day?.replaceAll('-', '/') ?? null;

const none = (): null => null;
const isPerson = ({ kind }: CreditCase): boolean => kind === '自然人';
const isFirm = (one: CreditCase): boolean => !isPerson(one);
const always = (): boolean => true;

/**
 * 双公示 行政处罚 of 信用中国, 2018 field set and order: names and codes as the table comments of
 * tr_t_gajhgx_xzcfxxzb_new (2024) and the model MsPunish (2020), both public repositories, give them.
 * Numbers of identity papers are never kept here: those columns are left for people.
 */
export const CREDIT_COLUMNS: readonly CreditColumn[] = [
  { code: 'CF_XDR_MC', name: '行政相对人名称', of: (c) => c.name },
  { code: 'CF_XDR_LB', name: '行政相对人类别', of: (c) => c.kind },
  {
    code: 'CF_XDR_SHXYM',
    name: '行政相对人代码_1(统一社会信用代码)',
    of: (c) => c.uscc,
    idle: isPerson,
  },
  {
    code: 'CF_XDR_GSZC',
    name: '行政相对人代码_2(工商注册号)',
    of: (c) => c.registration,
    idle: (c) => isPerson(c) || c.uscc !== null,
  },
  { code: 'CF_XDR_ZZJG', name: '行政相对人代码_3(组织机构代码)', of: none, idle: always },
  { code: 'CF_XDR_SWDJ', name: '行政相对人代码_4(税务登记号)', of: none, idle: always },
  { code: 'CF_XDR_SYDW', name: '行政相对人代码_5(事业单位证书号)', of: none, idle: always },
  { code: 'CF_XDR_SHZZ', name: '行政相对人代码_6(社会组织登记证号)', of: none, idle: always },
  { code: 'CF_FRDB', name: '法定代表人', of: (c) => c.representative, idle: isPerson },
  { code: 'CF_FR_ZJLX', name: '法定代表人证件类型', of: none, idle: isPerson },
  { code: 'CF_FR_ZJHM', name: '法定代表人证件号码', of: none, idle: isPerson },
  { code: 'CF_XDR_ZJLX', name: '证件类型', of: none, idle: isFirm },
  { code: 'CF_XDR_ZJHM', name: '证件号码', of: none, idle: isFirm },
  { code: 'CF_WSH', name: '行政处罚决定书文号', of: (c) => c.penalty.number },
  { code: 'CF_WFXW', name: '违法行为类型', of: (c) => c.penalty.violation },
  { code: 'CF_SY', name: '违法事实', of: (c) => c.penalty.facts },
  { code: 'CF_YJ', name: '处罚依据', of: (c) => c.penalty.basis },
  { code: 'CF_CFLB', name: '处罚类别', of: (c) => c.penalty.category },
  { code: 'CF_NR', name: '处罚内容', of: (c) => c.penalty.content },
  { code: 'CF_NR_FK', name: '罚款金额（万元）', of: (c) => wan(c.penalty.fine) },
  {
    code: 'CF_NR_WFFF',
    name: '没收违法所得、没收非法财物的金额（万元）',
    of: (c) => wan(c.penalty.confiscated),
  },
  { code: 'CF_NR_ZKDX', name: '暂扣或吊销证照名称及编号', of: (c) => c.penalty.licence },
  { code: 'CF_JDRQ', name: '处罚决定日期', of: (c) => slashed(c.penalty.decidedOn) },
  { code: 'CF_YXQ', name: '处罚有效期', of: (c) => slashed(c.penalty.validUntil) },
  { code: 'CF_GSJZQ', name: '公示截止期', of: (c) => slashed(c.penalty.publicUntil) },
  { code: 'CF_CFJG', name: '处罚机关', of: (c) => c.penalty.organ },
  { code: 'CF_CFJGDM', name: '处罚机关统一社会信用代码', of: (c) => c.penalty.organUscc },
  { code: 'CF_SJLY', name: '数据来源单位', of: (c) => c.source.name },
  { code: 'CF_SJLYDM', name: '数据来源单位统一社会信用代码', of: (c) => c.source.uscc },
  { code: 'BZ', name: '备注', of: none, idle: always },
];
