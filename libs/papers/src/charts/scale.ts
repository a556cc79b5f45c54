/** An axis of values: where it begins and ends, and its marks. */
export interface Scale {
  readonly from: number;
  readonly to: number;
  readonly ticks: readonly number[];
}

const STEPS = [1, 2, 5, 10];

/** An axis of round numbers that holds all values and nought; whole numbers get no halves between them. */
export function scaleOf(values: readonly number[], most = 5): Scale {
  const low = Math.min(0, ...values);
  const high = Math.max(0, ...values);
  const step = roundStep((high - low || 1) / most, values.every(Number.isInteger));
  const first = Math.floor(low / step);
  const last = Math.max(Math.ceil(high / step), first + 1);
  const ticks = Array.from({ length: last - first + 1 }, (_, i) => tidy((first + i) * step));
  return { from: tidy(first * step), to: tidy(last * step), ticks };
}

function roundStep(atLeast: number, whole: boolean): number {
  const power = 10 ** Math.floor(Math.log10(atLeast));
  const step = (STEPS.find((s) => s * power >= atLeast * (1 - 1e-9)) ?? 10) * power;
  return whole ? Math.max(1, step) : step;
}

/** 0.1 + 0.2 is 0.3 on paper. */
const tidy = (value: number): number => Number(value.toPrecision(12));

/** A number as a chart prints it: at most two digits after the point; what is none is a dash. */
export const written = (value: number): string =>
  Number.isFinite(value) ? String(Math.round(value * 100) / 100 + 0) : '—';
