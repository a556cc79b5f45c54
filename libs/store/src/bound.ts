/** The values of one statement, each with the place where it stands. */
export class Bound {
  readonly values: unknown[] = [];
  private readonly places = new Map<string, Map<unknown, string>>();

  /** Where a value stands, with its type; the same value of the same type stands there once. */
  readonly put: Put = (value, type) => {
    const ofType = this.places.get(type) ?? new Map<unknown, string>();
    const key = value instanceof Date ? value.toISOString() : value;
    const place = ofType.get(key) ?? this.place(value);
    this.places.set(type, ofType.set(key, place));
    return `${place}::${type}`;
  };

  /** Where a value stands; the statement says what it is. */
  place(value: unknown): string {
    return `$${String(this.values.push(value))}`;
  }
}

/** Takes a value into a statement and tells where it stands. */
export type Put = (value: unknown, type: string) => string;
