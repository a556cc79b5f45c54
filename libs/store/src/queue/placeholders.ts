/** The values of one statement, each with the place where it stands. */
export class Placeholders {
  readonly values: unknown[] = [];

  /** Takes a value in; answers where it stands. */
  readonly put = (value: unknown, type: string): string =>
    `$${String(this.values.push(value))}::${type}`;
}

/** Takes a value into a statement. */
export type Put = Placeholders['put'];
