import { describe } from '@jest/globals';
import { promisesOfAuditTrail } from './audit-trail.contract.js';
import { InMemoryAuditTrail } from './in-memory-audit-trail.js';

describe('an audit trail in memory', () => {
  promisesOfAuditTrail(() => Promise.resolve(new InMemoryAuditTrail()));
});
