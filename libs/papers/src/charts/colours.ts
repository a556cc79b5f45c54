import type { Tier } from '@risk/domain';

/** Colours of charts: restrained on screen, and far enough apart in grey for a black-and-white print. */
export const INK = '#1f2933';
export const FAINT_INK = '#5b6570';
export const GRID = '#e3e7eb';
export const AXIS = '#8b95a0';
export const GROUND = '#ffffff';
export const PLAIN = '#2f5d8c';

/** Tiers as they are painted. */
export const TIER_COLOURS: Readonly<Record<Tier, string>> = {
  red: '#c4262e',
  orange: '#e67e22',
  yellow: '#f0c419',
  blue: '#2e75b6',
  none: '#9aa5b1',
};
