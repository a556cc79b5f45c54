import { chinaTime, Invalid, NotFound } from '@risk/kit';
import type { Dossier } from '../../dossier.js';
import { section, type Ask, type CityWords, type Readings, type Section } from '../section.js';
import type { Written } from '../section.js';

/** The eight sections of one report tell of one dossier: it is read once. */
const READ = new WeakMap<Ask, Promise<Dossier>>();

/** The dossier that a special report is about, read once for each ask. */
export function dossierOf(readings: Pick<Readings, 'dossiers'>, ask: Ask): Promise<Dossier> {
  const before = READ.get(ask);
  if (before) return before;
  const reading = read(readings, ask);
  READ.set(ask, reading);
  return reading;
}

async function read({ dossiers }: Pick<Readings, 'dossiers'>, ask: Ask): Promise<Dossier> {
  const { scope, span, samples } = ask;
  if (scope.kind !== 'entity') throw new Invalid('本部分只用于专报');
  const dossier = await dossiers.of(scope.code, span.until, samples);
  if (dossier) return dossier;
  throw new NotFound(`${chinaTime(span.until)} 之前没有编号为 ${scope.code} 的主体`);
}

/** A section of a special report that needs nothing but the dossier. */
export const dossierSection = (
  title: string,
  write: (dossier: Dossier, ask: Ask, words: CityWords) => Written,
): Section => section(title, dossierOf, write);
