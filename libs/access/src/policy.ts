import { days, hours, minutes, shaped, type Milliseconds, type Pace } from '@risk/kit';
import { z } from 'zod';
import { ROLE_CODES, type Role } from './rights/roles.js';

/** How people prove who they are, and how long that holds. */
export interface AccessPolicy {
  readonly password: {
    readonly shortest: number;
    /** Null: it never has to be changed. */
    readonly lasts: Milliseconds | null;
  };
  readonly lockout: {
    readonly failures: number;
    readonly lasts: Milliseconds;
    /** Failures from one address, whatever the account, within the time of a lockout. */
    readonly perAddress: number;
  };
  readonly session: { readonly idle: Milliseconds; readonly longest: Milliseconds };
  /** Roles that need a second factor. */
  readonly secondFactor: ReadonlySet<Role>;
  /** Whether whoever comes by the identity platform is asked for no one-time code besides. */
  readonly identity: { readonly countsAsSecondFactor: boolean };
  /** How often one address, one login and one service may ask. */
  readonly limits: { readonly address: Pace; readonly login: Pace; readonly token: Pace };
}

const FILE = 'access.yaml';
const whole = (least: number, most: number) => z.number().int().min(least).max(most);

const pace = z.strictObject({ perMinute: whole(60, 100_000), burst: whole(60, 100_000) });
/** What holds where the file does not say: more than people ever ask, less than hurts. */
const LIMITS = {
  address: { perMinute: 3000, burst: 1500 },
  login: { perMinute: 1200, burst: 600 },
  token: { perMinute: 6000, burst: 3000 },
} as const;

/** The form of config/access.yaml. */
export const accessPolicySchema = z.strictObject({
  password: z.strictObject({
    shortest: whole(8, 64),
    maxAgeDays: whole(1, 3650).nullable(),
    basis: z.string().min(1),
  }),
  lockout: z.strictObject({
    failures: whole(3, 20),
    minutes: whole(5, 1440),
    perAddress: whole(5, 1000),
    basis: z.string().min(1),
  }),
  session: z.strictObject({
    // Life is noted once a minute: of a shorter time too much would be lost.
    idleMinutes: whole(5, 480),
    longestHours: whole(1, 24),
    basis: z.string().min(1),
  }),
  secondFactor: z.strictObject({
    roles: z.array(z.enum(ROLE_CODES)),
    basis: z.string().min(1),
  }),
  identity: z
    .strictObject({ countsAsSecondFactor: z.boolean(), basis: z.string().min(1) })
    .optional(),
  limits: z
    .strictObject({ address: pace, login: pace, token: pace, basis: z.string().min(1) })
    .optional(),
});

/** Checks config/access.yaml; a fault is named with its place. */
export function compileAccessPolicy(content: unknown): AccessPolicy {
  const { password, lockout, session, secondFactor, identity, limits } = shaped(
    FILE,
    accessPolicySchema,
    content,
  );
  return {
    password: {
      shortest: password.shortest,
      lasts: password.maxAgeDays === null ? null : days(password.maxAgeDays),
    },
    lockout: {
      failures: lockout.failures,
      lasts: minutes(lockout.minutes),
      perAddress: lockout.perAddress,
    },
    session: { idle: minutes(session.idleMinutes), longest: hours(session.longestHours) },
    secondFactor: new Set(secondFactor.roles),
    identity: { countsAsSecondFactor: identity?.countsAsSecondFactor ?? false },
    limits: limitsOf(limits ?? LIMITS),
  };
}

const limitsOf = ({ address, login, token }: AccessPolicy['limits']): AccessPolicy['limits'] => ({
  ...{ address, login, token },
});
