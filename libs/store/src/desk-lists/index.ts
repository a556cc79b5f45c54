export { PgDeskLists } from './pg-desk-lists.js';
export { INBOX_SORTS, type InboxMessage, type InboxQuestion, type InboxRow } from './inbox-list.js';
export { DUTY_SORTS, DUTY_STATES, type DutyListQuestion } from './duty-list.js';
export {
  HAND_OVER_SORTS,
  HAND_OVER_STATES,
  type HandOverQuestion,
  type HandOverRow,
} from './hand-over-list.js';
export { MEETING_SORTS, type MeetingQuestion, type MeetingRow } from './meeting-list.js';
export {
  FINDING_SORTS,
  LEDGER_OUTCOMES,
  type LedgerDutyQuestion,
  type LedgerFinding,
  type LedgerFindingQuestion,
} from './ledger-lists.js';
export { BULLETIN_SORTS, type BulletinListQuestion } from './bulletin-list.js';
export { NOTICE_SORTS, type NoticeListQuestion } from './notice-list.js';
export {
  FLOOD_SORTS,
  HUSHED_SORTS,
  SILENCE_SORTS,
  type FloodQuestion,
  type HushedQuestion,
  type SilenceQuestion,
} from './quiet-lists.js';
export {
  VAULT_LOOK_SORTS,
  VAULT_REQUEST_SORTS,
  VAULT_REQUEST_STATES,
  type VaultLookQuestion,
  type VaultRequestQuestion,
  type VaultRequestRow,
  type VaultScope,
} from './vault-lists.js';
