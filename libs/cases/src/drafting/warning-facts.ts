import type { WarningFacts } from '../letters/facts.js';
import { BLANK } from '../letters/phrases.js';
import { endsOf, firmOf, saidText, type KnownOfCase } from './known-of-case.js';
import type { WarningSaid } from './said.js';

/** Facts for a warning talk: all but the firm is what people say. */
export const warningFacts = (known: KnownOfCase, said: WarningSaid): WarningFacts => ({
  ...endsOf(known, said),
  firm: firmOf(known, said),
  at: said.at === undefined ? null : new Date(said.at),
  place: said.place ?? null,
  matters: (said.matters ?? [BLANK]).map(saidText),
  materials: said.materials,
  demands: said.demands.map(saidText),
  contact: said.contact ?? null,
});
