import type { Permission } from './permission.js';

/** A code with what it is called. */
export interface Named {
  readonly code: string;
  readonly name: string;
}

/** A role or a permission with what it is called. */
export interface Titled<Code extends string = string> {
  readonly code: Code;
  readonly title: string;
}

/** What somebody sees of the city. */
export interface Sight {
  readonly units: 'all' | readonly string[];
  readonly regions: 'all' | readonly string[];
}

/** Who is signed in. */
export interface SignedIn {
  readonly id: string;
  readonly name: string;
  /** Signed in by the demonstration, on invented data. */
  readonly sample: boolean;
  /** The page of the house on which the day begins. */
  readonly home: string;
  readonly unit: Named;
  readonly roles: readonly Titled[];
  readonly permissions: readonly Permission[];
  readonly sight: Sight;
}

/** The answer of GET /api/session. */
export interface SessionFacts {
  readonly person: SignedIn;
  readonly openedAt: string | null;
  readonly idleSeconds: number;
  /** The clock of the server. */
  readonly now: string;
}
