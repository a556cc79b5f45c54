import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { IdentityVisits } from '@risk/access';
import { RiskError } from '@risk/kit';
import { POLICY } from '../../access/src/testing/access-bed.js';
import { InMemoryAccess } from '../../access/src/testing/in-memory-access.js';
import { FakeClock } from '../../kit/src/testing/fake-clock.js';
import { OpenIdPlatform } from './open-id-platform.js';
import {
  ForgedPlatform,
  realgorithmed,
  STRANGERS_KEY,
  tampered,
  type Forgery,
} from './testing/forged-platform.js';
import { Browser, CLIENT, REDIRECT_URI, RealPlatform } from './testing/real-platform.js';

const NAME = '市统一身份认证';
const at = (issuer: string, more: Partial<typeof CLIENT> = {}, limit?: number): OpenIdPlatform =>
  new OpenIdPlatform({ issuer, name: NAME, ...CLIENT, ...more }, limit);

/** The fault of something that has to fail, with all that it carries. */
async function faultOf(work: Promise<unknown>): Promise<RiskError> {
  const error: unknown = await work.then(
    () => null,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(RiskError);
  return error as RiskError;
}

describe('a real platform', () => {
  let real: RealPlatform;
  beforeAll(async () => {
    real = await RealPlatform.start();
  });
  afterAll(() => real.stop());

  it('is asked for a code with state, nonce and PKCE by S256, and for nothing else', async () => {
    const { url, kept } = await at(real.issuer).begin(REDIRECT_URI);
    const { searchParams, origin } = new URL(url);
    expect(origin).toBe(real.issuer);
    expect(Object.fromEntries(searchParams)).toEqual({
      client_id: 'risk',
      response_type: 'code',
      redirect_uri: REDIRECT_URI,
      scope: 'openid profile',
      state: kept.state,
      nonce: kept.nonce,
      code_challenge: expect.stringMatching(/^[\w-]{43}$/),
      code_challenge_method: 'S256',
    });
    expect(url).not.toContain(kept.verifier);
  });

  it('gives nobody the same state, nonce or verifier twice', async () => {
    const platform = at(real.issuer);
    const [one, other] = [await platform.begin(REDIRECT_URI), await platform.begin(REDIRECT_URI)];
    const secrets = [...Object.values(one.kept), ...Object.values(other.kept)];
    expect(new Set(secrets).size).toBe(6);
  });

  it('says who came back', async () => {
    const platform = at(real.issuer);
    const { url, kept } = await platform.begin(REDIRECT_URI);
    const back = await new Browser().signIn(url, 'zhang');
    expect(await platform.finish(back, kept, REDIRECT_URI)).toEqual({
      issuer: real.issuer,
      subject: 'zhang',
      name: 'zhang的姓名',
    });
  });

  it('is answered under the address that was registered, whatever host the browser named', async () => {
    const platform = at(real.issuer);
    const { url, kept } = await platform.begin(REDIRECT_URI);
    const { search } = new URL(await new Browser().signIn(url, 'zhang'));
    const behindProxy = `//evil.example/login/identity/callback${search}`;
    expect(await platform.finish(behindProxy, kept, REDIRECT_URI)).toMatchObject({
      subject: 'zhang',
    });
  });

  it('lets the use cases take people there and back', async () => {
    const { sealing } = new InMemoryAccess();
    const hands = { clock: new FakeClock(), policy: POLICY, redirectUri: REDIRECT_URI };
    const visits = new IdentityVisits(at(real.issuer), sealing, hands);
    const { url, sealed } = await visits.begin({ for: 'bind', accountId: '7' });
    const { pathname, search } = new URL(await new Browser().signIn(url, 'zhang'));
    const callbackUrl = pathname + search;
    expect(await visits.finish({ callbackUrl, sealed, from: null })).toEqual({
      for: 'bind',
      accountId: '7',
      identity: { issuer: real.issuer, subject: 'zhang', name: 'zhang的姓名' },
    });
  });

  it.each([
    ['another state', { state: 'of-somebody-else' }, 'unauthenticated', '没有通过核验'],
    ['another nonce', { nonce: 'of-somebody-else' }, 'unauthenticated', '没有通过核验'],
    ['another verifier', { verifier: 'x'.repeat(43) }, 'unauthenticated', '已经用过或者过期'],
  ])('who comes back with %s is turned away', async (_name, other, kind, words) => {
    const platform = at(real.issuer);
    const { url, kept } = await platform.begin(REDIRECT_URI);
    const back = await new Browser().signIn(url, 'zhang');
    const fault = await faultOf(platform.finish(back, { ...kept, ...other }, REDIRECT_URI));
    expect(fault).toMatchObject({ kind, message: expect.stringContaining(words) });
  });

  it('takes a code once', async () => {
    const platform = at(real.issuer);
    const { url, kept } = await platform.begin(REDIRECT_URI);
    const back = await new Browser().signIn(url, 'zhang');
    await platform.finish(back, kept, REDIRECT_URI);
    const fault = await faultOf(platform.finish(back, kept, REDIRECT_URI));
    expect(fault).toMatchObject({
      kind: 'unauthenticated',
      message: expect.stringContaining('用过'),
    });
  });

  it('takes no code under another address than that of the beginning', async () => {
    const platform = at(real.issuer);
    const { url, kept } = await platform.begin(REDIRECT_URI);
    const back = await new Browser().signIn(url, 'zhang');
    const fault = await faultOf(platform.finish(back, kept, `${REDIRECT_URI}/`));
    expect(fault.kind).toBe('unauthenticated');
  });

  it('says when somebody changed their mind', async () => {
    const platform = at(real.issuer);
    const { url, kept } = await platform.begin(REDIRECT_URI);
    const back = await new Browser().giveUp(url);
    const fault = await faultOf(platform.finish(back, kept, REDIRECT_URI));
    expect(fault).toMatchObject({
      kind: 'unauthenticated',
      message: expect.stringContaining('取消'),
    });
  });

  it('that does not know our secret: the system administrator is told what to look at', async () => {
    const platform = at(real.issuer, { clientSecret: 'a-wrong-secret-of-ours' });
    const { url, kept } = await platform.begin(REDIRECT_URI);
    const back = await new Browser().signIn(url, 'zhang');
    const fault = await faultOf(platform.finish(back, kept, REDIRECT_URI));
    expect(fault).toMatchObject({
      kind: 'unavailable',
      message: expect.stringContaining('OIDC_CLIENT_SECRET'),
    });
    expect(JSON.stringify([fault, fault.facts, fault.cause])).not.toContain('a-wrong-secret');
  });

  it('that names another issuer than the settings is not believed', async () => {
    const fault = await faultOf(
      at(real.issuer.replace('127.0.0.1', 'localhost')).begin(REDIRECT_URI),
    );
    expect(fault).toMatchObject({
      kind: 'unavailable',
      message: expect.stringContaining('OIDC_ISSUER'),
    });
  });

  it('that wants the secret in the body gets it there', async () => {
    const other = await RealPlatform.start('client_secret_post');
    try {
      const platform = at(other.issuer);
      const { url, kept } = await platform.begin(REDIRECT_URI);
      const back = await new Browser().signIn(url, 'li');
      expect(await platform.finish(back, kept, REDIRECT_URI)).toMatchObject({ subject: 'li' });
    } finally {
      await other.stop();
    }
  });

  it('that was down is found as soon as it is up', async () => {
    const before = await RealPlatform.start();
    await before.stop();
    const platform = at(before.issuer);
    expect(await faultOf(platform.begin(REDIRECT_URI))).toMatchObject({
      kind: 'unavailable',
      message: `暂时连不上${NAME}，请稍后再试，或者用用户名和口令登录`,
    });
    const after = await RealPlatform.start('client_secret_basic', before.port);
    try {
      expect((await platform.begin(REDIRECT_URI)).url).toContain(after.issuer);
    } finally {
      await after.stop();
    }
  });
});

describe('a platform that lies', () => {
  let forged: ForgedPlatform;
  beforeEach(async () => {
    forged = await ForgedPlatform.start();
  });
  afterEach(() => {
    forged.stop();
  });

  /** Goes there and comes back with whatever code. */
  async function comeBack(forgery: Forgery = {}, question: Record<string, string> = {}) {
    forged.forgery = forgery;
    const platform = at(forged.issuer, {}, 300);
    const { kept } = await platform.begin(REDIRECT_URI);
    forged.nonce = kept.nonce;
    const search = new URLSearchParams({ code: 'a-secret-code', state: kept.state, ...question });
    return platform.finish(`/login/identity/callback?${search.toString()}`, kept, REDIRECT_URI);
  }

  it('once tells the truth, so that the lies below are what is refused', async () => {
    expect(await comeBack()).toEqual({ issuer: forged.issuer, subject: '4310-1', name: null });
  });

  const past = Math.floor(Date.now() / 1000) - 3600;
  it.each<[string, Forgery]>([
    ['of another issuer', { claims: { iss: 'https://evil.example' } }],
    ['for another platform', { claims: { aud: 'somebody-else' } }],
    ['with another nonce', { claims: { nonce: 'of-yesterday' } }],
    ['without a nonce', { claims: { nonce: undefined } }],
    ['that has expired', { claims: { iat: past - 300, exp: past } }],
    ['of nobody', { claims: { sub: undefined } }],
    ['changed after it was signed', { forge: (token) => tampered(token, { sub: '4310-2' }) }],
    ['signed by a stranger', { key: STRANGERS_KEY }],
    ['signed by nobody', { forge: (token) => realgorithmed(token, 'none', null) }],
    [
      'signed with the secret',
      { forge: (token) => realgorithmed(token, 'HS256', CLIENT.clientSecret) },
    ],
    ['that is none', { forge: () => 'not-a-token' }],
  ])('a token %s opens nothing', async (_name, forgery) => {
    const fault = await faultOf(comeBack(forgery));
    expect(fault).toMatchObject({
      kind: 'unauthenticated',
      message: `${NAME}的答复没有通过核验，请重新开始`,
    });
  });

  it('a platform that takes unsigned tokens for good changes nothing', async () => {
    const algorithms = { id_token_signing_alg_values_supported: ['RS256', 'none', 'HS256'] };
    for (const [alg, secret] of [
      ['none', null],
      ['HS256', CLIENT.clientSecret],
    ] as const) {
      const forge = (token: string) => realgorithmed(token, alg, secret);
      expect((await faultOf(comeBack({ metadata: algorithms, forge }))).kind).toBe(
        'unauthenticated',
      );
    }
  });

  it.each([
    ['another issuer', { iss: 'https://evil.example' }],
    ['another state', { state: 'guessed' }],
  ])('an answer of %s is refused before its code is shown to anybody', async (_name, question) => {
    expect((await faultOf(comeBack({}, question))).kind).toBe('unauthenticated');
    expect(forged.asked.get('/token')).toBeUndefined();
  });

  it('an answer without a question is refused', async () => {
    const platform = at(forged.issuer);
    const { kept } = await platform.begin(REDIRECT_URI);
    for (const address of ['', '/login/identity/callback', '?', '?code=a', '?state=a&state=b'])
      expect((await faultOf(platform.finish(address, kept, REDIRECT_URI))).kind).toBe(
        'unauthenticated',
      );
  });

  it.each(['/token', '/jwks'])('that never answers at %s is not waited for', async (path) => {
    const fault = await faultOf(comeBack({ answers: { [path]: () => undefined } }));
    expect(fault).toMatchObject({
      kind: 'unavailable',
      message: expect.stringContaining('连不上'),
    });
  });

  it.each(['/token', '/jwks', '/.well-known/openid-configuration'])(
    'that is broken at %s is unavailable, and so said',
    async (path) => {
      const broken = {
        answers: {
          [path]: (_: unknown, response: { destroy(): void }) => {
            response.destroy();
          },
        },
      };
      expect((await faultOf(comeBack(broken as Forgery))).kind).toBe('unavailable');
    },
  );

  it('that never says where its doors are is not waited for, and asked anew by the next', async () => {
    const found = '/.well-known/openid-configuration';
    forged.forgery = { answers: { [found]: () => undefined } };
    const platform = at(forged.issuer, {}, 300);
    const faults = await Promise.all([1, 2, 3].map(() => faultOf(platform.begin(REDIRECT_URI))));
    expect(faults.map(({ kind }) => kind)).toEqual(['unavailable', 'unavailable', 'unavailable']);
    expect(forged.asked.get(found)).toBe(1);
    forged.forgery = {};
    await platform.begin(REDIRECT_URI);
    await platform.begin(REDIRECT_URI);
    expect(forged.asked.get(found)).toBe(2);
  });

  it.each([
    ['authorization_endpoint', 'http://far.example/auth'],
    ['token_endpoint', 'http://far.example/token'],
    ['jwks_uri', 'http://far.example/jwks'],
    ['jwks_uri', undefined],
    ['authorization_endpoint', 'javascript:alert(1)'],
  ])('that has its %s at %s is refused', async (endpoint, address) => {
    expect(await faultOf(comeBack({ metadata: { [endpoint]: address } }))).toMatchObject({
      kind: 'unavailable',
      message: expect.stringContaining(endpoint),
    });
  });

  it('over plain http is refused anywhere but on this machine', async () => {
    expect((await faultOf(at('http://far.invalid').begin(REDIRECT_URI))).facts['code']).toBe(
      'OAUTH_HTTP_REQUEST_FORBIDDEN',
    );
  });

  it('tells no log its codes, tokens and secrets', async () => {
    const forgery = { forge: (token: string) => tampered(token, { sub: 'x' }) };
    const answered = {
      answers: {
        '/token': (_: unknown, response: { end(text: string): void }) => {
          response.end('{"error":"a-secret-code"');
        },
      },
    };
    for (const lie of [forgery, answered as Forgery, { claims: { iss: 'x' } }]) {
      const fault = await faultOf(comeBack(lie));
      const told = JSON.stringify([fault.message, fault.facts, String(fault.cause), fault.cause]);
      expect(told).not.toMatch(/a-secret-code|eyJ|an-access-token|a-secret-of-the-platform/);
    }
  });
});
