import { setTimeout as pause } from 'node:timers/promises';
import { seconds } from '@risk/kit';
import type { House } from '../house.js';
import { CountCodes } from './code-figures.js';

const PATIENCE = seconds(0.5);

/** Ties the figures of rules and words to where strikes and outcomes lie. */
export const tieFigures = ({
  strikes,
  cases,
  clock,
  log,
}: Pick<House, 'strikes' | 'cases' | 'clock' | 'log'>): CountCodes =>
  new CountCodes({
    strikes: (since) => strikes.counts(since),
    reasons: (from, samples) => cases.report.reasons({ from, to: null, samples }),
    patience: () => pause(PATIENCE, undefined, { ref: false }),
    clock,
    log,
  });
