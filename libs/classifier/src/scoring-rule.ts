/** Turns summed evidence into probabilities; fitted on examples the weights were not trained on. */
export interface Calibration {
  /** Evidence of dependent features counts less than their sum: it is divided by n to this power. */
  readonly lengthPower: number;
  readonly temperature: number;
  /** One a label. */
  readonly bias: readonly number[];
}

/** Softmax in place. */
function softmax(logits: Float64Array): void {
  let top = -Infinity;
  for (const logit of logits) top = Math.max(top, logit);
  let sum = 0;
  for (let at = 0; at < logits.length; at++) {
    const value = Math.exp((logits[at] ?? 0) - top);
    logits[at] = value;
    sum += value;
  }
  for (let at = 0; at < logits.length; at++) logits[at] = (logits[at] ?? 0) / sum;
}

/** Probabilities from the evidence of `features` features, in place. */
export function calibrate(evidence: Float64Array, features: number, rule: Calibration): void {
  const scale = rule.temperature / Math.max(1, features) ** rule.lengthPower;
  for (let at = 0; at < evidence.length; at++) {
    evidence[at] = (evidence[at] ?? 0) * scale + (rule.bias[at] ?? 0);
  }
  softmax(evidence);
}
