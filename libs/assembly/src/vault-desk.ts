import {
  ApproveLook,
  Look,
  RequestLook,
  type ApprovalWish,
  type LookPolicy,
  type LookRequest,
  type LookWish,
  type SeenReporter,
  type VaultLooks,
} from '@risk/cases';
import type { Clock, UnitOfWork } from '@risk/kit';
import type { VaultKeyRing } from '@risk/settings';
import { PgVaultKeys, PgVaultLooks, type Database, type VaultCipher } from '@risk/store';
import { RotateVault } from './rotate-vault.js';

/** Where people ask for, allow and take looks at reporters, and where the vault's keys are looked after. */
export interface VaultDesk {
  request(wish: LookWish): Promise<LookRequest>;
  approve(wish: ApprovalWish): Promise<LookRequest>;
  /** Answers only after the look is on record. */
  look(wish: { readonly requestId: string; readonly by: string }): Promise<SeenReporter[]>;
  readonly looks: Pick<VaultLooks, 'requests' | 'looks'>;
  readonly rotation: RotateVault;
}

interface VaultHands {
  readonly database: Database;
  readonly cipher: VaultCipher;
  readonly work: UnitOfWork;
  readonly clock: Clock;
}

/** Ties the use cases of the vault to the database and to its keys. */
export function tieVault(hands: VaultHands, ring: VaultKeyRing, policy: LookPolicy): VaultDesk {
  const { database, cipher, work, clock } = hands;
  const looks = new PgVaultLooks(database, cipher);
  const requesting = new RequestLook(looks, policy, clock);
  const approving = new ApproveLook(looks, policy, clock);
  const looking = new Look(looks, clock);
  const keys = new PgVaultKeys(database, cipher);
  return {
    request: (wish) => work.run((tx) => requesting.run(tx, wish)),
    approve: (wish) => work.run((tx) => approving.run(tx, wish)),
    look: (wish) => work.run((tx) => looking.run(tx, wish)),
    looks,
    rotation: new RotateVault({ ring, keys, cipher, work, clock }),
  };
}
