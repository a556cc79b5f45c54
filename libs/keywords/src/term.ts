import { pointsOf } from './code-points.js';
import { foldKindOf, NOISE, SOFT } from './fold-table.js';
import { spelt, type Profile } from './symbols.js';

/** A term as a lexicon writes it, with what may be undone to find it. */
export interface TermRule {
  readonly term: string;
  /** Only these very characters: no folding, no noise. */
  readonly exact?: boolean | undefined;
  /** Digit styles are one: 三, 叁, ③, Ⅲ are 3. */
  readonly digits?: boolean | undefined;
  /** Repeated characters count once: 保保本本. */
  readonly repeat?: boolean | undefined;
  /** Disguises count: characters that sound or look alike, split ones, pinyin (葆本, 亻呆本, bao本). */
  readonly homophone?: boolean | undefined;
  /** `false` lets a Latin or digit term match inside a longer word. */
  readonly edges?: boolean | undefined;
  /** Masks the hits inside it and is none itself. */
  readonly allow?: boolean | undefined;
}

/** Terms may be this many characters long. */
const LONGEST_TERM = 64;

/** The profile that a term's own flags ask for; disguises come on top. */
export function profileOf(rule: TermRule): Profile {
  if (rule.exact) return 'exact';
  if (rule.digits) return rule.repeat ? 'digits-repeat' : 'digits';
  return rule.repeat ? 'repeat' : 'folded';
}

const isMark = (cp: number): boolean => {
  const kind = foldKindOf(cp);
  return kind === NOISE || kind === SOFT;
};

/** Why a term cannot be used, in a Chinese sentence, or null. */
export function problemOfTerm(rule: TermRule): string | null {
  const points = pointsOf(rule.term);
  if (points.length === 0) return '词条为空';
  if (/[\p{Surrogate}\0\ufffe\uffff]/u.test(rule.term))
    return '词条含有不成对的代理字符或不是字符的编码';
  if (points.length > LONGEST_TERM)
    return `词条有 ${points.length} 个字符，最多 ${LONGEST_TERM} 个`;
  if (rule.exact && (rule.digits || rule.repeat || rule.homophone))
    return 'exact 与 digits、repeat、homophone 不能同时使用';
  if (!rule.exact && spelt(profileOf(rule), rule.term).length === 0)
    return points.every(isMark)
      ? '词条只有标点、空格或符号，折叠后为空；如确需原样匹配请加 exact'
      : '词条折叠后为空';
  return null;
}

/** The same term without any freedom but its edges. */
export function plainRule(rule: TermRule): TermRule {
  const { term, edges, allow } = rule;
  return { term, exact: true, edges, allow };
}
