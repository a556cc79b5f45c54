import { z } from 'zod';
import { listOfUpTo, longText, regionCode, targetSchema, yuan } from './field-schemas.js';

export const COMPLAINT_CHANNELS = ['12345', '12315', '110', 'letter', 'web', 'phone', 'wechat', 'grid', 'bank'] as const; // prettier-ignore

/** Payload of the feed of complaints (contract: complaint), without its reporter. */
export const complaintSchema = z.looseObject({
  channel: z.enum(COMPLAINT_CHANNELS).optional(),
  title: longText.optional(),
  text: longText.min(1).describe('诉求内容'),
  targets: listOfUpTo(500, targetSchema).optional().describe('被反映对象'),
  amount: yuan.optional().describe('涉及金额，人民币元'),
  people: z.number().int().min(0).max(1e9).optional().describe('涉及人数'),
  regionCode: regionCode.optional(),
  secret: z.boolean().optional().describe('要求保密'),
});
