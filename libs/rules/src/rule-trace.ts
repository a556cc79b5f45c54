import { basisAt, type CompiledRule } from './compiled-rule.js';
import type { Facts } from './facts.js';
import type { Sight } from './sight.js';
import { wayTo, type Way } from './way-to.js';

/** What one rule saw, whether it fired or not. */
export interface RuleTrace {
  readonly rule: string;
  readonly title: string;
  readonly fired: boolean;
  /** Why a rule was not asked: its legal basis does not hold at that time; else null. */
  readonly notInForce: string | null;
  readonly sight: Sight;
  /** How many of its conditions were lacking at least; 0 when all were met. */
  readonly lacking: number;
  /** What was lacking, a sentence each. */
  readonly lacks: readonly string[];
}

/** What a rule sees in the facts. */
export const traceOf = (rule: CompiledRule, facts: Facts): RuleTrace => new LazyTrace(rule, facts);

/** How far a rule was from firing is asked of few traces. */
class LazyTrace implements RuleTrace {
  readonly rule: string;
  readonly title: string;
  readonly fired: boolean;
  readonly notInForce: string | null;
  readonly sight: Sight;
  private way: Way | undefined = undefined;

  constructor(rule: CompiledRule, facts: Facts) {
    this.rule = rule.id;
    this.title = rule.title;
    this.sight = rule.condition.look(facts);
    this.notInForce = basisAt(rule, facts.occurredAt) ? null : sayPeriods(rule);
    this.fired = this.notInForce === null && this.sight.held;
  }

  get lacking(): number {
    return this.measured().steps;
  }

  get lacks(): readonly string[] {
    return this.measured().lacks;
  }

  toJSON(): RuleTrace {
    const { rule, title, fired, notInForce, sight, lacking, lacks } = this;
    return { rule, title, fired, notInForce, sight, lacking, lacks };
  }

  private measured(): Way {
    return (this.way ??= wayTo(this.sight));
  }
}

function sayPeriods({ bases }: CompiledRule): string {
  const periods = bases.map(
    ({ source: { law, from = '始', to = '今' } }) => `${law}（${from} 至 ${to}）`,
  );
  return `事发时依据未施行或已失效：${periods.join('、')}`;
}
