import { days, hours, minutes, seconds, shaped, type Milliseconds } from '@risk/kit';
import { z } from 'zod';

/** A telephone that the page names. */
export interface Hotline {
  readonly title: string;
  readonly number: string;
}

/** How citizens report on the open page, and how much of it the house takes. */
export interface TipPolicy {
  readonly hotlines: readonly Hotline[];
  /** A form may lie open so long. */
  readonly formLasts: Milliseconds;
  /** Whoever fills it in faster is asked a question. */
  readonly fastest: Milliseconds;
  /** Reports from one address within an hour: from so many on a question is asked, from so many on none is taken. */
  readonly perAddress: { readonly ask: number; readonly most: number };
  /** Reports of everybody within a minute, likewise. */
  readonly ofAll: { readonly ask: number; readonly most: number };
  readonly files: { readonly most: number; readonly eachBytes: number };
  /** Codes that nobody has, from one address within the time. */
  readonly wrongCodes: { readonly most: number; readonly within: Milliseconds };
  /** The very same report again within this time is the same report. */
  readonly sameWithin: Milliseconds;
}

const FILE = 'public.yaml';
const MIB = 1024 * 1024;
const whole = (least: number, most: number) => z.number().int().min(least).max(most);
const limits = z
  .strictObject({ ask: whole(1, 10_000), most: whole(1, 10_000) })
  .refine(({ ask, most }) => ask <= most, { error: 'ask 不应大于 most' });

/** The form of config/public.yaml. */
export const tipPolicySchema = z.strictObject({
  hotlines: z
    .array(
      z.strictObject({
        title: z.string().min(1).max(40),
        number: z.string().regex(/^[\d-]{3,20}$/, '应为电话号码'),
      }),
    )
    .max(10),
  form: z.strictObject({ lastsHours: whole(1, 48), fastestSeconds: whole(0, 60) }),
  reports: z.strictObject({ perAddressAnHour: limits, ofAllAMinute: limits }),
  files: z.strictObject({ most: whole(0, 5), eachMiB: whole(1, 10) }),
  wrongCodes: z.strictObject({ most: whole(3, 1000), minutes: whole(1, 1440) }),
  sameWithinDays: whole(1, 365),
  basis: z.string().min(1),
});

/** What holds where there is no file. */
export const TIP_DEFAULTS: z.input<typeof tipPolicySchema> = {
  hotlines: [],
  form: { lastsHours: 12, fastestSeconds: 5 },
  reports: { perAddressAnHour: { ask: 3, most: 20 }, ofAllAMinute: { ask: 20, most: 60 } },
  files: { most: 5, eachMiB: 5 },
  wrongCodes: { most: 10, minutes: 10 },
  sameWithinDays: 30,
  basis: '本地默认，非法定',
};

/** Checks config/public.yaml; a fault is named with its place. */
export function compileTipPolicy(content: unknown): TipPolicy {
  const { form, reports, files, wrongCodes, ...rest } = shaped(FILE, tipPolicySchema, content);
  return {
    hotlines: rest.hotlines,
    formLasts: hours(form.lastsHours),
    fastest: seconds(form.fastestSeconds),
    perAddress: reports.perAddressAnHour,
    ofAll: reports.ofAllAMinute,
    files: { most: files.most, eachBytes: files.eachMiB * MIB },
    wrongCodes: { most: wrongCodes.most, within: minutes(wrongCodes.minutes) },
    sameWithin: days(rest.sameWithinDays),
  };
}
