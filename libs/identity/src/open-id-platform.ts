import { IdentityProvider, type Identity, type KeptForIdentity } from '@risk/access';
import { seconds, type Milliseconds } from '@risk/kit';
import type { Configuration, IDToken } from 'openid-client';
import { faultOf, faultOfAnswer } from './platform-faults.js';
import { discovered, type PlatformAccess } from './discovered.js';

export type { PlatformAccess } from './discovered.js';

/** Longer nobody waits for any one answer of the platform. */
const LIMIT: Milliseconds = seconds(10);
const SCOPE = 'openid profile';

/** Nothing of the library is loaded before somebody comes by the platform. */
const library = () => import('openid-client');

/** The identity platform of the government, spoken to by OpenID Connect: code flow, PKCE, nonce, signed tokens. */
export class OpenIdPlatform extends IdentityProvider {
  readonly name: string;
  private found: Promise<Configuration> | null = null;

  constructor(
    private readonly access: PlatformAccess,
    private readonly limit: Milliseconds = LIMIT,
  ) {
    super();
    this.name = access.name;
  }

  async begin(redirectUri: string): Promise<{ url: string; kept: KeptForIdentity }> {
    const client = await library();
    const configuration = await this.configuration();
    const kept = {
      state: client.randomState(),
      nonce: client.randomNonce(),
      verifier: client.randomPKCECodeVerifier(),
    };
    const url = client.buildAuthorizationUrl(configuration, {
      redirect_uri: redirectUri,
      scope: SCOPE,
      state: kept.state,
      nonce: kept.nonce,
      code_challenge: await client.calculatePKCECodeChallenge(kept.verifier),
      code_challenge_method: 'S256',
    });
    return { url: url.href, kept };
  }

  async finish(callbackUrl: string, kept: KeptForIdentity, redirectUri: string): Promise<Identity> {
    const client = await library();
    const configuration = await this.configuration();
    const returned = new URL(redirectUri);
    returned.search = questionOf(callbackUrl);
    const tokens = await client
      .authorizationCodeGrant(configuration, returned, {
        expectedState: kept.state,
        expectedNonce: kept.nonce,
        pkceCodeVerifier: kept.verifier,
        idTokenExpected: true,
      })
      .catch((error: unknown) => {
        throw faultOfAnswer(error, this.name);
      });
    return identityOf(tokens.claims());
  }

  /** Found at the first need and kept; a failure is not kept, so that the next person tries anew. */
  private configuration(): Promise<Configuration> {
    this.found ??= discovered(this.access, this.limit).catch((error: unknown) => {
      this.found = null;
      throw faultOf(error, this.name);
    });
    return this.found;
  }
}

/** What stands behind the first question mark; no host or path that a browser names plays a part. */
function questionOf(address: string): string {
  const at = address.indexOf('?');
  return at < 0 ? '' : address.slice(at);
}

function identityOf(claims: IDToken | undefined): Identity {
  if (!claims) throw new Error('the library let an answer pass without an ID token');
  const { iss, sub, name } = claims;
  return { issuer: iss, subject: sub, name: typeof name === 'string' ? name : null };
}
