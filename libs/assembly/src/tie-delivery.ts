import {
  DeliverNotices,
  SettleNotice,
  WatchDelivery,
  type NoticeDecision,
  type NoticeHistory,
  type Notifier,
  type SettleRequest,
} from '@risk/alerting';
import { maskPersons } from '@risk/cases';
import type { Clock, Log, UnitOfWork } from '@risk/kit';
import { unitOf } from '@risk/routing';
import type { Environment } from '@risk/settings';
import { PgLedger, PgNoticeHistory, PgNoticeOutbox, type Database } from '@risk/store';
import type { Engines } from './compile-engines.js';
import { tieChannels } from './tie-channels.js';

/** How notices leave the house, and what became of them. */
export interface NoticeDesk {
  readonly deliver: DeliverNotices;
  readonly watch: WatchDelivery;
  readonly history: NoticeHistory;
  /** Makes digests of small notices that lie due; answers how many. */
  gather(): Promise<number>;
  /** A person's word on a notice, in one transaction. */
  settle(request: SettleRequest): Promise<NoticeDecision>;
}

/** What the desk is tied to. */
interface DeskParts {
  readonly environment: Environment;
  readonly database: Database;
  readonly work: UnitOfWork;
  readonly clock: Clock;
  readonly log: Log;
  readonly engines: Pick<Engines, 'routing' | 'handling'>;
  /** Known once a server listens. */
  readonly address: string | null;
}

const MOST_GATHERED = 10_000;

/** Ties sending, gathering and settling to outbox, channels and the words of the house. */
export function tieDelivery(parts: DeskParts, mail: Notifier | undefined): NoticeDesk {
  const { environment, database, work, clock, log, engines } = parts;
  const { webhooks } = engines.handling.channels;
  const outbox = new PgNoticeOutbox(database);
  const history = new PgNoticeHistory(database);
  const ledger = new PgLedger(database);
  const words = {
    mask: (text: string) => maskPersons(text),
    unitName: (code: string) => unitOf(engines.routing.units, code)?.name ?? code,
    receiptLink: (notice: string, receipt: string) =>
      parts.address === null ? null : `${parts.address}/read/${notice}/${receipt}`,
  };
  const channels = tieChannels({ environment, webhooks, clock, mail });
  const deliver = new DeliverNotices(outbox, channels, { words, clock, log });
  const settling = new SettleNotice(history, clock);
  return {
    deliver,
    watch: new WatchDelivery(outbox, deliver, clock, (source, sentence, at) =>
      ledger.warn(source, sentence, at),
    ),
    history,
    gather: () => outbox.gather(clock.now(), MOST_GATHERED),
    settle: (request) => work.run((tx) => settling.run(tx, request)),
  };
}
