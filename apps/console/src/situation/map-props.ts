import type { Situation } from '../api/situation.js';

/** What a map of the city is handed. */
export interface PlaceMapProps {
  readonly situation: Situation;
  /** The code of the chosen place; null shows the whole city. */
  readonly chosen: string | null;
  readonly choose: (code: string | null) => void;
}
