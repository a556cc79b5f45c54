import { z } from 'zod';
import { calendarDay, longText, regionCode, targetSchema } from './field-schemas.js';

export const ADVERTISEMENT_MEDIA = ['outdoor', 'tv', 'paper', 'web', 'wechat', 'app', 'sms', 'leaflet', 'video'] as const; // prettier-ignore

/** Payload of the feed of advertisements (contract: advertisement). */
export const advertisementSchema = z.looseObject({
  medium: z.enum(ADVERTISEMENT_MEDIA).optional(),
  title: longText.optional(),
  text: longText.min(1).describe('广告内容'),
  imageText: longText.optional().describe('图片文字识别结果'),
  url: longText.max(4_096).optional(),
  advertiser: targetSchema.optional(),
  publisher: targetSchema.optional(),
  publishedOn: calendarDay.optional(),
  regionCode: regionCode.optional(),
});
