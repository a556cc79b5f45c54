/** Why a single value cannot be used, as a Chinese clause that follows the field's name. */
export interface Unfit {
  readonly unfit: string;
}

/** What became of one value: the clean value, undefined when it says nothing, or why it is unfit. */
export type Reading<T> = T | undefined | Unfit;

export const unfit = (why: string): Unfit => ({ unfit: why });

export const isUnfit = (reading: unknown): reading is Unfit =>
  typeof reading === 'object' && reading !== null && 'unfit' in reading;

/** Ways in which the sending systems write "nothing" (seen in the 市监, 信访 and 信用 tables). */
const MISSING_MARKS: ReadonlySet<string> = new Set([
  '', '\\n', 'null', 'undefined', 'none', 'nan', 'n/a', '-', '--', '—', '——', '/', '\\', '无', '暂无',
  '未知', '不详', '空', '&nbsp;',
]); // prettier-ignore

/** Whether a value says nothing: null, empty, `\N`, 暂无 and their kin. */
export function isMissing(value: unknown): boolean {
  if (value === null || value === undefined) return true;
  if (typeof value !== 'string' || value.length > 12) return false;
  return MISSING_MARKS.has(value.trim().toLowerCase());
}

const BEYOND_ASCII = /[^\x20-\x7e]/;

/** Full-width letters and digits become half-width ones; blanks at the edges go. */
export const foldWidth = (text: string): string =>
  (BEYOND_ASCII.test(text) ? text.normalize('NFKC') : text).trim();

/** Short excerpt of a value for an error sentence. */
export function excerpt(value: unknown): string {
  const text =
    typeof value === 'string' ? value : ((JSON.stringify(value) as string | undefined) ?? '');
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}
