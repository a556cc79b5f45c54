import type { Reporter } from '../feed-record.js';
import type { TextSpan } from './text-span.js';

/** How a digit may be written, so that a number is found however it is set. */
const DIGITS = ['0０〇零', '1１一壹幺', '2２二贰', '3３三叁', '4４四肆', '5５五伍', '6６六陆', '7７七柒', '8８八捌', '9９九玖']; // prettier-ignore
const GAPS = ' \t\r\n\u00a0\u3000-－—.·';

const FOLDED: ReadonlyMap<string, string> = new Map([
  ...DIGITS.flatMap((ways, digit) => Array.from(ways, (way) => [way, String(digit)] as const)),
  ...Array.from('xXｘＸ', (way) => [way, 'X'] as const),
  ...Array.from(GAPS, (gap) => [gap, ''] as const),
]);

/** A text without gaps and with plain digits; `at` says where each of its units stood. */
interface Folded {
  readonly text: string;
  readonly at: readonly number[];
}

/** Unit by unit: no regular expression is built for a reporter, which would cost milliseconds each. */
function fold(text: string): Folded {
  const at: number[] = [];
  let folded = '';
  for (let i = 0; i < text.length; i += 1) {
    const unit = text.charAt(i);
    const plain = FOLDED.get(unit) ?? unit;
    if (plain === '') continue;
    folded += plain;
    at.push(i);
  }
  return { text: folded, at };
}

/** Shorter ones are no names and no numbers, and would be found everywhere. */
const SHORTEST = { name: 2, number: 7 } as const;
/** Between two units of what is known at most as many gaps as units: letters far apart are no name. */
const WIDEST = 2;

const folded = (text: string | undefined): string => fold((text ?? '').normalize('NFKC')).text;

/** Finds what the vault knows of a reporter wherever it stands in a text. */
export function knownSpans({ name, phone, idNumber }: Reporter): (text: string) => TextSpan[] {
  const who = folded(name);
  const numbers = [phone, idNumber].map((number) => folded(number).replace(/[^\dX]/g, ''));
  const known = [
    ...(who.length >= SHORTEST.name ? [who] : []),
    ...numbers.filter((number) => number.length >= SHORTEST.number),
  ];
  return (text) => {
    if (known.length === 0) return [];
    const whole = fold(text);
    return known.flatMap((word) => spansOf(whole, word));
  };
}

function spansOf({ text, at }: Folded, word: string): TextSpan[] {
  const spans: TextSpan[] = [];
  for (let from = text.indexOf(word); from >= 0; from = text.indexOf(word, from + 1)) {
    const [start, last] = [at[from] ?? 0, at[from + word.length - 1] ?? 0];
    if (last - start < word.length * (WIDEST + 1)) spans.push({ start, end: last + 1 });
  }
  return spans;
}
