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
} from './ports.js';
export { RaiseAlerts, decideAlert, type AlertDecision, type RaiseOutcome } from './raise-alerts.js';
