import { UNITS, unitsSaying } from './fold-unit.js';

/** Some letters in any width, case or script, asked for at a place of a text by one load. */
export class LetterSet {
  private readonly marks = new Uint8Array(UNITS);

  constructor(letters: string) {
    for (const unit of Array.from(letters).flatMap(unitsSaying)) this.marks[unit] = 1;
  }

  /** Whether one of the letters stands at a place; none stands outside the text. */
  isAt(text: string, at: number): boolean {
    return at >= 0 && at < text.length && this.marks[text.charCodeAt(at)] === 1;
  }
}
