/** Measures a character in points, the space behind it included. */
export type Advance = (char: string) => number;

/** A line of a paragraph; only the last one may stay short. */
export interface Line {
  readonly text: string;
  readonly width: number;
  readonly isLast: boolean;
}

const CLOSING = /^[，。、；：！？）》〉”’】」』〕…—·%％‰℃,.;:!?)\]}]$/u;
const OPENING = /^[（《〈“‘【「『〔([{]$/u;
const WORD = /^[A-Za-z0-9._@/:?+*&#=~'-]$/u;
/** Their right half is blank, so that they may stand half over the edge. */
const HANGING = /[，。、；：！？）》〉】」』〕]$/u;

/** Breaks a paragraph by the rules of Chinese: nothing that closes begins a line, nothing that opens ends one. */
export function breakLines(
  text: string,
  widths: { readonly first: number; readonly rest: number },
  advance: Advance,
): readonly Line[] {
  const widthOf = (piece: string): number =>
    Array.from(piece).reduce((sum, char) => sum + advance(char), 0);
  const lines: string[] = [];
  let line = '';
  for (const unit of unitsOf(text).flatMap((one) => fitting(one, widths.rest, widthOf))) {
    const room = lines.length === 0 ? widths.first : widths.rest;
    if (line !== '' && widthOf(line + unit) > room + overhang(unit, advance)) {
      lines.push(line);
      line = '';
    }
    line += line === '' && lines.length > 0 ? unit.trimStart() : unit;
  }
  lines.push(line);
  return lines.map((one, i) => ({
    text: one,
    width: widthOf(one),
    isLast: i === lines.length - 1,
  }));
}

const overhang = (unit: string, advance: Advance): number =>
  HANGING.test(unit) ? advance(unit.slice(-1)) / 2 : 0.01;

/** What must not be torn: words and numbers, and characters with what opens before or closes behind them. */
export function unitsOf(text: string): readonly string[] {
  const units: string[] = [];
  let before = '';
  for (const char of text) {
    if (sticks(before, char) && units.length > 0) units.push(`${units.pop() ?? ''}${char}`);
    else units.push(char);
    before = char;
  }
  return units;
}

const sticks = (before: string, char: string): boolean =>
  CLOSING.test(char) || OPENING.test(before) || (WORD.test(before) && WORD.test(char));

/** A word that is longer than a line is torn after all. */
function fitting(
  unit: string,
  width: number,
  widthOf: (text: string) => number,
): readonly string[] {
  return widthOf(unit) <= width ? [unit] : Array.from(unit);
}
