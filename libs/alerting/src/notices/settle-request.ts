import { cleanText, readForm } from '@risk/kit';
import { z } from 'zod';
import type { NoticeVerdict } from './notice-records.js';

/** What somebody wants done with a notice. */
export interface SettleRequest {
  readonly id: string;
  readonly verdict: NoticeVerdict;
  readonly by: string;
  readonly because: string;
}

const words = (longest: number) =>
  cleanText.trim().min(1, '不能为空').max(longest, `超过 ${longest} 个字`);

const signature = {
  by: words(50).describe('谁决定'),
  because: words(1000).describe('理由，例如怎样核实的'),
};

/** The body of an order to send a notice again. */
export const resendRequestSchema = z.strictObject(signature);

/** The body of a word on whether a notice arrived. */
export const settleRequestSchema = z.strictObject({
  received: z.boolean().describe('true 核实已收到；false 核实没有收到'),
  ...signature,
});

/** Reads an order to send a notice again; every fault is named with its field. */
export function readResendRequest(id: string, content: unknown): SettleRequest {
  return { id, verdict: 'resend', ...readForm(resendRequestSchema, content) };
}

/** Reads a word on whether a notice arrived. */
export function readSettleRequest(id: string, content: unknown): SettleRequest {
  const { received, ...signed } = readForm(settleRequestSchema, content);
  return { id, verdict: received ? 'received' : 'not-received', ...signed };
}
