import { FoundTheHouse1795395600000 } from './20261123T0100-found-the-house.js';

/** Every migration, oldest first; never edited after it was released. */
export const migrations = [FoundTheHouse1795395600000];
