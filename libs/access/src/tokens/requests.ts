import { FEEDS, type Feed } from '@risk/domain';
import { cleanText, readForm } from '@risk/kit';
import { z } from 'zod';
import type { TokenWish } from './service-tokens.js';

/** The body of a new token. */
export const tokenSchema = z.strictObject({
  name: cleanText.trim().min(1).max(50).describe('报送系统的名称'),
  feeds: z
    .array(z.enum(FEEDS as unknown as [Feed, ...Feed[]]))
    .min(1)
    .describe('可以报送哪几路'),
  endsAt: z.iso.datetime({ offset: true }).describe('有效期至'),
});

export function readToken(body: unknown): TokenWish {
  const { endsAt, ...rest } = readForm(tokenSchema, body);
  return { ...rest, endsAt: new Date(endsAt) };
}
