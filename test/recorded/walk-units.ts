import type { Walk } from './people.js';

interface Page {
  readonly rows: readonly { readonly id: string }[];
}

/** What lies before units, what they did, and what became of the notices to them. */
export async function walkUnits({ people, ask, doors }: Walk): Promise<void> {
  const as = people.officer;
  await ask('get /api/units', { as });
  await ask('get /api/duties', { as, asks: 'state=all' });
  await ask('get /api/duties/export', { as });
  const inbox = { as, at: { code: 'jrb' } };
  await doors.arrange(ARRIVED);
  const [message] = (await ask<Page>('get /api/units/{code}/inbox', inbox)).rows;
  await ask('get /api/units/{code}/inbox/export', inbox);
  const one = { as, at: { code: 'jrb', id: message?.id ?? '' } };
  await ask('get /api/units/{code}/inbox/{id}', one);
  await ask('post /api/units/{code}/inbox/{id}/read', { ...one, body: { because: '已阅' } });
  const span = 'from=2026-06-01&to=2026-11-23&samples=true';
  await ask('get /api/ledger', { as, asks: span });
  await ask('get /api/ledger/export', { as, asks: span });
  await ask('get /api/ledger/duties', { as, asks: span });
  await ask('get /api/ledger/duties/export', { as, asks: span });
  await ask('get /api/ledger/findings', { as, asks: `${span}&verdict=refuted` });
  await ask('get /api/ledger/findings/export', { as, asks: `${span}&verdict=refuted` });
  await ask('get /api/notices', { as });
  await ask('get /api/notices/export', { as });
  const [sent, lost] = await doors.arrange<{ id: string }>(UNKNOWN);
  await ask('get /api/notices/{id}', { as, at: sent ?? {} });
  const word = { received: true, because: '已与联络员电话核实' };
  await ask('post /api/notices/{id}/settle', { as, at: sent ?? {}, body: word });
  const again = { because: '对方来电说没有收到' };
  await ask('post /api/notices/{id}/resend', { as, at: lost ?? {}, body: again });
  await ask('get /api/notices/{id}', { as, at: sent ?? {} });
}

/** What was told to the office lies in its inbox. */
const ARRIVED = `
  update notice set channel = 'inbox', state = 'sent', settled_at = created_at
  where id in (select max(id) from notice where unit = 'jrb' and kind = 'alert')
`;

/** Two e-mails of which nobody knows whether they arrived. */
const UNKNOWN = `
  update notice set state = 'unknown', detail = '发送途中连接中断'
  where id in (
    select id from notice where channel = 'email' and digest_id is null and state = 'pending' order by id limit 2
  )
  returning id
`;
