import { saysSample } from './says-sample.js';

interface SampleMarkProps {
  readonly sample: boolean;
  /** What it stands behind: a title that says it by itself is not marked again. */
  readonly beside?: string | null;
}

/** Says that something is invented. */
export function SampleMark({ sample, beside = null }: SampleMarkProps) {
  return sample && !saysSample(beside) ? <span className="soft">（样例）</span> : null;
}
