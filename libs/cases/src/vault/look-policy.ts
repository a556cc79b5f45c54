import { hours, Invalid, refuse, shaped, type Milliseconds } from '@risk/kit';
import { z } from 'zod';

/** Who may look into the vault of reporters, and for how long a consent lasts. */
export interface LookPolicy {
  readonly units: readonly string[];
  readonly lasts: Milliseconds;
}

const FILE = 'vault.yaml';

/** The form of config/vault.yaml. */
export const lookPolicySchema = z.strictObject({
  units: z.array(z.string()).min(1),
  approvalHours: z.number().positive().max(720),
  basis: z.string().min(1),
});

/** Checks config/vault.yaml; a unit that nobody knows is named. */
export function compileLookPolicy(content: unknown, knownUnits: readonly string[]): LookPolicy {
  const { units, approvalHours } = shaped(FILE, lookPolicySchema, content);
  const strangers = units.flatMap((unit, at) =>
    knownUnits.includes(unit)
      ? []
      : [{ path: ['units', at], message: `units.yaml 里没有代码为“${unit}”的单位` }],
  );
  refuse(FILE, strangers);
  return { units, lasts: hours(approvalHours) };
}

/** Refuses a unit that has no business with reporters. */
export function refuseStrangers({ units }: LookPolicy, unit: string): void {
  if (units.includes(unit)) return;
  throw new Invalid(
    `unit：单位“${unit}”不得查看举报人，只有 ${units.join('、')} 可以（config/vault.yaml）`,
  );
}
