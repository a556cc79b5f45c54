import type { Cast } from './cast.js';
import type { Fresh } from './draft.js';
import type { Random } from './random.js';

/** What a piece of a story is; the order is the order in which a scheme unfolds. */
export type Stage =
  | 'establish'
  | 'drift'
  | 'bait'
  | 'companion'
  | 'unpaid'
  | 'lure'
  | 'sighting'
  | 'worry'
  | 'move'
  | 'push'
  | 'harm'
  | 'abnormal'
  | 'gone';

/** When each stage happens, in parts of the story, and how many pieces it has. */
export const STAGES: readonly (readonly [
  Stage,
  from: number,
  until: number,
  least: number,
  most: number,
])[] = [
  ['establish', 0, 0.01, 1, 1],
  ['drift', 0.06, 0.12, 1, 1],
  ['bait', 0.05, 0.34, 2, 4],
  ['companion', 0.15, 0.3, 1, 1],
  ['unpaid', 0.2, 0.3, 1, 1],
  ['lure', 0.22, 0.75, 5, 9],
  ['sighting', 0.3, 0.65, 1, 3],
  ['worry', 0.35, 0.65, 2, 4],
  ['move', 0.5, 0.62, 1, 1],
  ['push', 0.62, 0.85, 2, 4],
  ['harm', 0.66, 0.92, 6, 10],
  ['abnormal', 0.93, 0.97, 1, 1],
  ['gone', 0.94, 1, 3, 6],
];

export type AdvertisementStage = 'bait' | 'lure' | 'push';
export type PleaStage = 'sighting' | 'worry' | 'harm' | 'gone';
export type RegisterStage = Exclude<Stage, AdvertisementStage | PleaStage>;

export const isAdvertisement = (stage: Stage): stage is AdvertisementStage =>
  stage === 'bait' || stage === 'lure' || stage === 'push';
export const isPlea = (stage: Stage): stage is PleaStage =>
  stage === 'sighting' || stage === 'worry' || stage === 'harm' || stage === 'gone';

/** What telling one piece of a story needs at hand. */
export interface Telling {
  readonly cast: Cast;
  readonly at: number;
  /** When the firm was founded; null until that has been told. */
  readonly foundedAt: number | null;
  readonly key: string;
  readonly fresh: Fresh;
  readonly random: Random;
}
