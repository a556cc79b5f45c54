import type { City } from '@risk/access';
import { OpenIdPlatform } from '@risk/identity';
import type { Clock, UnitOfWork } from '@risk/kit';
import type { Environment } from '@risk/settings';
import {
  PgAccounts,
  PgRescues,
  PgSessions,
  PgSight,
  PgTokens,
  type Database,
  type PgOverview,
  type VaultCipher,
} from '@risk/store';
import type { Engines } from '../compile-engines.js';
import { tieAccess, type AccessDesk, type IdentityPlatform } from './tie-access.js';

interface AccessHands {
  readonly environment: Environment;
  readonly engines: Engines;
  readonly database: Database;
  readonly overview: PgOverview;
  readonly cipher: VaultCipher;
  readonly work: UnitOfWork;
  readonly clock: Clock;
}

/** Access to a real house. */
export function houseAccess(house: AccessHands): AccessDesk {
  const { database, cipher, engines, clock, work } = house;
  const stores = {
    accounts: new PgAccounts(database),
    sessions: new PgSessions(database),
    tokens: new PgTokens(database),
    rescues: new PgRescues(database),
    sight: new PgSight(database),
    sealing: {
      seal: (plain: Uint8Array, place: string) => cipher.refresh().seal(plain, place),
      open: (sealed: Buffer, place: string) => cipher.open(sealed, place),
    },
  };
  const hands = { work, clock, policy: engines.access };
  const platform = platformOf(house.environment);
  return tieAccess(stores, cityOf(engines), () => isOpenToAll(house), hands, platform);
}

function platformOf({ identityPlatform }: Environment): IdentityPlatform | null {
  if (identityPlatform === null) return null;
  const { redirectUri, ...access } = identityPlatform;
  return { provider: new OpenIdPlatform(access), redirectUri };
}

/** What rights can be of, as the configuration says. */
export function cityOf({ routing: { units, regions } }: Pick<Engines, 'routing'>): City {
  return {
    office: units.office,
    units: new Set(units.units.map(({ code }) => code)),
    regions: new Set([...regions.counties, ...regions.zones].map(({ code }) => code)),
  };
}

/** On the machine itself, or as long as there is nothing but samples to see. */
const isOpenToAll = async ({ environment, overview }: AccessHands): Promise<boolean> =>
  environment.isLoopback || !(await overview.hasRealRecords());
