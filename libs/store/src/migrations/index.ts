import { FoundTheHouse1795395600000 } from './20261123T0100-found-the-house.js';
import { KeepTierCuts1795803600000 } from './20261127T1820-keep-tier-cuts.js';

/** Every migration, oldest first; never edited after it was released. */
export const migrations = [FoundTheHouse1795395600000, KeepTierCuts1795803600000];
