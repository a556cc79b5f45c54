import type { House } from '../house.js';
import { CountCodes } from './code-figures.js';

/** Ties the figures of rules and words to where strikes and outcomes lie. */
export const tieFigures = ({
  strikes,
  cases,
  clock,
  log,
}: Pick<House, 'strikes' | 'cases' | 'clock' | 'log'>): CountCodes =>
  new CountCodes({
    strikes: (since) => strikes.counts(since),
    outcomes: (from, samples) => cases.report.run({ from, to: null, samples }),
    clock,
    log,
  });
