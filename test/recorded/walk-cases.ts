import type { Walk } from './people.js';
import { lastStep, readOne } from './walk-alerts.js';

const OFFICERS = ['张某', '李某'];
const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3]);

/** Verification, letters, hand-over and the joint meeting about an alert. */
export async function walkCases(walk: Walk, alertId: string, otherId: string): Promise<void> {
  await attach(walk, alertId);
  const verification = await verify(walk, alertId);
  await write(walk, alertId);
  await conclude(walk, alertId, verification);
  await handOver(walk, otherId);
  await meet(walk);
  for (const id of [alertId, otherId]) await readOne(walk, id);
}

async function attach({ people, ask }: Walk, id: string): Promise<void> {
  const as = people.officer;
  const asks = `name=${encodeURIComponent('门头照片.png')}&because=${encodeURIComponent('走访时拍摄')}`;
  await ask('post /api/alerts/{id}/attachments', { as, at: { id }, asks, file: PNG });
  const [file] = await ask<readonly { id: string }[]>('get /api/alerts/{id}/attachments', {
    ...{ as, at: { id } },
  });
  await ask('get /api/attachments/{id}', { as, at: { id: file?.id ?? '' } });
}

interface Verification {
  readonly id: string;
  readonly lastEntry: string;
}

async function verify(walk: Walk, alertId: string): Promise<Verification> {
  const { people, ask } = walk;
  const as = people.officer;
  const start = { kind: 'verifying', unit: 'jrb', because: '开始核查' };
  await ask('post /api/alerts/{id}/steps', {
    ...{ as, at: { id: alertId } },
    body: { ...start, seen: await lastStep(walk, alertId) },
  });
  const { id } = await ask<{ id: string }>('post /api/alerts/{id}/verifications', {
    ...{ as, at: { id: alertId } },
    body: {
      ...{ unit: 'jrb', officers: OFFICERS, because: '核查需要' },
      seen: await lastStep(walk, alertId),
    },
  });
  const at = { id };
  const visit = {
    ...{ kind: 'visit', happenedAt: '2026-11-22T09:30:00+08:00', officers: OFFICERS },
    ...{ result: '门店正常营业，前台摆放宣传单', because: '核查需要', seen: null },
  };
  const note = await ask<{ id: string }>('post /api/verifications/{id}/entries', {
    ...{ as, at, body: visit },
  });
  const found = {
    ...{ kind: 'element', element: 'illegality', finding: 'not-met', because: '已核对许可' },
    ...{ evidence: [`entry:${note.id}`], seen: note.id },
  };
  const last = await ask<{ id: string }>('post /api/verifications/{id}/entries', {
    ...{ as, at, body: found },
  });
  await ask('get /api/verifications/{id}', { as, at });
  await ask('get /api/alerts/{id}/verifications', { as, at: { id: alertId } });
  return { id, lastEntry: last.id };
}

async function conclude(walk: Walk, alertId: string, { id, lastEntry }: Verification) {
  await walk.ask('post /api/verifications/{id}/conclusion', {
    ...{ as: walk.people.officer, at: { id } },
    body: {
      ...{ verdict: 'refuted', because: '已取得许可，不具备非法性', seenEntry: lastEntry },
      ...{ seen: await lastStep(walk, alertId), seenOutcome: null },
    },
  });
}

async function write({ people, ask }: Walk, id: string): Promise<void> {
  const at = { id, code: 'suspend-registration' };
  const officers = OFFICERS.map((name, at) => ({ name, badge: `示例-${String(at + 1)}` }));
  const facts = { to: 'scjgj', investigatedSince: '2026-11-20', officers };
  await ask('post /api/alerts/{id}/letters/{code}', { as: people.officer, at, body: facts });
  const signing = { number: '郴金办函〔2026〕1号', because: '情况属实', facts };
  const letter = await ask<{ id: string }>('post /api/alerts/{id}/letters/{code}/signed', {
    ...{ as: people.director, at, body: signing },
  });
  await ask('get /api/alerts/{id}/letters', { as: people.officer, at });
  await ask('get /api/letters/{id}', { as: people.officer, at: { id: letter.id } });
}

async function handOver(walk: Walk, alertId: string): Promise<void> {
  const { people, ask } = walk;
  const as = people.officer;
  const of = { as, at: { id: alertId } };
  const said = {
    ...{ unit: 'jrb', officers: OFFICERS, approver: '刘某', because: '涉嫌犯罪' },
    ...{ amount: 3_200_000, people: 46 },
  };
  await ask('post /api/alerts/{id}/handovers/draft', { ...of, body: said });
  const signed = { ...said, number: '郴金办函〔2026〕12号', seen: await lastStep(walk, alertId) };
  const { id } = await ask<{ id: string }>('post /api/alerts/{id}/handovers', {
    ...{ ...of, body: signed },
  });
  const at = { id };
  await ask('get /api/handovers/{id}/package', { as, at });
  await ask('post /api/handovers/{id}/taking-in', {
    ...{ as: people.police, at, body: { because: '材料已清点，齐全' } },
  });
  await ask('post /api/handovers/{id}/receipts', {
    ...{ as: people.police, at },
    body: {
      ...{ answer: 'filed', number: '郴公（经）立字〔2026〕12号', receivedOn: '2026-11-23' },
      ...{ because: '经审查符合立案条件', seen: null },
    },
  });
  await ask('get /api/handovers/{id}', { as, at });
  await ask('get /api/handovers', { as, asks: 'state=all' });
  await ask('get /api/handovers/export', { as });
}

async function meet({ people, ask }: Walk): Promise<void> {
  const as = people.director;
  await ask('get /api/meetings/agenda', { as, asks: 'samples=true' });
  const { id } = await ask<{ id: string }>('post /api/meetings', {
    as,
    body: {
      ...{ heldOn: '2026-11-23', chair: '陈某', units: ['gaj', 'scjgj'], samples: true },
      because: '季度例会',
    },
  });
  const at = { id };
  const decided = await ask<{ decisions: readonly { tasks: readonly { id: string }[] }[] }>(
    'post /api/meetings/{id}/decisions',
    {
      ...{ as, at },
      body: {
        ...{ item: 1, decision: '由市场监督管理局牵头联合检查', because: '会议决定', seen: null },
        tasks: [{ unit: 'jrb', what: '联合检查并报告结果', dueOn: '2026-12-10' }],
      },
    },
  );
  const task = decided.decisions[0]?.tasks[0]?.id ?? '';
  await ask('post /api/meeting-tasks/{id}/done', {
    ...{ as, at: { id: task }, body: { because: '检查完毕，报告已附' } },
  });
  await ask('get /api/meetings/{id}', { as, at });
  await ask('get /api/meetings/{id}/minutes', { as, at });
  await ask('post /api/meetings/{id}/papers/{code}', { as, at: { id, code: 'minutes' }, body: {} });
  await ask('get /api/meetings', { as });
  await ask('get /api/meetings/export', { as });
}
