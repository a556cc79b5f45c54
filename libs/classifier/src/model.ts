import { SCHEMES, type Scheme } from '@risk/domain';
import { fingerprintOf, Invalid, wordsOfIssue } from '@risk/kit';
import { z } from 'zod';

const share = z.number().min(0).max(1);

/** How well a class was told apart on examples held out of the training. */
const figuresSchema = z.strictObject({
  label: z.enum(SCHEMES as [Scheme, ...Scheme[]]),
  examples: z.int().min(0),
  precision: share,
  recall: share,
});

/** The shape of config/classifier/model.json. */
export const modelSchema = z.strictObject({
  kind: z.literal('bayes-1'),
  /** Hash over everything else: the same content is the same version. */
  version: z.string(),
  labels: z.array(z.enum(SCHEMES as [Scheme, ...Scheme[]])).min(2),
  vocabulary: z.array(z.string().min(1)),
  /** Rows of the vocabulary, columns of the labels; thousandths of a natural logarithm. */
  weights: z.array(z.int()),
  calibration: z.strictObject({
    lengthPower: z.number().min(0).max(1),
    temperature: z.number().positive(),
    bias: z.array(z.number()),
  }),
  heldOut: z.strictObject({
    accuracy: share,
    logLoss: z.number(),
    classes: z.array(figuresSchema),
  }),
  trainedOn: z.int().min(1),
});

/** A trained model as it is kept in a file. */
export type ClassifierModel = z.output<typeof modelSchema>;
export type ClassFigures = z.output<typeof figuresSchema>;

/** Weights are kept in thousandths. */
export const WEIGHT_UNIT = 1000;

/** The version of a model: a hash of its content. */
export const versionOf = (model: Omit<ClassifierModel, 'version'>): string =>
  `bayes-${fingerprintOf(model).slice(0, 12)}`;

/** Checks a model that was read from a file; every fault is named with its place. */
export function checkModel(content: unknown, file = 'classifier/model.json'): ClassifierModel {
  const read = modelSchema.safeParse(content, { error: wordsOfIssue });
  if (!read.success) {
    const faults = read.error.issues.map(
      (issue) => `${file} › ${issue.path.join('.')}：${issue.message}`,
    );
    throw new Invalid(faults.slice(0, 10).join('\n'), { file });
  }
  const { version, ...rest } = read.data;
  const { labels, vocabulary, weights, calibration } = rest;
  if (
    weights.length !== labels.length * vocabulary.length ||
    calibration.bias.length !== labels.length
  ) {
    throw new Invalid(`${file} › weights：个数应为 labels × vocabulary，实为 ${weights.length}`, {
      file,
    });
  }
  if (version !== versionOf(rest)) {
    throw new Invalid(
      `${file} › version：与内容不符（应为 ${versionOf(rest)}），文件可能被改动或截断`,
      { file },
    );
  }
  return read.data;
}
