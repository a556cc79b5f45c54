import type { FeedRecord } from '@risk/domain';
import { uniqueKeys, type FoundMention } from './found-mention.js';
import type { FoldedName } from './fold-name.js';
import type { Places } from './places.js';
import { structuredMentions } from './structured-mentions.js';
import { readTexts, type LooseContact } from './text-mentions.js';

/** Who a record is about: fields first, then its text; each party once, with all its contacts. */
export function findMentions(record: FeedRecord, places: Places): FoundMention[] {
  const { named, loose } = readTexts(record, places);
  const parties: FoundMention[] = [];
  for (const mention of [...structuredMentions(record, places), ...fullNamesFirst(named)]) {
    const at = parties.findIndex((party) => isSameParty(party, mention));
    if (at < 0) parties.push(mention);
    else parties[at] = joined(parties[at] ?? mention, mention);
  }
  return giveLoose(parties, loose, record);
}

/** The full name founds the party, its short forms in the same record join it. */
const fullNamesFirst = (named: readonly FoundMention[]): FoundMention[] =>
  [...named].sort((a, b) => fullness(b.folded) - fullness(a.folded));

const fullness = (folded: FoldedName | null): number =>
  folded === null
    ? 0
    : Number(folded.form.kind !== 'none') +
      Number(folded.region !== '') +
      Number(folded.industry !== '');

function isSameParty(party: FoundMention, other: FoundMention): boolean {
  const [a, b] = [party.folded, other.folded];
  if (party.mention.uscc !== null && party.mention.uscc === other.mention.uscc) return true;
  if (a === null || b === null) return false;
  if (a.folded === b.folded) return true;
  return isShortFor(b, a) || isShortFor(a, b);
}

/** 鑫源公司 after 郴州鑫源投资有限公司: same core, nothing that contradicts. */
function isShortFor(short: FoldedName, long: FoldedName): boolean {
  if (short.core === '' || short.branch || long.branch || short.core !== long.core) return false;
  const fits = short.region === '' || short.region === long.region;
  return fits && (short.industry === '' || short.industry === long.industry);
}

function joined(party: FoundMention, other: FoundMention): FoundMention {
  return {
    ...party,
    mention: { ...party.mention, uscc: party.mention.uscc ?? other.mention.uscc },
    keys: uniqueKeys([...party.keys, ...other.keys]),
    confidence: Math.max(party.confidence, other.confidence),
    flags: [...new Set([...party.flags, ...other.flags])],
  };
}

/** Loose contacts go to the only party (in an advertisement to the first), else they stand alone. */
function giveLoose(
  parties: readonly FoundMention[],
  loose: readonly LooseContact[],
  record: FeedRecord,
): FoundMention[] {
  const [first, ...others] = parties;
  const keys = loose.map(({ key }) => key);
  if (!first) return standAlone(loose, record);
  if (keys.length === 0 || (others.length > 0 && record.feed !== 'advertisement'))
    return [...parties];
  const uscc = first.mention.uscc ?? keys.find(({ kind }) => kind === 'uscc')?.value ?? null;
  return [
    { ...first, mention: { ...first.mention, uscc }, keys: uniqueKeys([...first.keys, ...keys]) },
    ...others,
  ];
}

function standAlone(loose: readonly LooseContact[], record: FeedRecord): FoundMention[] {
  const [shown] = loose;
  if (!shown) return [];
  const uscc = loose.find(({ key }) => key.kind === 'uscc')?.key.value ?? null;
  const { name, field, start, end } = shown;
  return [
    {
      mention: { name, uscc, field, start, end },
      role: record.feed === 'advertisement' ? 'advertiser' : 'target',
      folded: null,
      formerNames: [],
      keys: uniqueKeys(loose.map(({ key }) => key)),
      regionCode: null,
      confidence: uscc === null ? 0.4 : 0.9,
      because: '未写明名称，只有联系方式、网址或代码',
      flags: [],
    },
  ];
}
