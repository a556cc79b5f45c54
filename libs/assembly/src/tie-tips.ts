import type { RawItem } from '@risk/intake';
import type { Clock, Log, UnitOfWork } from '@risk/kit';
import { PgTipBook, PgTips, type Database, type VaultCipher } from '@risk/store';
import {
  AskState,
  Gate,
  OpenedForms,
  ReviewTip,
  TakeTip,
  type TipEnvelope,
  type TipInlet,
  type TipPolicy,
  type TipSeals,
  type TipStore,
} from '@risk/tips';
import type { Engines } from './compile-engines.js';
import type { Accepted } from './inlet.js';

/** Where citizens report, and where the office reads it. */
export interface TipDesk {
  readonly policy: TipPolicy;
  readonly forms: OpenedForms;
  readonly gate: Gate;
  readonly take: TakeTip;
  readonly ask: AskState;
  readonly review: ReviewTip;
  readonly book: Pick<PgTipBook, 'list' | 'one' | 'file'>;
}

interface TipParts {
  readonly store: TipStore;
  readonly inlet: TipInlet;
  readonly seals: TipSeals;
  readonly book: TipDesk['book'];
}

interface TipHands {
  readonly work: UnitOfWork;
  readonly clock: Clock;
}

interface TipHouse extends TipHands {
  readonly database: Database;
  readonly cipher: VaultCipher;
  readonly engines: Engines;
  readonly log: Log;
}

/** Ties what takes reports of citizens to the database, the vault's keys and the path of all complaints. */
export function tieTips(
  house: TipHouse,
  accept: (items: readonly RawItem[]) => Promise<Accepted>,
): TipDesk {
  const { database, cipher, engines } = house;
  const seals: TipSeals = {
    seal: (plain, place) => cipher.refresh().seal(plain, place),
    open: (sealed, place) => cipher.open(sealed, place),
    keyed: (text) => cipher.pseudonym(text),
  };
  const parts = {
    ...{ store: new PgTips(database, cipher), seals, book: new PgTipBook(database, cipher) },
    inlet: { take: (envelope: TipEnvelope) => handIn(envelope, accept, house.log) },
  };
  return tipDesk(parts, house, engines.tips);
}

/** The desk over whatever keeps reports. */
export function tipDesk(
  { store, inlet, seals, book }: TipParts,
  { work, clock }: TipHands,
  policy: TipPolicy,
): TipDesk {
  const forms = new OpenedForms(seals, clock, policy);
  return {
    ...{ policy, forms, book },
    gate: new Gate(forms, seals, policy, clock),
    take: new TakeTip(store, inlet, seals, { work, clock, policy }),
    ask: new AskState(store, clock, policy),
    review: new ReviewTip(store, work, clock),
  };
}

/** In by the door of all complaints; what it refuses lies among the dead letters, and somebody has to look. */
async function handIn(
  envelope: TipEnvelope,
  accept: (items: readonly RawItem[]) => Promise<Accepted>,
  log: Log,
): Promise<void> {
  const bytes = Buffer.from(JSON.stringify(envelope));
  const item: RawItem = { feed: 'complaint', door: 'http', bytes, origin: { page: 'report' } };
  const answer = await accept([item]);
  if (answer.kept && answer.deadLettered > 0)
    log.error('the report of a citizen became a dead letter', { sourceId: envelope.sourceId });
}
