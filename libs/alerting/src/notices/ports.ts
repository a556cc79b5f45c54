import type { Alert, AlertStage, DutyKind, Tier } from '@risk/domain';
import type { NoticeAddressee, NoticeKind } from '../ports.js';
import type { Delivery } from './delivery.js';
import type { Settlement } from './settlement.js';

/** One line of an alert's log, as a notice tells it. */
export interface Tiding {
  readonly id: string;
  readonly kind: string;
  readonly from: Tier | null;
  readonly to: Tier;
  readonly at: Date;
  readonly news: readonly string[];
  readonly by: string | null;
  readonly because: string | null;
  readonly fromStage: AlertStage | null;
  readonly toStage: AlertStage | null;
}

/** What its recipient was told last by the same channel. */
export interface ToldBefore {
  readonly at: Date;
  readonly tier: Tier;
}

/** The alert that a notice is about, as it is now, with what its recipient does not know yet. */
export interface NoticeAlert extends Alert {
  /** The alert that it was merged into, with the tier that counts there. */
  readonly merged: { readonly into: string; readonly tier: Tier } | null;
  readonly before: ToldBefore | null;
  /** What happened since then; everything when nothing was told before. Oldest first. */
  readonly since: readonly Tiding[];
  /** The change that this notice is about; null when it is about none. */
  readonly change: Tiding | null;
  /** The last line of the log that this notice knows of. */
  readonly knownTo: string | null;
}

/** What a unit owes, as it stands now. */
export interface NoticeDuty {
  readonly unit: string;
  readonly kind: DutyKind;
  readonly subject: string;
  readonly because: string;
  readonly dueAt: Date;
  readonly firstDueAt: Date;
  readonly isDone: boolean;
  readonly voidBecause: string | null;
  readonly isPaused: boolean;
  /** How far up the ladder it was carried. */
  readonly rung: number;
}

/** An alert inside a digest, as it is now. */
export interface DigestItem {
  readonly noticeId: string;
  readonly alert: Alert;
  readonly dueAt: Date | null;
  readonly knownTo: string | null;
}

/** A notice that is this process's to send, with all that it speaks of as it is now. */
export interface LeasedNotice {
  readonly id: string;
  /** How often it was tried, this time included; also what fences off a sender who lost it. */
  readonly attempt: number;
  readonly step: string;
  readonly kind: NoticeKind;
  readonly channel: string;
  readonly to: NoticeAddressee;
  readonly createdAt: Date;
  readonly alert: NoticeAlert | null;
  readonly duty: NoticeDuty | null;
  readonly items: readonly DigestItem[];
  /** What a notice of no alert says. */
  readonly said: Said | null;
  /** The bulletin that it carries. */
  readonly enclosure: Enclosure | null;
  readonly sample: boolean;
}

/** A bulletin as a notice carries it: already printed, the same for all who get it. */
export interface Enclosure {
  readonly html: string;
  readonly files: readonly Attachment[];
  /** What its reader shows to say that it was read. */
  readonly receipt: string;
}

/** A file that goes with a message. */
export interface Attachment {
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
  /** Set for a picture that stands in the HTML as `cid:…`. */
  readonly cid: string | null;
}

/** What is said in a notice, as it is kept. */
export interface Said {
  readonly subject: string;
  readonly body: string;
}

/** A message ready to go. */
export interface Message {
  /** Stable for the notice, so that whoever receives a second copy can tell. */
  readonly messageId: string;
  /** Where it goes, as the channel understands it. */
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly attachments: readonly Attachment[];
  /** The same for machines. */
  readonly facts: NoticeFacts;
}

/** What a notice says, for other platforms. */
export interface NoticeFacts {
  readonly notice: string;
  readonly kind: NoticeKind;
  readonly step: string;
  readonly unit: string;
  readonly unitName: string;
  readonly role: string;
  readonly recipient: string;
  readonly alert: string | null;
  readonly entityName: string | null;
  readonly scheme: string | null;
  readonly tier: Tier | null;
  readonly stage: AlertStage | null;
  readonly deadline: Date | null;
  readonly sample: boolean;
}

/** One way out of the house; what it answers says whose fault a failure is. */
export abstract class Notifier {
  abstract send(message: Message): Promise<Delivery>;
}

/** A channel: who carries a message, and how its recipients are addressed. */
export interface Channel {
  readonly title: string;
  readonly notifier: Notifier;
  /** Null when the recipient cannot be reached by this channel. */
  readonly addressOf: (to: NoticeAddressee) => string | null;
}

/** Which notices a sender wants. */
export interface LeaseWish {
  readonly channel: string;
  readonly limit: number;
  /** Comes last among all that lie due: it was tried just now. */
  readonly last: string | null;
  readonly now: Date;
  readonly until: Date;
}

/** The outbox: one row per (alert, step, recipient, channel); rows are found by state, never by id order. */
export abstract class NoticeOutbox {
  /** The channels for which something lies due. */
  abstract dueChannels(now: Date): Promise<string[]>;
  /** Leases due notices of one channel to one sender, the most urgent first; others skip them. */
  abstract lease(wish: LeaseWish): Promise<LeasedNotice[]>;
  /**
   * Says that sending begins now, and keeps what is said; false when the lease was lost, and then nothing may
   * be sent.
   */
  abstract begin(notice: LeasedNotice, said: Said, until: Date): Promise<boolean>;
  /** Ends a lease; says false when the lease was lost meanwhile, and then changes nothing. */
  abstract settle(notice: LeasedNotice, settlement: Settlement, at: Date): Promise<boolean>;
  /** Gives leases back as if they had never been taken: the channel is at fault. */
  abstract giveBack(notices: readonly LeasedNotice[], why: string): Promise<void>;
  /** Notices whose sender died while sending become unknown; answers which. */
  abstract declareLost(now: Date): Promise<string[]>;
  /** Makes one digest of each recipient's due small notices; answers how many digests. */
  abstract gather(now: Date, most: number): Promise<number>;
  /** How much waits, by channel, and how many have an unknown fate. */
  abstract figures(): Promise<OutboxFigures>;
}

export interface OutboxFigures {
  readonly waiting: ReadonlyMap<string, number>;
  readonly unknown: number;
}
