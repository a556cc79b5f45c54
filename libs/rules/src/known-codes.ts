import type { RuleDefinition } from './schema.js';
import { questionsOf, type AskedCodes, type Shape } from './shape.js';

/** The codes that occur besides the rules' own ids. */
export interface KnownCodes {
  /** Codes of the lexicon, its compounds among them: what a hit may bear. */
  readonly words: ReadonlySet<string>;
  /** What a signal of another engine may bear. */
  readonly signals: ReadonlySet<string>;
}

/** Codes that stand somewhere in a rule. */
export interface PlacedCodes extends AskedCodes {
  readonly at: string;
}

/** A rule as far as its codes go. */
interface Asking {
  readonly file: string;
  readonly id: string;
  readonly asks: readonly PlacedCodes[];
}

/** The codes that a condition asks for, each with its place. */
export const askedByShape = (shape: Shape): readonly PlacedCodes[] =>
  questionsOf(shape).flatMap(({ at, asks }) => asks.map((asked) => ({ ...asked, at })));

/** The codes that the examples of a rule give. */
export const askedByExamples = ({ examples }: RuleDefinition): readonly PlacedCodes[] =>
  examples.flatMap(({ given }, i) => [
    { kind: 'word', codes: Object.keys(given.hits), at: `examples[${i}].given.hits` },
    {
      kind: 'signal',
      codes: given.signals.map(({ code }) => code),
      at: `examples[${i}].given.signals`,
    },
  ]);

/** Codes that rules ask for and nothing ever bears, with file, rule and place. */
export function strangeCodes(
  rules: readonly Asking[],
  ids: ReadonlySet<string>,
  { words, signals }: KnownCodes,
): string[] {
  const bears = {
    word: (code: string) => words.has(code),
    signal: (code: string) => signals.has(code) || ids.has(code),
  };
  return rules.flatMap(({ file, id, asks }) =>
    asks.flatMap(({ kind, codes, at }) =>
      codes
        .filter((code) => !bears[kind](code))
        .map((code) => `${file} › ${id} › ${at}：${STRANGE[kind](code)}`),
    ),
  );
}

const STRANGE: Readonly<Record<AskedCodes['kind'], (code: string) => string>> = {
  word: (code) => `词库里没有代码“${code}”`,
  signal: (code) => `没有信号编码“${code}”：不是词库代码、规则编号、类型或收益率代码`,
};
