import { UnitMap } from '../unit-map.js';
import { unitsSaying } from './fold-unit.js';

/** Some letters in any width, case or script, asked for at a place of a text by one load. */
export class LetterSet {
  private readonly marks: UnitMap;

  constructor(letters: string) {
    this.marks = new UnitMap(
      Array.from(letters)
        .flatMap(unitsSaying)
        .map((unit) => [unit, 1]),
    );
  }

  /** Whether one of the letters stands at a place; none stands outside the text. */
  isAt(text: string, at: number): boolean {
    return at >= 0 && at < text.length && this.marks.get(text.charCodeAt(at)) === 1;
  }
}
