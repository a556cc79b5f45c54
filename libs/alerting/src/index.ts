export {
  AlertStore,
  Router,
  type Addressee,
  type AlertWrite,
  type EntityVerdict,
  type NoticeAddressee,
  type NoticeDraft,
  type CarriedBulletin,
  type NoticeKind,
  type OpenAlert,
  type Recipient,
  type RestingAlert,
  type StandingTier,
  type WrittenAlert,
} from './ports.js';
export { decideAlert, type AlertDecision, type Standing } from './decide-alert.js';
export { HeedPerson } from './heed-person.js';
export { RaiseAlerts, type RaiseOutcome } from './raise-alerts.js';
export {
  MergeAlerts,
  UnmergeAlert,
  type MergeRequest,
  type UnmergeRequest,
} from './life/merge-alerts.js';
export { lockAlert } from './life/find-alert.js';
export { describeLife } from './life/describe-life.js';
export { logWord } from './life/log-words.js';
export {
  readMergeRequest,
  readSigned,
  readSilenceRequest,
  readStepRequest,
  readUnmergeRequest,
} from './life/requests.js';
export { NudgeDuties, type NudgeGround } from './life/nudge-duties.js';
export {
  DutyStore,
  LifeStore,
  Timetable,
  type Caller,
  type Contact,
  type Duty,
  type DutyDraft,
  type Entrustment,
  type KeptStep,
  type LivingAlert,
  type LogEntry,
  type Move,
  type Rung,
  type ToldUnit,
} from './life/ports.js';
export { STEP_KINDS, stepsAt, stepTitle, type Stand, type StepKind } from './life/steps.js';
export type { StepRequest } from './life/step-request.js';
export { TakeStep, type LifeStores, type TakenStep } from './life/take-step.js';
export { carryingCodes } from './telling/hush-of.js';
export { addressed, justTold } from './telling/draft-telling.js';
export {
  TellingContext,
  TellingStore,
  type HushCause,
  type Kin,
  type Occasion,
  type OpenHush,
  type Silence,
  type Surroundings,
  type TellingPolicy,
} from './telling/ports.js';
export {
  EndFlood,
  EndSilence,
  MakeSilence,
  QuietStore,
  type Flood,
  type KeptSilence,
  type SilenceRequest,
} from './telling/silences.js';
export { TellHushed, Verdicts, type HushGround } from './telling/tell-hushed.js';
export { TellUnits, type TellingGround } from './telling/tell-units.js';
export { bulkRequestSchema, MOST_AT_ONCE } from './queue/bulk-request.js';
export { describeQueue } from './queue/describe-queue.js';
export { viewChangeSchema, viewDraftSchema } from './queue/view-request.js';
export type { Outage } from './notices/channel-lane.js';
export { composeNotice } from './notices/compose-notice.js';
export type { ComposedNotice } from './notices/notice-page.js';
export type { NoticeWords } from './notices/writing.js';
export { DeliverNotices } from './notices/deliver-notices.js';
export type { DeliveryRound } from './notices/delivery-round.js';
export type { Delivery } from './notices/delivery.js';
export { describeNotices } from './notices/describe-notices.js';
export { InboxNotifier } from './notices/inbox-notifier.js';
export { NoticeHistory } from './notices/notice-history.js';
export {
  NOTICE_STATES,
  noticeStateName,
  type NoticeDecision,
  type NoticeLine,
  type NoticeQuestion,
  type NoticeRecord,
  type NoticeState,
  type NoticeVerdict,
} from './notices/notice-records.js';
export { PACE, type Pace } from './notices/pace.js';
export {
  NoticeOutbox,
  Notifier,
  type Attachment,
  type Channel,
  type DigestItem,
  type Enclosure,
  type LeasedNotice,
  type LeaseWish,
  type Message,
  type NoticeAlert,
  type NoticeDuty,
  type NoticeFacts,
  type OutboxFigures,
  type Said,
  type Tiding,
} from './notices/ports.js';
export { SettleNotice } from './notices/settle-notice.js';
export {
  readResendRequest,
  readSettleRequest,
  type SettleRequest,
} from './notices/settle-request.js';
export type { Settlement } from './notices/settlement.js';
export { WatchDelivery, type Warn } from './notices/watch-delivery.js';
