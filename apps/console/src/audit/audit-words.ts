import type { AuditOutcome } from '../api/audit.js';
import type { Standing } from '../shown/standing.js';

export const OUTCOMES: readonly AuditOutcome[] = ['begun', 'done', 'refused', 'failed'];

export const OUTCOME_WORDS: Readonly<Record<AuditOutcome, string>> = {
  ...{ begun: '开始', done: '成功', refused: '拒绝', failed: '失败' },
};

export const OUTCOME_STANDINGS: Readonly<Record<AuditOutcome, Standing>> = {
  ...{ begun: 'plain', done: 'good', refused: 'bad', failed: 'bad' },
};
