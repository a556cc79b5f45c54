/** A party as a citizen names it. */
export interface TipTarget {
  readonly name?: string;
  readonly address?: string;
  readonly phone?: string;
  readonly website?: string;
  readonly app?: string;
}

/** What a citizen reports. */
export interface Tip {
  readonly text: string;
  readonly targets: readonly TipTarget[];
  /** Yuan. */
  readonly amount: number | null;
  readonly people: number | null;
  /** The day on which it happened, yyyy-mm-dd. */
  readonly happenedOn: string | null;
  readonly regionCode: string | null;
  /** Goes to the vault alone; empty of somebody who stays unknown. */
  readonly reporter: { readonly name?: string; readonly phone?: string };
  /** Not even who works on it is to see the reporter. */
  readonly isSecret: boolean;
}

/** Whether nothing tells who reports. */
export const isAnonymous = ({ reporter }: Tip): boolean =>
  reporter.name === undefined && reporter.phone === undefined;
