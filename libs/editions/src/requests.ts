import { z } from 'zod';

const text = z.string().min(1);
const day = z.iso.date();
const isYamlName = (name: string): boolean => /^[\w./-]+\.ya?ml$/.test(name);

/** A draft as it comes through a door: every rule file by its name, as YAML text. */
export const draftRequestSchema = z.strictObject({
  title: text,
  by: text,
  because: text,
  rules: z
    .record(z.string(), text)
    .refine((files) => Object.keys(files).every(isYamlName), '文件名须以 .yaml 结尾'),
  /** YAML text; the scoring in force when left out. */
  scoring: text.optional(),
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
