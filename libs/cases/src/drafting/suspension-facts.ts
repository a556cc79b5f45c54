import { chinaDay, Invalid } from '@risk/kit';
import type { Officer, Registered, SuspensionFacts } from '../letters/facts.js';
import { endsOf, firmOf, latestOf, officersOf, type KnownOfCase } from './known-of-case.js';
import type { SuspensionSaid } from './said.js';
import { keptUnit } from './unit-words.js';

/** Facts for asking to suspend registrations: the firm, and since when it is looked into. */
export const suspensionFacts = (known: KnownOfCase, said: SuspensionSaid): SuspensionFacts => ({
  ...endsOf(known, said),
  firms: [firmOf(known, said), ...said.firms.map(withNulls)],
  scheme: known.alert.index.scheme,
  investigatedSince: said.investigatedSince ?? verifiedSince(known),
  officers: handlersOf(known, said),
});

function verifiedSince(known: KnownOfCase): string {
  const verification = latestOf(known);
  if (verification) return chinaDay(verification.at);
  throw new Invalid(
    'investigatedSince：这件预警没有核查任务，请写明组织调查的开始日期（《防范和处置非法集资条例》第二十二条）',
  );
}

/** Those who handle it may be others than those who verify. */
function handlersOf(known: KnownOfCase, said: SuspensionSaid): Officer[] {
  const verification = latestOf(known);
  if (said.officers)
    return said.officers.map(({ name, unit, badge }) => ({
      name,
      unit: unit ?? keptUnit(known.units, known.from),
      badge: badge ?? null,
    }));
  return verification ? officersOf(verification, known, said) : [];
}

const withNulls = (one: SuspensionSaid['firms'][number]): Registered => ({
  name: one.name,
  uscc: one.uscc ?? null,
  representative: one.representative ?? null,
  address: one.address ?? null,
  region: one.region ?? null,
});
