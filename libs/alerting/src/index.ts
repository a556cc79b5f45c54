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
  type OpenAlert,
  type Settlement,
  type StandingTier,
} from './ports.js';
export { decideAlert, type AlertDecision } from './decide-alert.js';
export { HeedPerson } from './heed-person.js';
export { RaiseAlerts, type RaiseOutcome } from './raise-alerts.js';
