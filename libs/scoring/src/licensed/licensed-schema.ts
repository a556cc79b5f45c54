import { isCalendarDay } from '@risk/kit';
import { z } from 'zod';

/** Kinds of licensed institutions, with the names that people read. */
export const LICENCE_KINDS = {
  bank: '银行业金融机构',
  'consumer-finance': '消费金融公司',
  trust: '信托公司',
  securities: '证券公司',
  futures: '期货公司',
  fund: '基金管理公司',
  insurance: '保险公司',
  'insurance-intermediary': '保险中介机构',
  payment: '支付机构',
  'credit-reporting': '征信机构',
  'small-loan': '小额贷款公司',
  guarantee: '融资担保公司',
  pawn: '典当行',
  leasing: '融资租赁公司',
  factoring: '商业保理公司',
  'asset-management': '地方资产管理公司',
  exchange: '交易场所',
  other: '其他持牌机构',
} as const;
type LicenceKind = keyof typeof LICENCE_KINDS;

const text = z.string().trim().min(1);
const day = z.string().refine(isCalendarDay, { error: '应为日历上的一天，写成 yyyy-mm-dd' });

const entrySchema = z.strictObject({
  name: text,
  uscc: text.optional(),
  formerNames: z.array(text).default([]),
  kind: z.enum(Object.keys(LICENCE_KINDS) as [LicenceKind, ...LicenceKind[]]),
  /** Number of the licence. */
  licence: text.optional(),
  /** Who answers for the entry. */
  owner: text,
  reason: text,
  /** The official list it was taken from. */
  source: text,
  /** First and last day on which it acts. */
  from: day,
  until: day,
  suppresses: z.union([z.literal('all'), z.array(text).min(1)]),
});

/** The form of config/licensed.yaml. */
export const licensedSchema = z.strictObject({ entries: z.array(entrySchema) });

/** An entry as it is written. */
export type LicensedLine = z.infer<typeof entrySchema>;
