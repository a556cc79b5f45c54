import { FoundTheHouse1795395600000 } from './20261123T0100-found-the-house.js';
import { RememberTies1795803600000 } from './20261127T1820-remember-ties.js';

/** Every migration, oldest first; never edited after it was released. */
export const migrations = [FoundTheHouse1795395600000, RememberTies1795803600000];
