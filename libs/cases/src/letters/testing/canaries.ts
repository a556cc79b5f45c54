import fc from 'fast-check';

/** A made-up reporter: what is known of one, and how it may be written in a text. */
export interface Canary {
  readonly name: string;
  readonly written: readonly string[];
  /** Name and plain numbers: none of them may come out. */
  readonly secrets: readonly string[];
}

const digits = (n: number) =>
  fc
    .array(fc.integer({ min: 0, max: 9 }), { minLength: n, maxLength: n })
    .map((all) => all.join(''));

const wide = (text: string): string =>
  text.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));

const STYLES: readonly ((number: string) => string)[] = [
  (number) => number,
  wide,
  (number) => `${number.slice(0, 3)}-${number.slice(3, 7)}-${number.slice(7)}`,
  (number) => `${number.slice(0, 3)} ${number.slice(3, 7)} ${number.slice(7)}`,
];

const name = fc
  .tuple(
    fc.constantFrom('欧阳', '慕容', '皇甫'),
    fc.constantFrom('霁', '翀', '甯'),
    fc.constantFrom('', '淼'),
  )
  .map((parts) => parts.join(''));
const phone = fc
  .tuple(fc.integer({ min: 3, max: 9 }), digits(9))
  .map(([d, rest]) => `1${d}${rest}`);
const paper = fc
  .tuple(digits(5), fc.constantFrom('1', '5', 'X'))
  .map(([rest, last]) => `43100219800${rest}1${last}`);

export const canaries: fc.Arbitrary<Canary> = fc
  .record({ name, phone, paper, style: fc.constantFrom(...STYLES) })
  .map((one) => ({
    name: one.name,
    written: [one.style(one.phone), one.style(one.paper)],
    secrets: [one.name, one.phone, one.paper],
  }));
