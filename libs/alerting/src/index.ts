export { composeNotice, type ComposedNotice } from './compose-notice.js';
export { DeliverNotices, settlementOf, type DeliveryRound } from './deliver-notices.js';
export { escapeHtml } from './escape-html.js';
export {
  AlertStore,
  NoticeOutbox,
  Notifier,
  Router,
  type Addressee,
  type AlertWrite,
  type Delivery,
  type EntityVerdict,
  type LeasedNotice,
  type Message,
  type NoticeAddressee,
  type NoticeDraft,
  type NoticeKind,
  type OpenAlert,
  type Recipient,
  type RestingAlert,
  type Settlement,
  type StandingTier,
  type WrittenAlert,
} from './ports.js';
export { decideAlert, type AlertDecision, type Standing } from './decide-alert.js';
export { HeedPerson } from './heed-person.js';
export { RaiseAlerts, type RaiseOutcome } from './raise-alerts.js';
export { MergeAlerts, UnmergeAlert, type MergeRequest, type UnmergeRequest } from './life/merge-alerts.js';
export { logWord } from './life/log-words.js';
export { NudgeDuties, type NudgeGround } from './life/nudge-duties.js';
export {
  DutyStore,
  LifeStore,
  Timetable,
  type Caller,
  type Contact,
  type Duty,
  type DutyDraft,
  type KeptStep,
  type LivingAlert,
  type LogEntry,
  type Move,
  type Rung,
  type ToldUnit,
} from './life/ports.js';
export { STEP_KINDS, stepTitle, type StepKind } from './life/steps.js';
export { TakeStep, type LifeStores, type StepRequest, type TakenStep } from './life/take-step.js';
export { carryingCodes } from './telling/hush-of.js';
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
