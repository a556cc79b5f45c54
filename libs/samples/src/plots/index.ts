import type { Plot } from '../plot.js';
import { CARE_PLOTS } from './care.js';
import { LENDING_PLOTS } from './lending.js';
import { MARKET_PLOTS } from './markets.js';
import { PYRAMID_PLOTS } from './pyramid.js';
import { RURAL_PLOTS } from './rural.js';
import { WEALTH_PLOTS } from './wealth.js';

/** Every kind of scheme that the samples tell of; one more line, one more kind. */
export const PLOTS: readonly Plot[] = [
  ...WEALTH_PLOTS,
  ...RURAL_PLOTS,
  ...LENDING_PLOTS,
  ...PYRAMID_PLOTS,
  ...MARKET_PLOTS,
  ...CARE_PLOTS,
];
