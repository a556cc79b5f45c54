import { createHmac, generateKeyPairSync, sign, type KeyObject } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
/** A key that the platform never published. */
export const STRANGERS_KEY = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;

type Claims = Readonly<Record<string, unknown>>;
type Answer = (request: IncomingMessage, response: ServerResponse) => void;

/** What a platform can be made to do that a real one never does. */
export interface Forgery {
  /** Over what is true. */
  readonly claims?: Claims;
  readonly key?: KeyObject;
  /** Makes another token of the true one. */
  readonly forge?: (token: string) => string;
  readonly metadata?: Claims;
  /** Instead of the usual answers, by path. */
  readonly answers?: Readonly<Record<string, Answer>>;
}

const json = (response: ServerResponse, body: unknown, status = 200): void => {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
};
const encoded = (value: unknown): string =>
  Buffer.from(JSON.stringify(value)).toString('base64url');

/** A token signed as told. */
export function signedToken(claims: Claims, key: KeyObject = privateKey): string {
  const content = `${encoded({ alg: 'RS256', kid: 'one' })}.${encoded(claims)}`;
  return `${content}.${sign('sha256', Buffer.from(content), key).toString('base64url')}`;
}

/** The same token with other claims and the signature of before. */
export function tampered(token: string, claims: Claims): string {
  const [header, content, signature] = token.split('.') as [string, string, string];
  const before = JSON.parse(Buffer.from(content, 'base64url').toString()) as Claims;
  return `${header}.${encoded({ ...before, ...claims })}.${signature}`;
}

/** The same claims under another algorithm, with what that takes for a signature. */
export function realgorithmed(token: string, alg: string, secret: string | null): string {
  const [, content] = token.split('.') as [string, string];
  const signing = `${encoded({ alg, kid: 'one' })}.${content}`;
  const mac =
    secret === null ? '' : createHmac('sha256', secret).update(signing).digest('base64url');
  return `${signing}.${mac}`;
}

/** A platform that lies as told, on loopback; it takes every code. */
export class ForgedPlatform {
  forgery: Forgery = {};
  nonce = '';
  /** How often each path was asked for. */
  readonly asked = new Map<string, number>();
  private readonly server = createServer((request, response) => {
    this.answer(request, response);
  });

  static async start(): Promise<ForgedPlatform> {
    const platform = new ForgedPlatform();
    await new Promise<void>((resolve) => platform.server.listen(0, '127.0.0.1', resolve));
    return platform;
  }

  get issuer(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  stop(): void {
    this.server.closeAllConnections();
    this.server.close();
  }

  private answer(request: IncomingMessage, response: ServerResponse): void {
    const path = new URL(request.url ?? '/', this.issuer).pathname;
    this.asked.set(path, (this.asked.get(path) ?? 0) + 1);
    const told = this.forgery.answers?.[path];
    if (told) told(request, response);
    else if (path === '/.well-known/openid-configuration') json(response, this.metadata());
    else if (path === '/jwks') json(response, this.keys());
    else if (path === '/token') json(response, this.tokens());
    else json(response, {}, 404);
  }

  private metadata(): Claims {
    const { issuer } = this;
    return {
      ...{ issuer, authorization_endpoint: `${issuer}/auth`, token_endpoint: `${issuer}/token` },
      ...{ jwks_uri: `${issuer}/jwks`, response_types_supported: ['code'] },
      ...{ subject_types_supported: ['public'], id_token_signing_alg_values_supported: ['RS256'] },
      ...this.forgery.metadata,
    };
  }

  private keys(): Claims {
    const key = publicKey.export({ format: 'jwk' });
    return { keys: [{ ...key, kid: 'one', alg: 'RS256', use: 'sig' }] };
  }

  private tokens(): Claims {
    const { claims, key, forge = (token: string) => token } = this.forgery;
    const now = Math.floor(Date.now() / 1000);
    const truth = { iss: this.issuer, aud: 'risk', sub: '4310-1', nonce: this.nonce };
    const token = signedToken({ ...truth, iat: now, exp: now + 300, ...claims }, key);
    return { access_token: 'an-access-token', token_type: 'Bearer', id_token: forge(token) };
  }
}
