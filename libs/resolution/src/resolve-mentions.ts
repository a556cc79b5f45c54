import type { EntityKey, EntityKeyKind, FeedRecord, ResolvedMention, ToldTies } from '@risk/domain';
import { readCode } from './credit-code.js';
import { findMentions } from './find-mentions.js';
import { foldName, type FoldedName } from './fold-name.js';
import { uniqueKeys, type FoundMention } from './found-mention.js';
import type { Places } from './places.js';
import { registeredTies } from './registered-ties.js';
import { sixDigits } from './structured-mentions.js';

/** From strong to weak. */
const CONTACT_KINDS: readonly EntityKeyKind[] = ['website', 'app', 'wechat', 'phone'];

/** Who a record is about, with the keys under which each can be found or founded; [] when nobody. */
export function resolveMentions(record: FeedRecord, places: Places): ResolvedMention[] {
  return findMentions(record, places)
    .map((found) => resolved(found, record, places))
    .filter((mention) => mention.keys.length > 0);
}

function resolved(found: FoundMention, record: FeedRecord, places: Places): ResolvedMention {
  const { folded, mention, role, confidence, because } = found;
  const regionCode = regionOf(found, record, places);
  const names = [...nameKeys(folded, regionCode, places), ...formerKeys(found, places)];
  const codes = found.keys.filter(({ kind }) => kind === 'uscc' || kind === 'regno');
  const parents = parentNames(folded, places);
  const contacts = CONTACT_KINDS.flatMap((kind) => found.keys.filter((key) => key.kind === kind));
  return {
    mention,
    role,
    foldedName: folded?.folded ?? '',
    keys: uniqueKeys([...codes, ...names, ...contacts]),
    // A branch with a code of its own stands for itself; without one it inherits from its parent.
    parentKeys: codes.length > 0 ? [] : parents,
    ties: tiesOf(found, record, regionCode, parents),
    regionCode,
    confidence,
    because,
    flags: [...found.flags, ...checksumFlags(found)],
  };
}

const nameKey = (folded: string): EntityKey => ({ kind: 'name', value: folded });

/** A name without a place is also looked for under the city the record comes from. */
function nameKeys(
  folded: FoldedName | null,
  regionCode: string | null,
  places: Places,
): EntityKey[] {
  if (folded === null) return [];
  const own = nameKey(folded.folded);
  if (folded.region !== '' || regionCode === null) return [own];
  const city = cityName(regionCode, places);
  return city === null ? [own] : [own, nameKey(city + folded.folded)];
}

const cityName = (regionCode: string, places: Places): string | null =>
  places.cities.get(`${regionCode.slice(0, 4)}00`) ?? null;

function formerKeys(found: FoundMention, places: Places): EntityKey[] {
  return [...found.formerNames, ...(found.folded?.former ?? [])]
    .map((name) => foldName(name, places).folded)
    .filter((folded) => folded.length >= 2)
    .map(nameKey);
}

function parentNames(folded: FoldedName | null, places: Places): EntityKey[] {
  return folded?.branch === undefined ? [] : nameKeys(folded.branch.parent, null, places);
}

const NO_TIES: ToldTies = {};

/** Only its own registration tells what a firm is tied to. */
function tiesOf(
  { role }: FoundMention,
  record: FeedRecord,
  regionCode: string | null,
  parents: readonly EntityKey[],
): ToldTies {
  if (role !== 'subject' || record.feed !== 'registration') return NO_TIES;
  const names = parents.map(({ value }) => value);
  return registeredTies(record.payload, regionCode, names);
}

/** Codes read out of running text have not been remarked upon yet. */
function checksumFlags(found: FoundMention): string[] {
  if (found.flags.length > 0) return [];
  return found.keys
    .filter(({ kind, value }) => kind === 'uscc' && !readCode(value).checksum)
    .map(() => '统一社会信用代码校验位不符');
}

/**
 * The registered place as far as the record tells: its own field or address, then the name's
 * county, then the registering authority in the credit code (GB 32100-2015, signs 3 to 8), then the
 * name's city, and only then where the record comes from.
 */
function regionOf(found: FoundMention, record: FeedRecord, places: Places): string | null {
  const named = places.byName.get(found.folded?.region ?? '');
  const narrow = named?.level === 'county' || named?.level === 'zone' ? named.code : null;
  const told = found.regionCode ?? narrow ?? found.mention.uscc?.slice(2, 8);
  if (told !== undefined) return told;
  return named ? named.code : sixDigits(record.payload.regionCode);
}
