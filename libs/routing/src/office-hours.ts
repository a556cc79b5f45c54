import { z } from 'zod';

/** A time of day, written HH:MM, as minutes after midnight. */
export const clockSchema = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, '应写作 HH:MM')
  .transform((text) => Number(text.slice(0, 2)) * 60 + Number(text.slice(3)));

/** Office hours of a day: in order and without overlap. */
export const hoursSchema = z
  .array(z.strictObject({ opens: clockSchema, closes: clockSchema }))
  .min(1)
  .superRefine((hours, context) => {
    hours.forEach(({ opens, closes }, at) => {
      if ((hours[at - 1]?.closes ?? 0) <= opens && opens < closes) return;
      context.addIssue({ code: 'custom', path: [at], message: '上班时段应先后排列、互不重叠' });
    });
  });
