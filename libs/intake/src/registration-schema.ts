import { z } from 'zod';
import { calendarDay, keyText, listOfUpTo, longText, regionCode, yuan } from './field-schemas.js';

export const REGISTRATION_EVENTS = ['establish', 'change', 'annual-report', 'abnormal', 'penalty', 'cancel'] as const; // prettier-ignore

const shareholderSchema = z.looseObject({
  name: keyText,
  kind: longText.optional(),
  share: z.number().min(0).max(1e6).optional().describe('百分比'),
});

const changeSchema = z.looseObject({
  field: longText,
  before: longText.optional(),
  after: longText.optional(),
  on: calendarDay.optional(),
});

/** Payload of the feed of registrations (contract: registration). */
export const registrationSchema = z.looseObject({
  event: z.enum(REGISTRATION_EVENTS).optional(),
  name: keyText.describe('企业名称'),
  formerNames: listOfUpTo(200, keyText).optional(),
  uscc: keyText.optional().describe('统一社会信用代码 GB 32100-2015，或 15 位注册号'),
  legalRepresentative: keyText.optional(),
  shareholders: listOfUpTo(2_000, shareholderSchema).optional(),
  registeredCapital: yuan.optional(),
  paidInCapital: yuan.optional(),
  establishedOn: calendarDay.optional(),
  address: longText.optional(),
  businessAddress: longText.optional(),
  regionCode: regionCode.optional(),
  industry: z
    .looseObject({ code: longText.min(1), edition: longText.optional() })
    .optional()
    .describe('GB/T 4754 代码与版本'),
  businessScope: longText.optional(),
  phones: listOfUpTo(200, keyText).optional(),
  websites: listOfUpTo(200, keyText).optional(),
  apps: listOfUpTo(200, keyText).optional(),
  wechat: listOfUpTo(200, keyText).optional(),
  changes: listOfUpTo(2_000, changeSchema).optional(),
});
