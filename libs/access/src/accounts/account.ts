import type { Sight } from '@risk/domain';
import { permissionsOf, type Role } from '../rights/roles.js';
import type { Permission } from '../rights/permissions.js';

/** What an account may be and see; proposed by one administrator, granted by another. */
export interface Rights {
  readonly unit: string;
  readonly roles: readonly Role[];
  /** Regions that the office's own see; null is the whole city. Units see what they were told of. */
  readonly regions: readonly string[] | null;
}

/** Rights that wait for approval, and who asked for them. */
export interface Proposal extends Rights {
  readonly by: string;
  /** Another end, yyyy-mm-dd, or null for none; absent when the end stays as it is. */
  readonly validUntil?: string | null;
}

/** Another's consent to set a password anew, asked for and perhaps given. */
export interface PasswordReset {
  readonly by: string;
  readonly approvedBy: string | null;
  /** When it was asked for or given, as ISO 8601. */
  readonly at: string;
}

/** A secret that makes one-time codes, sealed, and the last step whose code was taken. */
export interface SecondFactor {
  readonly sealed: Buffer;
  readonly lastStep: number;
}

/** Somebody who may come in. */
export interface Account extends Rights {
  readonly id: string;
  /** As it is typed, in lower case. */
  readonly login: string;
  /** The name under which decisions are signed; no two are alike. */
  readonly name: string;
  readonly state: 'pending' | 'active' | 'disabled';
  /** Rights that wait for the security administrator; null when none do. */
  readonly proposed: Proposal | null;
  /** A password that may be set anew only with another's consent; null when nobody asked for it. */
  readonly reset: PasswordReset | null;
  readonly passwordHash: string | null;
  readonly passwordAt: Date;
  /** Set by somebody else: to be replaced by a password that only its owner knows. */
  readonly mustChange: boolean;
  readonly factor: SecondFactor | null;
  /** Failures since the last success. */
  readonly failures: number;
  readonly lockedUntil: Date | null;
  /** The last day on which it works, yyyy-mm-dd; null is without end. */
  readonly validUntil: string | null;
  /** At the identity platform of the government: issuer and subject. */
  readonly identity: { readonly issuer: string; readonly subject: string } | null;
  readonly madeBy: string;
  readonly madeAt: Date;
  readonly approvedBy: string | null;
  /** Exists only as long as the sample data do. */
  readonly sample: boolean;
}

/** Who asks, with all that decides on the answer. */
export interface Person {
  readonly kind: 'person' | 'service';
  readonly id: string;
  readonly name: string;
  readonly unit: string;
  readonly roles: readonly Role[];
  readonly permissions: ReadonlySet<Permission>;
  readonly sight: Sight;
  readonly sample: boolean;
}

/** Rights as somebody looked at them, with the end that was proposed along with them. */
export type SeenRights = Rights & Pick<Proposal, 'validUntil'>;

/** The same rights, in whatever order they are written. */
export const areAlike = (one: Rights, other: Rights): boolean =>
  one.unit === other.unit &&
  isSameSet(one.roles, other.roles) &&
  (one.regions === null || other.regions === null
    ? one.regions === other.regions
    : isSameSet(one.regions, other.regions));

const isSameSet = (one: readonly string[], other: readonly string[]): boolean =>
  one.every((item) => other.includes(item)) && other.every((item) => one.includes(item));

/** The person of an account; `office` is the code of the finance office. */
export function personOf(account: Account, office: string): Person {
  const { id, name, unit, roles, sample } = account;
  return {
    ...{ kind: 'person' as const, id, name, unit, roles, sample },
    permissions: permissionsOf(roles),
    sight: sightOf(account, office),
  };
}

/** The office sees all of its regions; a unit sees what it was told of, wherever. */
export const sightOf = ({ unit, regions }: Rights, office: string): Sight =>
  unit === office ? { units: 'all', regions: regions ?? 'all' } : { units: [unit], regions: 'all' };
