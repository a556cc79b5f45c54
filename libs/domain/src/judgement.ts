import { chinaDay } from '@risk/kit';
import type { EngineVersions } from './assessment.js';
import type { Scheme } from './taxonomy.js';
import { tierColour, type Tier } from './tier.js';

/** A person's word on the tier of an entity; it stands beside the model's until a person changes it. */
export interface TierDecision {
  readonly id: string;
  readonly entityId: string;
  /** The person's tier before; null when none stood. */
  readonly from: Tier | null;
  /** Null withdraws the person's tier: the model's counts again. */
  readonly to: Tier | null;
  readonly by: string;
  readonly because: string;
  readonly at: Date;
  /** What the model said when the person decided, and which versions of it. */
  readonly modelTier: Tier;
  readonly modelScore: number;
  readonly versions: EngineVersions;
}

/** A person's tier that stands, as screens and letters show it. */
export interface PersonTier {
  /** The decision that set it. */
  readonly decision: string;
  readonly tier: Tier;
  readonly by: string;
  readonly because: string;
  readonly at: Date;
}

/** Both opinions in one line: `模型：橙色　人工：黄色（张某，2026-11-27，已核实为正常经营）`. */
export function bothTiers(model: Tier, person: PersonTier): string {
  const { tier, by, at, because } = person;
  return `模型：${tierColour(model)}　人工：${tierColour(tier)}（${by}，${chinaDay(at)}，${because}）`;
}

const OUTCOME_NAMES = {
  confirmed: '查实',
  refuted: '排除',
  administrative: '行政处理',
  transferred: '移送公安',
  insufficient: '证据不足',
} as const;

/** How a case ended, or where it went. */
export type OutcomeVerdict = keyof typeof OUTCOME_NAMES;
export const OUTCOME_VERDICTS = Object.keys(OUTCOME_NAMES) as OutcomeVerdict[];
export const outcomeName = (verdict: OutcomeVerdict): string => OUTCOME_NAMES[verdict];

/** What became of a suspicion; the latest of an entity is in force. */
export interface Outcome {
  readonly id: string;
  readonly entityId: string;
  readonly verdict: OutcomeVerdict;
  /** What it was; never known of a refuted one. */
  readonly scheme: Scheme | null;
  /** The day on which it came to light, yyyy-mm-dd. */
  readonly exposedOn: string | null;
  /** Yuan lost, and people who lost it, as far as known. */
  readonly losses: number | null;
  readonly people: number | null;
  readonly by: string;
  readonly because: string;
  readonly at: Date;
  /** The outcome that this one takes the place of. */
  readonly supersedes: string | null;
}
