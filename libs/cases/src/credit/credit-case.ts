import type { Outcome } from '@risk/domain';
import { Invalid } from '@risk/kit';
import type { CreditCase, PenaltyDecision } from '../credit-columns.js';
import type { RegisteredFirm } from '../drafting/ports.js';
import type { ToldPenalty } from './credit-request.js';

/** A case for the platform: whom the register tells, what people found, and the decision as told. */
export const creditCaseOf = (
  key: string,
  { name, uscc, registration, representative }: RegisteredFirm,
  { verdict, scheme }: Outcome,
  told: ToldPenalty,
  source: CreditCase['source'],
): CreditCase => ({
  ...{ verdict, scheme, name, uscc, registration, source },
  kind: kindOf(key, uscc, told),
  representative: told.representative ?? representative,
  penalty: penaltyOf(told),
});

/** Codes of GB 32100 that begin with 92 are of individual businesses: there, and without a code, a person says it. */
function kindOf(key: string, uscc: string | null, { kind }: ToldPenalty): CreditCase['kind'] {
  if (kind !== undefined) return kind;
  if (uscc !== null && !uscc.startsWith('92')) return '法人及非法人组织';
  throw new Invalid(
    `penalties.${key}.kind：请写明行政相对人类别（法人及非法人组织、自然人、个体工商户）`,
  );
}

function penaltyOf(told: ToldPenalty): PenaltyDecision {
  const { number, decidedOn, organ } = told;
  return {
    ...{ number, decidedOn, organ },
    organUscc: told.organUscc ?? null,
    violation: told.violation ?? null,
    facts: told.facts ?? null,
    basis: told.basis ?? null,
    category: told.category ?? null,
    content: told.content ?? null,
    fine: told.fine ?? null,
    confiscated: told.confiscated ?? null,
    licence: told.licence ?? null,
    validUntil: told.validUntil ?? null,
    publicUntil: told.publicUntil ?? null,
  };
}
