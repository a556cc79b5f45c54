/**
 * The house's log: a fixed sentence plus facts. error = wake a person; warn = healed itself;
 * info = one line a business event. Facts carry ids, never personal data.
 */
export abstract class Log {
  abstract error(sentence: string, facts?: Readonly<Record<string, unknown>>): void;
  abstract warn(sentence: string, facts?: Readonly<Record<string, unknown>>): void;
  abstract info(sentence: string, facts?: Readonly<Record<string, unknown>>): void;
}

/** Says nothing; for commands whose output is their answer. */
export class SilentLog extends Log {
  override error(): void {
    // silence is this class's purpose
  }
  override warn(): void {
    // silence is this class's purpose
  }
  override info(): void {
    // silence is this class's purpose
  }
}
