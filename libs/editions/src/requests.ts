import { z } from 'zod';
import { Invalid, wholeDays } from '@risk/kit';

const text = z.string().min(1);
const day = z.iso.date();
const isYamlName = (name: string): boolean => /^[\w./-]+\.ya?ml$/.test(name);

const yamlFiles = z
  .record(z.string(), text)
  .refine((files) => Object.keys(files).every(isYamlName), '文件名须以 .yaml 结尾');

/** A draft as it comes through a door: every rule file by its name, as YAML text. */
export const draftRequestSchema = z.strictObject({
  title: text,
  by: text,
  because: text,
  rules: yamlFiles,
  /** YAML text; the scoring in force when left out. */
  scoring: text.optional(),
  /** Every file of the lexicon by its name, as YAML text; the words in force when left out. */
  lexicon: yamlFiles.optional(),
});

/** A step as it comes through a door; the address says which. */
export const stepRequestSchema = z.strictObject({
  by: text,
  because: text,
  urgent: z.boolean().default(false),
});

/** A backtest as it comes through a door; open ends reach as far as there are records. */
export const backtestRequestSchema = z.strictObject({
  by: text,
  because: text,
  from: day.optional(),
  to: day.optional(),
});

/** The moments that a backtest is asked for; one that ends before it begins is none. */
export function backtestPeriod(
  { from, to }: Pick<z.infer<typeof backtestRequestSchema>, 'from' | 'to'>,
  now: Date,
): ReturnType<typeof wholeDays> {
  const period = wholeDays(from, to, now);
  if (period.from > period.to) {
    throw new Invalid(
      to === undefined ? 'from：起始日期晚于现在' : 'from：起始日期晚于结束日期 to',
    );
  }
  return period;
}
