import type { Named, Titled } from './session.js';

/** What an account may be and see. */
export interface Rights {
  readonly unit: string;
  readonly roles: readonly string[];
  readonly regions: readonly string[] | null;
}

/** Rights that wait, whose idea they are, and another end where one was proposed. */
export interface Proposal extends Rights {
  readonly by: string;
  readonly validUntil?: string | null;
}

/** An account as the API tells of it. */
export interface AccountLine {
  readonly id: string;
  readonly login: string;
  readonly name: string;
  readonly unit: string;
  readonly roles: readonly Titled[];
  readonly regions: readonly string[] | null;
  readonly state: 'pending' | 'active' | 'disabled';
  /** Rights that wait for the security administrator, and whose idea they are. */
  readonly proposed: Proposal | null;
  /** That somebody asked to set the password anew, and whether another consented. */
  readonly reset: {
    readonly by: string;
    readonly approvedBy: string | null;
    readonly at: string;
  } | null;
  readonly passwordAt: string;
  readonly mustChange: boolean;
  readonly failures: number;
  readonly lockedUntil: string | null;
  readonly validUntil: string | null;
  /** At the identity platform of the government. */
  readonly identity: { readonly issuer: string; readonly subject: string } | null;
  readonly madeBy: string;
  readonly madeAt: string;
  readonly approvedBy: string | null;
  readonly sample: boolean;
  readonly hasPassword: boolean;
  readonly hasFactor: boolean;
}

/** Where an account is signed in. */
export interface OpenLogin {
  readonly id: string;
  readonly stage: string;
  readonly openedAt: string;
  readonly seenAt: string;
  readonly from: string | null;
}

/** An account with where it is signed in. */
export interface AccountDetail extends AccountLine {
  readonly sessions: readonly OpenLogin[];
}

/** A new account: the password to begin with is told this once. */
export interface FreshPassword {
  readonly id: string;
  readonly password: string;
}

/** The answer to setting a password anew: null while another's consent is missing. */
export interface ResetPassword {
  readonly id: string;
  readonly password: string | null;
}

/** A role and all that it allows. */
export interface RoleLine {
  readonly code: string;
  readonly title: string;
  readonly kind: 'office' | 'unit' | 'administrator';
  readonly permissions: readonly Titled[];
}

/** The units and regions that an account can be of. */
export interface Places {
  /** The code of the finance office. */
  readonly office: string;
  readonly units: readonly Named[];
  readonly regions: readonly Named[];
}
