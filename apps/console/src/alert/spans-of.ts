import type { MarkedSpan } from '../marked/segments.js';
import type { MarkedPlace } from '../api/alert-evidence.js';

const TRANSFORMS: Readonly<Record<string, string>> = {
  ...{ homophone: '谐音', 'look-alike': '形近字', split: '拆字', pinyin: '拼音' },
  ...{ initial: '拼音首字母', traditional: '繁体', width: '全角半角', case: '大小写' },
  ...{ compatibility: '异体写法', digits: '数字写法', repeat: '重复字', noise: '夹杂符号' },
  invisible: '看不见的字符',
};
const CUES: Readonly<Record<string, string>> = {
  ...{ negation: '否定语', 'warning text': '警示宣传语', denial: '辟谣语', quotation: '书名号' },
};
const CUE = /^(negation|warning text|denial|quotation) ([\s\S]*) at (\d+)-(\d+)$/u;

/** The cue that takes the meaning of a hit away. */
interface Cue {
  readonly kind: string;
  readonly quote: string;
  readonly from: number;
  readonly to: number;
}

/** Reads `warning text 谨防 at 0-2`; null when it is written in another way. */
export function cueIn(suppressed: string): Cue | null {
  const [, kind, quote, from, to] = CUE.exec(suppressed) ?? [];
  if (kind === undefined || quote === undefined) return null;
  return { kind: CUES[kind] ?? kind, quote, from: Number(from), to: Number(to) };
}

/** How a word was hidden: 谐音、拆字. */
export const transformWords = (transforms: readonly string[]): string =>
  transforms.map((one) => TRANSFORMS[one] ?? one).join('、');

/** Why a place does not count, in words. */
export function suppressionWords(suppressed: string): string {
  const cue = cueIn(suppressed);
  return cue ? `处于${cue.kind}“${cue.quote}”的语境，不计分` : `不计分：${suppressed}`;
}

/** What a place is, in one sentence. */
export function placeWords({
  title,
  term,
  transforms,
  confidence,
  suppressed,
}: MarkedPlace): string {
  const ways = transformWords(transforms);
  const sure = confidence < 0.995 ? `，把握 ${String(Math.round(confidence * 100))}%` : '';
  const read = term === null ? '' : `（读作“${term}”${ways === '' ? '' : `：${ways}`}${sure}）`;
  const context = suppressed === null ? '' : `；${suppressionWords(suppressed)}`;
  return `${title}${read}${context}`;
}

function kindOf({ engine, suppressed }: MarkedPlace): MarkedSpan['kind'] {
  if (suppressed !== null) return 'suppressed';
  if (engine === 'numbers') return 'yield';
  return engine === 'rules' ? 'rule' : 'hit';
}

/** The places of a text as marks; the cue of whatever does not count is marked too. */
export const spansOf = (places: readonly MarkedPlace[]): MarkedSpan[] =>
  places.flatMap((place) => {
    const { start: from, end: to, suppressed } = place;
    const span = { from, to, kind: kindOf(place), title: placeWords(place) };
    const cue = suppressed === null ? null : cueIn(suppressed);
    if (!cue) return [span];
    const { kind, quote, ...at } = cue;
    return [span, { ...at, kind: 'cue', title: `${kind}“${quote}”：其后或所在的词语不计分` }];
  });

/** The places that need a word beside the text: hidden ones, and those that do not count; each once. */
export const toldPlaces = (text: string, places: readonly MarkedPlace[]): string[] => [
  ...new Set(
    places
      .filter(({ term, suppressed }) => term !== null || suppressed !== null)
      .map((place) => `“${text.slice(place.start, place.end)}”：${placeWords(place)}`),
  ),
];
