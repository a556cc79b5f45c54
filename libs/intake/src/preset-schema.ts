import { z } from 'zod';
import { FEEDS } from '@risk/domain';
import { isPath } from './place-value.js';

/** How the cells of a column are read when its target does not tell. */
export const CELL_KINDS = ['text', 'html', 'id', 'code', 'phone', 'region', 'day', 'moment', 'number', 'flag', 'amount'] as const; // prettier-ignore
export type CellKind = (typeof CELL_KINDS)[number];

const slug = z
  .string()
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, '只能用小写字母、数字和连字符')
  .max(64);

/** One column of a preset. Two columns with one target: the first that is not empty wins. */
const columnSchema = z.strictObject({
  /** Headers under which it arrives, in any of the three dialects. */
  from: z.array(z.string().min(1)).min(1),
  /** Where it goes: a path in the payload, or sourceId, occurredAt, operation, related. */
  to: z.string().refine(isPath, '不是字段路径，应如 targets[0].name').optional(),
  as: z.enum(CELL_KINDS).optional(),
  /** Unit of an amount; `stated` takes only what the header or the cell states itself. */
  unit: z.enum(['yuan', 'wan', 'stated']).optional(),
  /** Code → value; a code that is not listed is kept among the original columns. */
  codes: z.record(z.string(), z.string()).optional(),
  /** Value for codes that are not listed. */
  otherwise: z.string().optional(),
  /** Personal: goes to the vault (with `to: reporter.…`) or nowhere, never into the payload. */
  vault: z.boolean().default(false),
  /** Several values in a cell. */
  split: z.boolean().default(false),
  /** Added to what stands there already. */
  append: z.boolean().default(false),
  /** The original cell stays among the original columns besides. */
  keep: z.boolean().default(false),
  /** header: the file must have the column; cell: and every row a value in it. */
  require: z.enum(['header', 'cell']).optional(),
  /** Cells that make a row none of ours, and why. */
  reject: z.strictObject({ values: z.array(z.string()).min(1), because: z.string() }).optional(),
});

/** How the rows of one kind of table become records of a feed. */
export const presetSchema = z.strictObject({
  name: slug,
  title: z.string().min(1),
  feed: z.enum(FEEDS),
  /** Where the field names were seen, or 本地默认. */
  source: z.string().optional(),
  /** Alternatives of headers that together name a piece; the first one that is complete counts. */
  keys: z.array(z.array(z.string().min(1)).min(1)).default([]),
  /** Keeps the ids of side tables apart from those of the main table of the same source. */
  idPrefix: slug.optional(),
  /** Payload fields that hold when no column says otherwise. */
  defaults: z.record(z.string(), z.unknown()).default({}),
  /** When the piece happened if no column tells: a fixed moment, declared and not guessed. */
  fallbackOccurredAt: z.iso.datetime({ offset: true }).optional(),
  columns: z.array(columnSchema).min(1),
});

export type Preset = z.output<typeof presetSchema>;
export type PresetColumn = Preset['columns'][number];

/** config/presets.yaml */
export const presetsFileSchema = z.strictObject({ presets: z.array(presetSchema) });

/** config/sources.yaml */
export const sourcesFileSchema = z.strictObject({
  sources: z.array(
    z.strictObject({
      name: slug,
      feed: z.enum(FEEDS),
      title: z.string().min(1),
      preset: slug.optional(),
      sample: z.boolean().default(false),
      /** How long it may be silent: 30m, 24h, 7d. */
      expectEvery: z
        .string()
        .regex(/^\d{1,4}(?:m|h|d)$/, '应写成如 30m、24h、7d')
        .optional(),
      workingDaysOnly: z.boolean().default(false),
      /** Region that stands in when a record names none. */
      region: z
        .string()
        .regex(/^\d{6}$/, '应为六位行政区划代码')
        .optional(),
      /** A front-end table (库表交换) that is polled; its rows are mapped by the preset. */
      table: z
        .strictObject({
          name: z
            .string()
            .regex(/^[a-z_][a-z0-9_]*(?:\.[a-z_][a-z0-9_]*)?$/, '应为 表名 或 模式.表名'),
          /** Column with the moment of the last change; rows are read in its order. */
          changedAt: z.string().regex(/^[a-z_][a-z0-9_]*$/, '应为列名'),
          /** Column that tells rows of one moment apart. */
          key: z.string().regex(/^[a-z_][a-z0-9_]*$/, '应为列名'),
        })
        .optional(),
    }),
  ),
});
