import type { AuditEvent } from '../audit/audit-event.js';

/** An event of somebody who read an alert, unless told otherwise. */
export const auditEvent = (more: Partial<AuditEvent> = {}): AuditEvent => ({
  at: new Date('2026-11-02T09:00:00.123+08:00'),
  who: '王某',
  accountId: '7',
  roles: ['officer'],
  action: 'alerts.read',
  subject: 'alert:12',
  from: '10.0.0.9',
  outcome: 'done',
  detail: { page: 1 },
  refersTo: null,
  ...more,
});
