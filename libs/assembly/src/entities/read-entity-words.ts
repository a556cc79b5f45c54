import type { EntityKey } from '@risk/domain';
import { Invalid } from '@risk/kit';
import { foldName, foldPhone, foldWebsite, plainName, type Places } from '@risk/resolution';
import type { EntityWords } from '@risk/store';

/** What the words of a search are read with. */
export interface WordReading {
  readonly places: Places;
  /** The first four digits of the city: persons are known within it. */
  readonly prefecture: string;
}

/** The first eight signs of a code are those of a whole county. */
const CODE = /^[0-9A-Z]{9,18}$/;
const ID = /^\d{1,14}$/;
const PERSON = /^[\u4e00-\u9fff]{2,4}$/;
/** The rest of an ending that somebody began to write: names are kept without their legal form. */
const ENDING = /(?:股份|有限|有限责任?|责任)?(?:有|有限|有限公|责任公|公)?$/;

/** Reads the words of a search in every way in which they can be meant; refuses what could mean anything. */
export function readEntityWords(text: string, { places, prefecture }: WordReading): EntityWords {
  const plain = plainName(text);
  const code = text.normalize('NFKC').replace(/\s/g, '').toUpperCase();
  const words: EntityWords = {
    names: namesIn(text, places),
    code: CODE.test(code) ? code : null,
    keys: keysIn(text),
    owners: PERSON.test(plain) ? [`${plain}@${prefecture}`] : plain.length >= 5 ? [plain] : [],
    id: ID.test(code) ? code : null,
  };
  const ways = [...words.names, ...words.keys, words.code, words.id];
  if (ways.some((way) => way !== null)) return words;
  throw new Invalid('words：至少写两个字，或者信用代码的前九位、电话、编号');
}

/** The words as they are, and as the keys of whole names are folded. */
function namesIn(text: string, places: Places): string[] {
  const plain = plainName(text);
  const { folded } = foldName(text, places);
  const ways = [plain, folded, plain.replace(ENDING, '')];
  return [...new Set(ways)].filter((way) => Array.from(way).length >= 2);
}

function keysIn(text: string): EntityKey[] {
  const [phone, website] = [foldPhone(text), foldWebsite(text)];
  return [
    ...(phone === null ? [] : [{ kind: 'phone', value: phone } as const]),
    ...(website === null ? [] : [{ kind: 'website', value: website } as const]),
  ];
}
