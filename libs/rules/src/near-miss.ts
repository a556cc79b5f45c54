import type { CompiledRule } from './compiled-rule.js';
import type { RuleTrace } from './rule-trace.js';
import { groundsOf } from './way-to.js';

/** A rule that did not fire although something spoke for it: what it saw and what was lacking. */
export interface NearMiss extends Pick<
  CompiledRule['verdict'],
  'dimension' | 'weight' | 'elements' | 'scheme' | 'halfLifeDays'
> {
  readonly rule: string;
  readonly title: string;
  /** How many conditions are lacking at least. */
  readonly lacking: number;
  readonly held: readonly string[];
  readonly lacks: readonly string[];
  /** All of it in one sentence. */
  readonly says: string;
}

/** The rule as a near miss; null when it fired, was not in force, or nothing telling spoke for it. */
export function nearMissOf(rule: CompiledRule, trace: RuleTrace): NearMiss | null {
  if (trace.fired || trace.notInForce !== null) return null;
  const grounds = groundsOf(trace.sight);
  if (grounds[0]?.telling !== true) return null;
  const { id, title, verdict } = rule;
  const held = [...new Set(grounds.map(({ says }) => says))];
  const { lacking, lacks } = trace;
  const says = sayMiss(id, title, held, lacks, lacking);
  return { rule: id, title, ...verdict, lacking, held, lacks, says };
}

/** What lacks least comes first, then what weighs most. */
export const nearestFirst = (a: NearMiss, b: NearMiss): number =>
  a.lacking - b.lacking || b.weight - a.weight;

const SHOWN = 3;
const shown = (list: readonly string[]): string =>
  list.slice(0, SHOWN).join('；') + (list.length > SHOWN ? `等${list.length}项` : '');

const STEPS = ['', '一', '两', '三', '四', '五', '六', '七', '八', '九'];

const sayMiss = (
  id: string,
  title: string,
  held: readonly string[],
  lacks: readonly string[],
  lacking: number,
): string =>
  `差${STEPS[lacking] ?? lacking}步：${id} ${title}（已有：${shown(held)}；缺：${shown(lacks)}）`;
