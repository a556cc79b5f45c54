import { z } from 'zod';
import type { Feed } from '@risk/domain';
import { advertisementSchema } from './advertisement-schema.js';
import { complaintSchema } from './complaint-schema.js';
import { reporterSchema } from './field-schemas.js';
import { registrationSchema } from './registration-schema.js';

const PAYLOADS = {
  registration: registrationSchema,
  complaint: complaintSchema,
  advertisement: advertisementSchema,
} as const;

/** The zod schema of a feed's payload. */
export const payloadSchema = <F extends Feed>(feed: F): (typeof PAYLOADS)[F] => PAYLOADS[feed];

/** sourceId shares an index with the source's name, hence shorter than other keys. */
const sourceId = z
  .string()
  .min(1)
  .max(500)
  .refine((text) => Buffer.byteLength(text) <= 1_000, { message: '过长，超过 1000 字节' });

/** The outer shape around a payload, in the contract's own words. */
export const envelopeHeadSchema = z.object({
  source: z.string().min(1).max(64).describe('来源，须登记在 config/sources.yaml'),
  sourceId: sourceId.describe('在该来源内唯一的编号'),
  operation: z.enum(['upsert', 'withdraw']).default('upsert'),
  related: z.array(sourceId).max(1_000).default([]).describe('重复件、合并件的编号'),
});

/** The whole message of a feed as a sender writes it; unknown fields are kept. */
export function envelopeSchema(feed: Feed) {
  const payload: z.ZodObject = PAYLOADS[feed];
  return z.looseObject({
    ...envelopeHeadSchema.shape,
    occurredAt: z.iso.datetime({ offset: true }).describe('发生时间，ISO 8601，带时区'),
    payload:
      feed === 'complaint' ? payload.extend({ reporter: reporterSchema.optional() }) : payload,
  });
}
