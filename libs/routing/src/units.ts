import { refuse, repeated, shaped, type ConfigProblem } from '@risk/kit';
import type { Unit } from '@risk/domain';
import { z } from 'zod';
import type { ChannelBook } from './channels.js';
import { contactAt, contactProblems, headSchema, liaisonSchema, type Contact } from './contact.js';
import { hoursSchema } from './office-hours.js';

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
  /** Who receives what is sent to the unit. */
  liaisons: z.array(liaisonSchema).min(1),
  /** Who hears when the unit is late. */
  head: headSchema,
  /** Office hours of its own; the city's otherwise. */
  hours: hoursSchema.optional(),
  kind: z.enum(['city-department', 'party-organ', 'central-agency', 'county', 'zone', 'body']),
  /** Where it is written that this unit takes part. */
  basis: z.string().min(1),
});

/** The shape of config/units.yaml. */
export const unitsSchema = z.strictObject({
  meeting: z.string().min(1),
  /** Code of the unit that serves the joint meeting and leads the handling of illegal fundraising. */
  office: z.string(),
  /** Code of the public security organ that crimes are handed over to. */
  police: z.string(),
  /** Who calls the joint meeting and stands at the top of every ladder. */
  convener: headSchema,
  units: z.array(unitSchema).min(1),
});

type UnitsData = z.output<typeof unitsSchema>;
type UnitData = UnitsData['units'][number];

/** A member unit with the people who can be told. */
export interface UnitEntry extends Readonly<Omit<UnitData, 'liaisons' | 'head'>> {
  /** Address of the first liaison who has one. */
  readonly email: string | null;
  /** Liaisons in their order, then the head. */
  readonly contacts: readonly Contact[];
}

/** All member units of the joint meeting, checked. */
export interface UnitRegister {
  /** The name of the joint meeting. */
  readonly meeting: string;
  /** Code of the finance office. */
  readonly office: string;
  /** Code of public security. */
  readonly police: string;
  readonly convener: Contact;
  readonly units: readonly UnitEntry[];
}

const FILE = 'units.yaml';

/** Turns the content of units.yaml into a register, or refuses it with every problem named. */
export function compileUnits(data: unknown, channels: ChannelBook): UnitRegister {
  const read = shaped(FILE, unitsSchema, data);
  refuse(FILE, [
    ...repeated(
      read.units.map((unit) => unit.code),
      (at) => ['units', at, 'code'],
    ),
    ...repeated(
      read.units.map((unit) => unit.name),
      (at) => ['units', at, 'name'],
    ),
    ...sharedNames(read),
    ...read.units.flatMap(backwardNames),
    ...strangeOffices(read),
    ...badContacts(read, channels),
  ]);
  return { ...read, convener: convenerOf(read, channels), units: entriesOf(read, channels) };
}

/** Another spelling must not be one of another unit at the same time: nobody could tell who is meant. */
function sharedNames({ units }: UnitsData): ConfigProblem[] {
  const names = units.map(({ code, name }) => ({ code, of: name, name, from: '', to: '9999' }));
  const aliases = units.flatMap((unit, at) =>
    unit.aliases.map(({ name, validFrom: from = '', validTo: to = '9999' }, which) => {
      const path = ['units', at, 'aliases', which, 'name'];
      return { code: unit.code, of: unit.name, name, from, to, path };
    }),
  );
  return aliases.flatMap(({ code, name, from, to, path }, at) => {
    const other = [...names, ...aliases.slice(0, at)].find(
      (one) => one.code !== code && one.name === name && one.from <= to && from <= one.to,
    );
    return other ? [{ path, message: `"${name}" 已是${other.of}的名称` }] : [];
  });
}

function strangeOffices(read: UnitsData): ConfigProblem[] {
  const known = new Set(read.units.map((unit) => unit.code));
  return (['office', 'police'] as const).flatMap((key) =>
    known.has(read[key]) ? [] : [{ path: [key], message: `"${read[key]}" 不是已登记的单位` }],
  );
}

function badContacts({ convener, units }: UnitsData, channels: ChannelBook): ConfigProblem[] {
  const ofUnits = units.flatMap(({ liaisons, head }, at) => [
    ...liaisons.flatMap((liaison, which) =>
      contactProblems(liaison, ['units', at, 'liaisons', which], channels),
    ),
    ...contactProblems(head, ['units', at, 'head'], channels),
  ]);
  return [...contactProblems(convener, ['convener'], channels), ...ofUnits];
}

function entriesOf({ units }: UnitsData, channels: ChannelBook): readonly UnitEntry[] {
  return units.map(({ liaisons, head, ...unit }) => {
    const seat = { unit: unit.code, unitName: unit.name };
    const told = liaisons.map((liaison, at) => {
      const key = `${unit.code}/liaison${at === 0 ? '' : `-${at + 1}`}`;
      return contactAt({ ...seat, key, role: 'liaison' }, liaison, channels);
    });
    const chief = contactAt({ ...seat, key: `${unit.code}/head`, role: 'head' }, head, channels);
    const email = told.find((contact) => contact.email !== null)?.email ?? null;
    return { ...unit, email, contacts: [...told, chief] };
  });
}

function convenerOf({ convener, office, units }: UnitsData, channels: ChannelBook): Contact {
  const unitName = units.find(({ code }) => code === office)?.name ?? office;
  return contactAt(
    { key: 'convener', unit: office, unitName, role: 'convener' },
    convener,
    channels,
  );
}

function backwardNames(unit: UnitData, at: number): ConfigProblem[] {
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
