import { Unavailable, type Milliseconds } from '@risk/kit';
import type { ClientAuth, Configuration, ServerMetadata } from 'openid-client';

/** Where the platform is, and as whom the house speaks to it. */
export interface PlatformAccess {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** What it is called on screen. */
  readonly name: string;
}

/** What somebody signs in through; each has to be safe by itself, whatever the issuer is. */
const ENDPOINTS = ['authorization_endpoint', 'token_endpoint', 'jwks_uri'] as const;
const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);

/** Asks the platform where its doors are; signatures of its tokens are always checked. */
export async function discovered(
  { issuer, clientId, clientSecret, name }: PlatformAccess,
  limit: Milliseconds,
): Promise<Configuration> {
  const client = await import('openid-client');
  const basic = client.ClientSecretBasic(clientSecret);
  const post = client.ClientSecretPost(clientSecret);
  const byEither: ClientAuth = (server, ...rest) => {
    (takesBasic(server) ? basic : post)(server, ...rest);
  };
  const execute = [client.enableNonRepudiationChecks];
  // Marked as deprecated to be noticed; meant for exactly this: a platform on the same machine.
  // eslint-disable-next-line @typescript-eslint/no-deprecated
  if (isOnThisMachine(issuer)) execute.push(client.allowInsecureRequests);
  const configuration = await client.discovery(new URL(issuer), clientId, {}, byEither, {
    execute,
    timeout: limit / 1000,
  });
  refuseUnsafe(configuration.serverMetadata(), name);
  return configuration;
}

/** What OpenID Connect takes for granted when a platform says nothing. */
const takesBasic = ({ token_endpoint_auth_methods_supported: methods }: ServerMetadata): boolean =>
  methods?.includes('client_secret_basic') ?? true;

const isOnThisMachine = (address: string): boolean => {
  const { protocol, hostname } = new URL(address);
  return protocol === 'http:' && LOOPBACK.has(hostname);
};

function refuseUnsafe(server: ServerMetadata, name: string): void {
  for (const endpoint of ENDPOINTS) {
    const address = server[endpoint];
    const isSafe =
      address !== undefined &&
      URL.canParse(address) &&
      (new URL(address).protocol === 'https:' || isOnThisMachine(address));
    if (!isSafe)
      throw new Unavailable(`${name}公布的 ${endpoint} 缺少或者不是 https 地址，请系统管理员核对`, {
        endpoint,
      });
  }
}
