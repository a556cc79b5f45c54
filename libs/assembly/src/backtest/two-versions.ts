import { compileRegions } from '@risk/routing';
import { plainFile } from '@risk/settings';
import { compileJudging, type Judging, type JudgingFiles } from '../compile-judging.js';

/** What two versions are compiled from; plain data, so that a thread can be handed it. */
export interface TwoVersions {
  readonly regions: unknown;
  readonly base: JudgingFiles;
  readonly candidate: JudgingFiles;
}

/** The engines of the version in force and of the candidate. */
export interface TwoJudgings {
  readonly base: Judging;
  readonly candidate: Judging;
}

/** Compiles both; what they share is compiled once. */
export function compileTwo({ regions, base, candidate }: TwoVersions): TwoJudgings {
  const places = compileRegions(regions);
  const one = compileJudging(base, places);
  const readAlike = base.lexicon === candidate.lexicon && base.model === candidate.model;
  const other = readAlike
    ? one.withBook({ ...candidate, lexicon: null })
    : compileJudging(candidate, places);
  return { base: one, candidate: other };
}

/** The same without what cannot cross into a thread. */
export function plainVersions({ regions, base, candidate }: TwoVersions): TwoVersions {
  const lexicon = base.lexicon.map(plainFile);
  const model = plainFile(base.model);
  const files = (of: JudgingFiles): JudgingFiles => ({
    lexicon: of.lexicon === base.lexicon ? lexicon : of.lexicon.map(plainFile),
    model: of.model === base.model ? model : plainFile(of.model),
    rules: of.rules.map(plainFile),
    scoring: plainFile(of.scoring),
    licensed: plainFile(of.licensed),
  });
  return { regions, base: files(base), candidate: files(candidate) };
}
