import { cleanText, Invalid, isCalendarDay, readForm } from '@risk/kit';
import { z } from 'zod';
import { ROLE_CODES } from '../rights/roles.js';
import type { SeenRights } from './account.js';
import type { AccountWish } from './administer-accounts.js';

const rights = {
  unit: cleanText.min(1).max(50).describe('单位代码（units.yaml）'),
  roles: z.array(z.enum(ROLE_CODES)).min(1).max(10).describe('角色'),
  regions: z
    .array(cleanText.max(20))
    .max(50)
    .nullish()
    .describe('只看这些区域（regions.yaml）；不填为全市，成员单位不填'),
};

/** The body of a new account. */
export const accountSchema = z.strictObject({
  login: cleanText.describe('登录名'),
  name: cleanText.describe('姓名，签署时使用，不得重名'),
  ...rights,
  validUntil: z.string().nullish().describe('有效期至 yyyy-mm-dd；不填为长期'),
});

/** The body of other rights. */
export const rightsSchema = z.strictObject({
  ...rights,
  validUntil: z.string().nullish().describe('另定有效期至 yyyy-mm-dd，null 为长期；不写则不变'),
});

/** The body by which somebody changes the own password. */
export const passwordSchema = z.strictObject({
  current: z.string().max(200).describe('现在的口令'),
  next: z.string().max(200).describe('新口令'),
});

/** The body of a login by a program. */
export const signInSchema = z.strictObject({
  login: cleanText.max(100).describe('登录名'),
  password: z.string().max(200).describe('口令'),
});

/** The body with a one-time or a recovery code. */
export const codeSchema = z.strictObject({
  code: z.string().max(100).describe('动态口令或者恢复码'),
});

export function readAccount(body: unknown): AccountWish {
  const { regions, validUntil, ...wish } = readForm(accountSchema, body);
  refuseNoDay(validUntil);
  return { ...wish, regions: regions ?? null, validUntil: validUntil ?? null };
}

export function readRights(body: unknown): SeenRights {
  const { regions, validUntil, ...rest } = readForm(rightsSchema, body);
  const whole = { ...rest, regions: regions ?? null };
  if (validUntil === undefined) return whole;
  refuseNoDay(validUntil);
  return { ...whole, validUntil };
}

function refuseNoDay(validUntil: string | null | undefined): void {
  if (typeof validUntil === 'string' && !isCalendarDay(validUntil))
    throw new Invalid('validUntil：应如 2026-12-31');
}

export const readPasswords = (body: unknown) => readForm(passwordSchema, body);
export const readSignIn = (body: unknown) => readForm(signInSchema, body);
export const readCode = (body: unknown) => readForm(codeSchema, body);
