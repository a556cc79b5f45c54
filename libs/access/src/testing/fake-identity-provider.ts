import { Unauthenticated } from '@risk/kit';
import {
  IdentityProvider,
  type Identity,
  type KeptForIdentity,
} from '../signing-in/identity-provider.js';

export const ISSUER = 'https://platform.example';

/** A platform at which everybody is whom they say; it knows who was sent, and takes each code once. */
export class FakeIdentityProvider extends IdentityProvider {
  readonly name = '政务统一身份认证';
  /** The addresses to which people were to be sent back. */
  readonly redirectUris = new Set<string>();
  private readonly taken = new Set<string>();
  private sent = 0;

  begin(redirectUri: string): Promise<{ url: string; kept: KeptForIdentity }> {
    this.redirectUris.add(redirectUri);
    this.sent += 1;
    const state = `state-${this.sent}`;
    const kept = { state, nonce: `nonce-${this.sent}`, verifier: `verifier-${this.sent}` };
    return Promise.resolve({ url: `${ISSUER}/auth?state=${state}`, kept });
  }

  finish(callbackUrl: string, kept: KeptForIdentity, redirectUri: string): Promise<Identity> {
    this.redirectUris.add(redirectUri);
    const { searchParams } = new URL(callbackUrl, ISSUER);
    const code = searchParams.get('code') ?? '';
    const isOurs = searchParams.get('state') === kept.state && !this.taken.has(code);
    this.taken.add(code);
    const [subject = ''] = code.split('@');
    return isOurs
      ? Promise.resolve({ issuer: ISSUER, subject, name: null })
      : Promise.reject(new Unauthenticated('答复没有通过核验'));
  }

  /** What a browser asks for after somebody has signed in at the platform. */
  answer(url: string, subject: string): string {
    const state = new URL(url).searchParams.get('state') ?? '';
    return `/login/identity/callback?code=${subject}@${state}&state=${state}`;
  }
}
