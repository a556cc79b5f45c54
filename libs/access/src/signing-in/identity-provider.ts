/** Somebody as the identity platform of the government knows them. */
export interface Identity {
  readonly issuer: string;
  readonly subject: string;
  /** As the platform says it; to be shown, never to decide on. */
  readonly name: string | null;
}

/** What has to come back with somebody who was sent to the platform: each once, each unguessable. */
export interface KeptForIdentity {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
}

/** Sends people to the identity platform and learns who came back (OpenID Connect, code flow with PKCE). */
export abstract class IdentityProvider {
  /** What the platform is called on screen. */
  abstract readonly name: string;
  /** Where to send the browser, and what to keep until it is back. */
  abstract begin(
    redirectUri: string,
  ): Promise<{ readonly url: string; readonly kept: KeptForIdentity }>;
  /** Who came back; of `callbackUrl` only the question counts, never the host that the browser named. */
  abstract finish(
    callbackUrl: string,
    kept: KeptForIdentity,
    redirectUri: string,
  ): Promise<Identity>;
}
