import type { Database } from '../database.js';
import { bulletinList, type BulletinListQuestion } from './bulletin-list.js';
import { dutyList, type DutyListQuestion } from './duty-list.js';
import { handOverList, type HandOverQuestion } from './hand-over-list.js';
import { inboxList, inboxMessage, recipientOf, type InboxQuestion } from './inbox-list.js';
import {
  ledgerDuties,
  ledgerFindings,
  type LedgerDutyQuestion,
  type LedgerFindingQuestion,
} from './ledger-lists.js';
import { meetingList, type MeetingQuestion } from './meeting-list.js';
import { noticeList, type NoticeListQuestion } from './notice-list.js';
import {
  floodList,
  hushedList,
  silenceList,
  type FloodQuestion,
  type HushedQuestion,
  type SilenceQuestion,
} from './quiet-lists.js';
import {
  vaultLooks,
  vaultRequests,
  type VaultLookQuestion,
  type VaultRequestQuestion,
} from './vault-lists.js';

/** The lists at the desks of units and of the office, page by page; nothing here changes anything. */
export class PgDeskLists {
  constructor(private readonly database: Database) {}

  readonly inbox = (question: InboxQuestion) => inboxList(this.database, question);
  readonly message = (unit: string, id: string) => inboxMessage(this.database, unit, id);
  readonly recipientOf = (unit: string, id: string) => recipientOf(this.database, unit, id);
  readonly duties = (question: DutyListQuestion) => dutyList(this.database, question);
  readonly handOvers = (question: HandOverQuestion) => handOverList(this.database, question);
  readonly meetings = (question: MeetingQuestion) => meetingList(this.database, question);
  readonly ledgerDuties = (question: LedgerDutyQuestion) => ledgerDuties(this.database, question);
  readonly ledgerFindings = (question: LedgerFindingQuestion) =>
    ledgerFindings(this.database, question);
  readonly bulletins = (question: BulletinListQuestion) => bulletinList(this.database, question);
  readonly notices = (question: NoticeListQuestion) => noticeList(this.database, question);
  readonly silences = (question: SilenceQuestion) => silenceList(this.database, question);
  readonly vaultRequests = (question: VaultRequestQuestion) =>
    vaultRequests(this.database, question);
  readonly vaultLooks = (question: VaultLookQuestion) => vaultLooks(this.database, question);
  readonly floods = (question: FloodQuestion) => floodList(this.database, question);
  readonly hushed = (question: HushedQuestion) => hushedList(this.database, question);
}
