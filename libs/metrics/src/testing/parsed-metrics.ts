/** One line of the text that Prometheus reads. */
export interface Sample {
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly value: number;
}

const LINE =
  // prom-client writes Nan, which Go reads like NaN.
  /^([a-zA-Z_:][\w:]*)(?:\{((?:[a-zA-Z_]\w*="(?:[^"\\\n]|\\.)*",?)*)\})? ([-+.\deE]+|Na[Nn]|[-+]?Inf)$/;

/** Reads the exposition format (version 0.0.4) as strictly as Prometheus does; a line that is none is an error. */
export function parsedMetrics(text: string): Sample[] {
  if (!text.endsWith('\n')) throw new Error('the last line does not end');
  return text
    .split('\n')
    .filter((line) => line !== '' && !/^# (HELP|TYPE) [a-zA-Z_:][\w:]* \S/.test(line))
    .map(sampleOf);
}

function sampleOf(line: string): Sample {
  const [, name, labels = '', value] = LINE.exec(line) ?? [];
  if (name === undefined || value === undefined) throw new Error(`not a sample: ${line}`);
  const pairs = [...labels.matchAll(/(\w+)="((?:[^"\\]|\\.)*)"/g)];
  const named = pairs.map(([, label, text]) => [label ?? '', text ?? ''] as const);
  return { name, labels: Object.fromEntries(named), value: Number(value) };
}
