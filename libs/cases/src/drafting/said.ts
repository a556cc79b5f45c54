import { cleanText, isCalendarDay, rowIdText } from '@risk/kit';
import { z } from 'zod';

const words = cleanText.trim().min(1).max(1000);
const name = cleanText.trim().min(1).max(100);
const day = z.string().refine(isCalendarDay, '应为 yyyy-mm-dd 的日期');
const moment = z.iso.datetime({ offset: true });
const MOST = 50;

const ends = {
  on: day.optional().describe('文书日期 yyyy-mm-dd；不填为今天'),
  from: name.optional().describe('发文单位代码；不填为核查单位，没有核查的为牵头部门'),
  copies: z.array(name).max(MOST).default([]).describe('抄送单位：代码或名称'),
};

/** What the register does not tell, or tells wrongly. */
const firm = z
  .strictObject({
    representative: name.optional(),
    address: cleanText.trim().min(1).max(200).optional(),
  })
  .optional()
  .describe('登记里没有或已变更的法定代表人、住所');

const officer = z.strictObject({
  name,
  unit: name.optional().describe('单位名称；不填为发文单位'),
  badge: name.optional().describe('执法证号'),
});
const officers = z.array(officer).min(1).max(20).optional().describe('承办人员；不填为核查人员');

const anotherFirm = z.strictObject({
  name,
  uscc: name.optional(),
  representative: name.optional(),
  address: cleanText.trim().min(1).max(200).optional(),
  region: name.optional(),
});

/** What people say for asking market supervision to suspend registrations. */
export const suspensionSaid = z.strictObject({
  ...ends,
  to: name.optional().describe('主送单位：代码或名称；不填留空'),
  firm,
  firms: z.array(anotherFirm).max(MOST).default([]).describe('一并暂停的其他单位'),
  investigatedSince: day.optional().describe('调查开始日；不填为核查任务提出之日'),
  officers,
});

/** What people say for a warning talk. */
export const warningSaid = z.strictObject({
  ...ends,
  firm,
  at: moment.optional().describe('约谈时间，带时区'),
  place: name.optional(),
  matters: z.array(words).min(1).max(MOST).optional().describe('约谈事项；不要写投诉的内容'),
  materials: z.array(words).max(MOST).default([]).describe('需携带的材料'),
  demands: z.array(words).max(MOST).default([]).describe('整改要求'),
  contact: name.optional().describe('联系人和电话'),
});

/** What people say for an order to stop. */
export const stopSaid = z.strictObject({
  ...ends,
  firm,
  as: z.enum(['fundraiser', 'assistant']).default('fundraiser').describe('集资人或协助人'),
  found: words.optional().describe('认定的表述；不填为查实步骤的理由'),
  activities: z.array(words).min(1).max(MOST).optional().describe('责令停止的活动'),
  remedy: words.optional().describe('不服本通知的救济途径和期限'),
});

/** What people say for the record of a verification. */
export const verificationSaid = z.strictObject({
  ...ends,
  firm,
  verification: rowIdText.optional().describe('核查任务编号；不填为最近一个'),
  officers,
  places: z.record(rowIdText, words).default({}).describe('现场检查的地点，按核查记录编号'),
  roles: z
    .record(rowIdText, words)
    .default({})
    .describe('被询问人的身份，按核查记录编号；不写姓名'),
});

const meeting = {
  on: day.optional().describe('文书日期 yyyy-mm-dd；不填为今天'),
  from: name.optional().describe('发文单位代码；不填为牵头部门'),
  copies: z.array(name).max(MOST).default([]),
  at: moment.optional().describe('开会时间，带时区'),
  place: name.optional(),
};

/** What people say for the agenda of a joint meeting. */
export const agendaSaid = z.strictObject({
  ...meeting,
  others: z.array(words).max(MOST).default([]).describe('其他议题'),
});

/** What people say for the minutes of a joint meeting. */
export const minutesSaid = z.strictObject({
  ...meeting,
  absent: z.array(name).max(200).default([]).describe('缺席单位：代码或名称'),
  said: z
    .record(z.string().regex(/^\d{1,4}$/, '应为议题序号'), words)
    .default({})
    .describe('审议情况，按议题序号；不填为会议的决定'),
  recorder: name.optional().describe('记录人'),
});

type SaidForm =
  typeof suspensionSaid | typeof warningSaid | typeof stopSaid | typeof verificationSaid;

/** What every letter about an alert lets people say. */
export type SaidOfAny = z.output<SaidForm>;
export type SuspensionSaid = z.output<typeof suspensionSaid>;
export type WarningSaid = z.output<typeof warningSaid>;
export type StopSaid = z.output<typeof stopSaid>;
export type VerificationSaid = z.output<typeof verificationSaid>;
export type AgendaSaid = z.output<typeof agendaSaid>;
export type MinutesSaid = z.output<typeof minutesSaid>;
