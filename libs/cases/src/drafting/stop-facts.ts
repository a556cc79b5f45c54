import { schemeName } from '@risk/domain';
import { chinaDay, Invalid } from '@risk/kit';
import type { Finding, StopFacts } from '../letters/facts.js';
import { BLANK } from '../letters/phrases.js';
import { endsOf, firmOf, keptText, saidText, type KnownOfCase } from './known-of-case.js';
import type { StopSaid } from './said.js';
import { keptUnit } from './unit-words.js';

/** Facts for an order to stop: only the house knows whether it was found to be illegal fundraising. */
export const stopFacts = (known: KnownOfCase, said: StopSaid): StopFacts => ({
  ...endsOf(known, said),
  firm: firmOf(known, said),
  as: said.as,
  finding: findingOf(known, said),
  activities: (said.activities ?? [BLANK]).map(saidText),
  remedy: said.remedy === undefined ? null : saidText(said.remedy),
});

function findingOf(known: KnownOfCase, { found }: StopSaid): Finding | null {
  const { finding, units } = known;
  if (finding === null) return null;
  const { at, unit, because, scheme } = finding;
  if (scheme !== null && scheme !== 'illegal-fundraising')
    throw new Invalid(
      `finding：查实的类型是${schemeName(scheme)}，《防范和处置非法集资条例》第二十三条只对非法集资责令停止`,
    );
  const words = found === undefined ? keptText(known, because) : saidText(found);
  return { on: chinaDay(at), by: keptUnit(units, unit), because: words };
}
