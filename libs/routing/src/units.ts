import type { Unit } from '@risk/domain';
import { z } from 'zod';
import { refuse, repeated, shaped, type ConfigProblem } from './checked-config.js';

const day = z.iso.date();

const nameInTimeSchema = z.strictObject({
  name: z.string().min(1),
  validFrom: day.optional(),
  validTo: day.optional(),
  basis: z.string().optional(),
});

const unitSchema = z.strictObject({
  /** Stable key of the unit; survives renaming. */
  code: z.string().regex(/^[a-z][a-z0-9-]*$/),
  /** The name in force. */
  name: z.string().min(1),
  /** Other spellings, and former names with the days between which they were in force. */
  aliases: z.array(nameInTimeSchema).default([]),
  region: z.string().nullable(),
  email: z.email().nullable(),
  kind: z.enum(['city-department', 'party-organ', 'central-agency', 'county', 'zone', 'body']),
  /** Where it is written that this unit takes part. */
  basis: z.string().min(1),
});

/** The shape of config/units.yaml. */
export const unitsSchema = z.strictObject({
  meeting: z.string().min(1),
  units: z.array(unitSchema).min(1),
});

export type UnitEntry = Readonly<z.output<typeof unitSchema>>;

/** All member units of the joint meeting, checked. */
export interface UnitRegister {
  /** The name of the joint meeting. */
  readonly meeting: string;
  readonly units: readonly UnitEntry[];
}

const FILE = 'units.yaml';

/** Turns the content of units.yaml into a register, or refuses it with every problem named. */
export function compileUnits(data: unknown): UnitRegister {
  const register = shaped(FILE, unitsSchema, data);
  refuse(FILE, [
    ...repeated(
      register.units.map((unit) => unit.code),
      (at) => ['units', at, 'code'],
    ),
    ...repeated(
      register.units.map((unit) => unit.name),
      (at) => ['units', at, 'name'],
    ),
    ...register.units.flatMap(backwardNames),
  ]);
  return register;
}

function backwardNames(unit: UnitEntry, at: number): ConfigProblem[] {
  return unit.aliases.flatMap((alias, which) =>
    alias.validFrom && alias.validTo && alias.validFrom > alias.validTo
      ? [
          {
            path: ['units', at, 'aliases', which, 'validTo'],
            message: `"${alias.validTo}" 早于 validFrom "${alias.validFrom}"`,
          },
        ]
      : [],
  );
}

/** Finds a unit by its code. */
export function unitOf(register: UnitRegister, code: string): UnitEntry | null {
  return register.units.find((unit) => unit.code === code) ?? null;
}

/** Finds a unit by any name it has or had, with or without the city in front. */
export function unitNamed(register: UnitRegister, name: string): UnitEntry | null {
  const bears = (unit: UnitEntry) =>
    unit.name === name || unit.aliases.some((alias) => alias.name === name);
  return register.units.find(bears) ?? null;
}

/** The name a unit bore on a day (yyyy-mm-dd): reforms rename units, and papers keep the name of their day. */
export function unitNameOn(unit: UnitEntry, on: string): string {
  const worn = unit.aliases.find(
    ({ validFrom, validTo }) =>
      (validFrom !== undefined || validTo !== undefined) &&
      (validFrom ?? '') <= on &&
      on <= (validTo ?? '9999'),
  );
  return worn?.name ?? unit.name;
}

/** The unit as the other floors know it. */
export function asUnit(unit: UnitEntry): Unit {
  const { code, name, region, email } = unit;
  return { code, name, aliases: unit.aliases.map((alias) => alias.name), region, email };
}
