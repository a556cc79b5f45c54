import { Secret, TOTP } from 'otpauth';
import { until } from '../support/process.js';
import type { Walk } from './people.js';

const RIGHTS = { unit: 'jrb', roles: ['monitor'], regions: null };
const NEW_PASSWORD = 'Qingshan-8-Yunhai';
const NOW = Date.parse('2026-11-23T09:00:00+08:00');

/** Logins, accounts, tokens and the trail of what was done. */
export async function walkAccess(walk: Walk): Promise<void> {
  const { people, ask } = walk;
  await ask('get /api/session', { as: people.officer });
  await ask('get /api/roles', { as: people.system });
  await ask('get /api/places', { as: people.system });
  const { id, password } = await ask<{ id: string; password: string }>('post /api/accounts', {
    ...{ as: people.system, body: { login: 'limou', name: '李某', ...RIGHTS } },
  });
  await ask('post /api/accounts/{id}/rights', { as: people.system, at: { id }, body: RIGHTS });
  await ask('post /api/accounts/{id}/approval', { as: people.security, at: { id }, body: RIGHTS });
  await signIn(walk, id, password);
  await keepAccounts(walk, id);
  await keepTokens(walk);
  await readTrail(walk);
}

/** Comes in by every step: the password, another password, the second factor, which is a recovery code here. */
async function signIn({ ask, doors }: Walk, id: string, password: string): Promise<void> {
  const first = { login: 'limou', password };
  await ask('post /api/session', { as: {}, body: first });
  await doors.arrange('update account set must_change = false where id = $1', [id]);
  const change = { current: password, next: NEW_PASSWORD };
  await ask('post /api/session/password', { as: await doors.sessionOf(id), body: change });
  await doors.arrange('delete from second_factor where account_id = $1', [id]);
  const code = await bindFactor(doors.url, await cookieOf(doors.url, NEW_PASSWORD));
  const half = await cookieOf(doors.url, NEW_PASSWORD);
  await ask('post /api/session/second-factor', { as: half, body: { code } });
}

/** The session of somebody who knows the password. */
async function cookieOf(url: string, password: string): Promise<{ readonly cookie: string }> {
  const body = JSON.stringify({ login: 'limou', password });
  const response = await fetch(`${url}/api/session`, { method: 'POST', body });
  return { cookie: response.headers.getSetCookie()[0]?.split(';')[0] ?? '' };
}

/** Puts the secret of the page into an authenticator; answers a recovery code. */
async function bindFactor(url: string, as: { readonly cookie: string }): Promise<string> {
  const page = await (await fetch(`${url}/login/factor`, { headers: as })).text();
  const offer = /name="offer" value="([^"]+)"/.exec(page)?.[1] ?? '';
  const secret = /<code>([A-Z2-7 ]+)<\/code>/.exec(page)?.[1]?.replace(/ /g, '') ?? '';
  const code = new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: NOW });
  const body = new URLSearchParams({ offer, code });
  const bound = await fetch(`${url}/login/factor`, { method: 'POST', headers: as, body });
  return /<li>\s*<code>([^<]+)<\/code>/.exec(await bound.text())?.[1] ?? '';
}

async function keepAccounts({ people, ask, doors }: Walk, id: string): Promise<void> {
  const system = { as: people.system, at: { id } };
  const security = { as: people.security, at: { id } };
  await ask('get /api/accounts', { as: people.system });
  await ask('get /api/accounts/export', { as: people.system });
  await ask('get /api/accounts/{id}', system);
  await ask('post /api/accounts/{id}/sessions/end', system);
  await ask('post /api/accounts/{id}/factor-reset', security);
  await ask('post /api/accounts/{id}/password', system);
  await ask('post /api/accounts/{id}/password-approval', security);
  await doors.arrange(
    `update account set issuer = 'https://id.example', subject = 'x' where id = $1`,
    [id],
  );
  await ask('post /api/accounts/{id}/identity-reset', security);
  await ask('post /api/accounts/{id}/disabling', system);
  await ask('post /api/accounts/{id}/revival', system);
  await ask('post /api/accounts/{id}/rejection', security);
}

async function keepTokens({ people, ask }: Walk): Promise<void> {
  const as = people.system;
  const body = { name: '12345 热线', feeds: ['complaint'], endsAt: '2027-11-30T23:59:59+08:00' };
  const { id } = await ask<{ id: string }>('post /api/tokens', { as, body });
  await ask('get /api/tokens', { as });
  await ask('get /api/tokens/export', { as });
  await ask('post /api/tokens/{id}/revocation', { as, at: { id } });
}

async function readTrail({ people, ask, peek }: Walk): Promise<void> {
  const as = people.auditor;
  await ask('get /api/audit', { as });
  await ask('get /api/audit/actions', { as });
  await ask('post /api/audit/verification', { as });
  await until(async () => {
    const { state } = await peek<{ state: string }>('get /api/audit/verification', { as });
    return state !== 'running';
  });
  await ask('get /api/audit/verification', { as });
  await ask('get /api/audit/export', { as, asks: 'from=2026-11-01&to=2026-11-23' });
}

/** The last of all: nobody is signed in any more. */
export async function walkOut({ people, ask }: Walk): Promise<void> {
  await ask('delete /api/session', { as: people.liaison });
  await ask('post /api/sessions/end', { as: people.system });
}

/** The record whose reporter walk-intake.ts made up. */
const REPORTED = 'select max(record_id)::text as id from reporter_vault';

/** Who reported: asked for, allowed by another, looked at. */
export async function walkVault({ people, ask, doors }: Walk): Promise<void> {
  const [told] = await doors.arrange<{ id: string }>(REPORTED);
  const because = '核查需要向举报人了解合同和转账凭证';
  const { id } = await ask<{ id: string }>('post /api/vault/requests', {
    ...{ as: people.officer, body: { because, recordIds: [told?.id] } },
  });
  await ask('post /api/vault/requests/{id}/approval', {
    ...{ as: people.director, at: { id }, body: { because: '已核对，确为核查所需' } },
  });
  await ask('post /api/vault/requests/{id}/look', { as: people.officer, at: { id }, body: {} });
  const as = people.director;
  await ask('get /api/vault/requests', { as, asks: 'state=open' });
  await ask('get /api/vault/requests/export', { as });
  await ask('get /api/vault/looks', { as, asks: `record=${told?.id ?? ''}` });
  await ask('get /api/vault/looks/export', { as });
}
