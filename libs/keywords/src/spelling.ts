/** A text as one reading spells it: codes, and where in the original each of them begins and ends. */
export interface Spelling {
  readonly text: string;
  readonly length: number;
  startOf(k: number): number;
  endOf(k: number): number;
  /** Whether code k begins a character, and is no later letter of ㎏. */
  begins(k: number): boolean;
  /** Whether code k ends a character. */
  ends(k: number): boolean;
  /** Whether it is certain that nothing stands between the characters of a run of codes. */
  isUnbroken(first: number, last: number): boolean;
}

/** A spelling that shows its codes. */
export interface CodedSpelling extends Spelling {
  readonly codes: Uint16Array;
}
