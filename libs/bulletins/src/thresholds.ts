import { z } from 'zod';

/** From where on something is told, and how much of it. */
export const thresholdsSchema = z.strictObject({
  /** Counts of complaints and complainants below this are not shown. */
  leastShown: z.number().int().min(3).max(100),
  /** A record that comes so much after it happened is late. */
  lateAfterHours: z.number().positive().max(8760),
  /** Lines of a list of the most. */
  most: z.number().int().min(1).max(50),
  /** Lines of other lists on paper; the rest stands in the annex. */
  listed: z.number().int().min(1).max(200),
  /** Rows of one sheet of the annex. */
  annex: z.number().int().min(1).max(20_000),
  /** Promised returns from so many per cent a year are told. */
  yieldFrom: z.number().positive().max(1000),
  /** Days of the picture of a trend. */
  trendDays: z.number().int().min(7).max(92),
});
export type Thresholds = Readonly<z.output<typeof thresholdsSchema>>;
