import type { NearRule } from '@risk/assessment';
import type { Assessment, Mention, Signal } from '@risk/domain';

/** A verdict with the parties it names, as the command line prints it. */
export interface Verdict extends Assessment {
  readonly mentions: readonly { readonly mention: Mention }[];
}

/** One output line of `risk assess` (CONTRACTS: The command line). */
export function sayVerdict(id: string, verdict: Verdict): Readonly<Record<string, unknown>> {
  const { score, tier, categories, dimensions, elements, annualYieldPercent, version } = verdict;
  return {
    id,
    score,
    tier,
    categories,
    dimensions,
    elements,
    annualYieldPercent,
    entities: verdict.mentions.map(({ mention }) => mention),
    signals: verdict.signals.map(saySignal),
    version,
  };
}

/** A rule that came near, as `risk assess --why` prints it. */
export function sayNear(near: NearRule): Readonly<Record<string, unknown>> {
  const { rule, title, dimension, weight, lacking, held, lacks, says, score } = near;
  return { rule, title, dimension, weight, lacking, held, lacks, says, score };
}

const NOWHERE = { field: null, start: null, end: null, quote: null };

function saySignal(signal: Signal): Readonly<Record<string, unknown>> {
  const { engine, code, weight, dimension, because, evidence, transforms, suppressed } = signal;
  return {
    engine,
    code,
    weight,
    dimension,
    because,
    ...(evidence ?? NOWHERE),
    transforms,
    suppressed,
  };
}
