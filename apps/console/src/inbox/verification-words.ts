import type {
  CheckedElement,
  CheckedLine,
  Conclusion,
  Finding,
  VerificationFacts,
} from '../api/inbox.js';

export const ELEMENT_WORDS: Readonly<Record<CheckedElement, string>> = {
  ...{ illegality: '非法性', inducement: '利诱性', sociality: '社会性' },
};
export const FINDING_WORDS: Readonly<Record<Finding, string>> = {
  ...{ met: '具备', 'not-met': '不具备', unclear: '不明' },
};
export const CONCLUSION_WORDS: Readonly<Record<Conclusion, string>> = {
  ...{ confirmed: '查实', refuted: '排除', insufficient: '证据不足' },
  administrative: '行政处理',
};
/** What it can have been; the house knows the same (libs/domain). */
export const SCHEMES: readonly (readonly [code: string, words: string])[] = [
  ['illegal-fundraising', '非法集资'],
  ['illegal-lending', '非法放贷'],
  ['pyramid-selling', '传销'],
  ['virtual-currency', '虚拟货币'],
  ['illegal-securities', '非法证券期货荐股'],
  ['underground-banking', '非法外汇与地下钱庄'],
  ['illegal-insurance', '非法保险'],
  ['pension-fraud', '养老诈骗'],
  ['credit-repair', '征信修复与金融黑产'],
  ['debt-evasion', '逃废金融债务'],
  ['other', '其他非法金融活动'],
];
export const ACTION_WORDS = {
  visit: '走访、进入场所',
  interview: '询问',
  documents: '查阅、复制、封存',
  account: '查询账户',
  other: '其他',
} as const;

/** How a verification ended; null while it is open. */
export const endOf = ({ entries }: VerificationFacts) =>
  entries.find(({ kind }) => kind === 'concluded') ?? null;

/** What of the checklist speaks against a conclusion; null when nothing does. The server decides by the same rules. */
export function faultOf(conclusion: Conclusion, checklist: readonly CheckedLine[]): string | null {
  const isProved = checklist.every(
    ({ finding, evidence }) => finding === 'met' && evidence.length > 0,
  );
  if (conclusion === 'confirmed' && !isProved) return '查实须三性都具备并且各有证据';
  if (conclusion === 'refuted' && !checklist.some(({ finding }) => finding === 'not-met'))
    return '排除须至少一性不具备；都没有查明的请选“证据不足”';
  if (conclusion === 'insufficient' && isProved) return '三性都已具备且有证据，请选“查实”';
  return null;
}
