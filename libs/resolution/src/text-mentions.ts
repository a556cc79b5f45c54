import type { EntityKey, EntityRole, FeedRecord } from '@risk/domain';
import { bystanderSort } from './bystanders.js';
import { foldAccount, findContacts, foldWebsite, type Contact } from './contacts.js';
import { findNames, type NameHit } from './find-names.js';
import { foldName } from './fold-name.js';
import { uniqueKeys, type FoundMention } from './found-mention.js';
import { isGeneric } from './name-cuts.js';
import { plainName } from './name-text.js';
import { isPlace, type Places } from './places.js';

const SIGNATURE =
  /^\s*[【[](?!.*(?:退订|拒收|广告|通知|提醒))([^【】[\]]{2,12})[】\]]|[【[]([^【】[\]]{2,12})[】\]]\s*$/;

interface FieldText {
  readonly field: string;
  readonly text: string;
}

/** A contact that stands near no name. */
export interface LooseContact {
  readonly key: EntityKey;
  readonly name: string;
  readonly field: string;
  readonly start: number;
  readonly end: number;
}

/** What the running text of a record tells of parties. */
interface TextReading {
  readonly named: readonly FoundMention[];
  readonly loose: readonly LooseContact[];
}

/** A contact further away than this from a name (characters) is not taken for that name's. */
const NEAR = 60;

/** Reads the names and contacts out of a record's running text. */
export function readTexts(record: FeedRecord, places: Places): TextReading {
  const readings = textsOf(record).map((field) => readField(record, field, places));
  return {
    named: readings.flatMap((reading) => reading.named),
    loose: [...readings.flatMap((reading) => reading.loose), ...urlOf(record)],
  };
}

function readField(record: FeedRecord, { field, text }: FieldText, places: Places): TextReading {
  const isAd = record.feed === 'advertisement';
  const found = findNames(text, places);
  const names = isAd ? [...found, ...signatures(text, found, places)] : found;
  const { owned, rest } = shareOut(names, findContacts(text));
  const role: EntityRole = isAd ? 'advertiser' : 'target';
  return {
    named: names.map((name, i) => mentionOf(name, field, role, owned[i] ?? [])),
    loose: rest.map(({ key, start, end }) => ({
      key,
      name: text.slice(start, end),
      field,
      start,
      end,
    })),
  };
}

function textsOf(record: FeedRecord): FieldText[] {
  const texts = (fields: readonly (readonly [string, string | undefined])[]) =>
    fields.flatMap(([field, text]) => (text === undefined || text === '' ? [] : [{ field, text }]));
  switch (record.feed) {
    case 'registration':
      return [];
    case 'complaint':
      return texts([
        ['title', record.payload.title],
        ['text', record.payload.text],
      ]);
    case 'advertisement':
      return texts([
        ['title', record.payload.title],
        ['text', record.payload.text],
        ['imageText', record.payload.imageText],
      ]);
  }
}

/** 【鑫源】 at the beginning or end of a short message is its sender's signature. */
function signatures(text: string, others: readonly NameHit[], places: Places): NameHit[] {
  const found = SIGNATURE.exec(text);
  const name = found?.[1] ?? found?.[2];
  if (found === null || name === undefined) return [];
  const start = text.indexOf(name, found.index);
  const end = start + name.length;
  const folded = foldName(name, places);
  const isKnown = others.some((hit) => hit.start < end && start < hit.end);
  if (isKnown || isPlace(name, places) || isGeneric(folded.core)) return [];
  if (bystanderSort(plainName(name)) !== null) return [];
  return [{ name, start, end, folded, isApp: false, confidence: 0.55, because: '短信签名' }];
}

/** Gives each contact to the name before it in the same field, when one is near. */
function shareOut(
  names: readonly NameHit[],
  contacts: readonly Contact[],
): { owned: EntityKey[][]; rest: Contact[] } {
  const owned: EntityKey[][] = names.map(() => []);
  const rest: Contact[] = [];
  for (const contact of contacts) {
    const at = names.findLastIndex(
      (name) => name.end <= contact.start && contact.start - name.end <= NEAR,
    );
    const list = names.length === 1 ? owned[0] : owned[at];
    if (list) list.push(contact.key);
    else rest.push(contact);
  }
  return { owned, rest };
}

function mentionOf(
  hit: NameHit,
  field: string,
  role: EntityRole,
  contacts: readonly EntityKey[],
): FoundMention {
  const app = hit.isApp ? foldAccount(hit.name) : null;
  const keys = app === null ? contacts : [...contacts, { kind: 'app' as const, value: app }];
  return {
    mention: {
      name: hit.name,
      uscc: contacts.find((key) => key.kind === 'uscc')?.value ?? null,
      field,
      start: hit.start,
      end: hit.end,
    },
    role,
    folded: hit.folded,
    formerNames: [],
    keys: uniqueKeys(keys),
    regionCode: null,
    confidence: hit.confidence,
    because: hit.because,
    flags: [],
  };
}

function urlOf(record: FeedRecord): LooseContact[] {
  const url = record.feed === 'advertisement' ? record.payload.url : undefined;
  const value = url === undefined ? null : foldWebsite(url);
  if (url === undefined || value === null) return [];
  return [
    { key: { kind: 'website', value }, name: value, field: 'url', start: 0, end: url.length },
  ];
}
