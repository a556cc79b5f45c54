import { calibrate, type Calibration } from './scoring-rule.js';

/** The evidence of one example that the weights have not seen. */
export interface Outcome {
  readonly evidence: Float64Array;
  readonly features: number;
  /** Index of the true label. */
  readonly truth: number;
}

const STEPS = 400;
const RATE = 0.5;
/** Pulls the biases towards 0, so that a rare class is not silenced by a handful of examples. */
const SHRINK = 0.01;

/** Fits temperature and biases by gradient descent on the log loss. */
export function fitCalibration(
  outcomes: readonly Outcome[],
  labels: number,
  lengthPower: number,
): Calibration {
  let temperature = 0.5;
  const bias = new Float64Array(labels);
  for (let step = 0; step < STEPS; step++) {
    const slope = gradientOf(outcomes, { temperature, bias: [...bias], lengthPower }, labels);
    temperature = Math.max(0.01, temperature - RATE * 0.2 * slope.temperature);
    slope.bias.forEach((value, at) => {
      bias[at] = (bias[at] ?? 0) - RATE * (value + SHRINK * (bias[at] ?? 0));
    });
  }
  return { temperature, bias: [...bias], lengthPower };
}

/** Slope of the mean log loss. */
function gradientOf(
  outcomes: readonly Outcome[],
  rule: Calibration,
  labels: number,
): { temperature: number; bias: number[] } {
  const bias = new Array<number>(labels).fill(0);
  let temperature = 0;
  for (const { evidence, features, truth } of outcomes) {
    const guess = Float64Array.from(evidence);
    calibrate(guess, features, rule);
    const scale = Math.max(1, features) ** -rule.lengthPower;
    guess.forEach((probability, at) => {
      const error = probability - (at === truth ? 1 : 0);
      bias[at] = (bias[at] ?? 0) + error;
      temperature += error * (evidence[at] ?? 0) * scale;
    });
  }
  const n = outcomes.length;
  return { temperature: temperature / n, bias: bias.map((sum) => sum / n) };
}

/** Moves the bias of the ordinary label from its share among the examples to its share in life. */
export function shiftPrior(
  fitted: Calibration,
  outcomes: readonly Outcome[],
  ordinary: { readonly at: number; readonly share: number },
): Calibration {
  const told = outcomes.filter(({ truth }) => truth === ordinary.at).length / outcomes.length;
  if (told === 0 || told === 1) return fitted;
  const shift = logit(ordinary.share) - logit(told);
  const bias = fitted.bias.map((value, at) => (at === ordinary.at ? value + shift : value));
  return { ...fitted, bias };
}

const logit = (share: number): number => Math.log(share / (1 - share));
