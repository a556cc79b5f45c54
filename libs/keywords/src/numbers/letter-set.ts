import { UnitSet } from '../unit-map.js';
import { unitsSaying } from './fold-unit.js';

/** Some letters in any width, case or script, asked for at a place of a text by one load. */
export class LetterSet {
  private readonly units: UnitSet;

  constructor(letters: string) {
    this.units = new UnitSet(Array.from(letters).flatMap(unitsSaying));
  }

  /** Whether one of the letters stands at a place; none stands outside the text. */
  isAt(text: string, at: number): boolean {
    return at >= 0 && at < text.length && this.units.has(text.charCodeAt(at));
  }
}
