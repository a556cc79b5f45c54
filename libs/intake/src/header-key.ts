const NOISE = /[\s_\-()（）[\]【】{}<>《》*:：."'“”]/g;
const UNIT_SUFFIX = /[(（](?:单位[:：]?)?(万元|元|人民币|人|%)[)）]\s*$/;
const REMEMBERED = 5_000;

/** Headers repeat in every row, so their keys are remembered up to a bound. */
const known = new Map<string, string>();

/**
 * The form under which headers are compared: NFKC, lower case, without _ blanks and brackets and
 * without a trailing （万元）; `ENT_NAME`, `entName` and `Ent Name ` are one header.
 */
export function headerKey(header: string): string {
  const before = known.get(header);
  if (before !== undefined) return before;
  const key = header
    .normalize('NFKC')
    .trim()
    .replace(UNIT_SUFFIX, '')
    .toLowerCase()
    .replace(NOISE, '');
  if (known.size < REMEMBERED && header.length <= 100) known.set(header, key);
  return key;
}

/** The unit that a header states itself, as in 注册资本（万元）. */
export function statedUnit(header: string): 'wan' | 'yuan' | null {
  const unit = UNIT_SUFFIX.exec(header.normalize('NFKC').trim())?.[1];
  if (unit === '万元') return 'wan';
  return unit === '元' ? 'yuan' : null;
}
