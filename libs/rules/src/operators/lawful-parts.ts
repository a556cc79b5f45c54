/** Stands where a lawful part stood, so that spans stay where they were. */
const COVER = '\uE000';

/**
 * What a business scope says the firm does not do: `（不含金融信息服务）`, `未经批准不得从事…`, `（证券业务除外）`.
 * It reaches to the end of the bracket or of the item, because registries write whole lists after one 不得.
 */
const EXCLUDED =
  /(?:未经[^（()）；;。\n]{0,24}?批准[，,]?)?(?:不得|不含|不包括|不包含|不从事|不涉及|严禁|禁止)[^（()）；;。\n]*|[（(][^（()）]*除外[)）]/gu;

const SCOPE_FIELD = 'businessScope';

const cover = (text: string, lawful: RegExp): string =>
  text.replace(lawful, (part) => COVER.repeat(part.length));

/** The last scope that was covered, as many conditions read one scope in turn. */
let last = { text: '', covered: '' };

function coverScope(text: string): string {
  if (last.text !== text) last = { text, covered: cover(text, EXCLUDED) };
  return last.covered;
}

/** Covers what does not count in a field: phrases that the rule excepts, and a scope's own exclusions. */
export function coverLawfulParts(text: string, field: string, excepted: RegExp | null): string {
  const left = excepted ? cover(text, excepted) : text;
  return field === SCOPE_FIELD ? coverScope(left) : left;
}
