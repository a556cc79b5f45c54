import { readFileSync } from 'node:fs';
import { Invalid } from '@risk/kit';
import { z } from 'zod';

/** The identity platform of the government (政务统一身份认证), and as whom the house speaks to it. */
export interface IdentityPlatform {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** What it is called on screen. */
  readonly name: string;
  /** The one address to which it sends people back; to be registered there, letter for letter. */
  readonly redirectUri: string;
}

/** The variables of the platform, and the address of the house from which the one to come back to follows. */
interface Given {
  readonly OIDC_ISSUER?: string | undefined;
  readonly OIDC_CLIENT_ID?: string | undefined;
  readonly OIDC_CLIENT_SECRET?: string | undefined;
  readonly OIDC_CLIENT_SECRET_FILE?: string | undefined;
  readonly OIDC_NAME?: string | undefined;
  readonly RISK_URL?: string | undefined;
}

const NAMES = [
  'OIDC_ISSUER',
  'OIDC_CLIENT_ID',
  'OIDC_CLIENT_SECRET',
  'OIDC_CLIENT_SECRET_FILE',
  'OIDC_NAME',
] as const;
const DEFAULT_NAME = '政务统一身份认证';
const CALLBACK = '/login/identity/callback';
const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);

/** What an issuer looks like; its discovery document is found by itself. */
export const issuer = z
  .string()
  .refine(isSafe, { error: '必须是 https:// 开头的地址（只有本机可以用 http://）' })
  .refine((text) => !/[?#]|\/\.well-known\//.test(text), {
    error: '只写颁发者（issuer）本身，不带 /.well-known/…、? 和 #',
  });

function isSafe(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname } = new URL(text);
  return protocol === 'https:' || (protocol === 'http:' && LOOPBACK.has(hostname));
}

/** All of it or nothing: half a platform would be a button that leads nowhere. */
export function identityPlatformOf(given: Given): IdentityPlatform | null {
  const first = NAMES.find((name) => given[name] !== undefined);
  if (first === undefined) return null;
  const { OIDC_ISSUER, OIDC_CLIENT_ID, RISK_URL } = given;
  if (OIDC_ISSUER === undefined) throw missing(first, 'OIDC_ISSUER');
  if (OIDC_CLIENT_ID === undefined) throw missing(first, 'OIDC_CLIENT_ID');
  if (RISK_URL === undefined) throw missing(first, 'RISK_URL（回调地址由它得出）');
  return {
    issuer: OIDC_ISSUER,
    clientId: OIDC_CLIENT_ID,
    clientSecret: secretOf(given, first),
    name: given.OIDC_NAME ?? DEFAULT_NAME,
    redirectUri: RISK_URL.replace(/\/+$/, '') + CALLBACK,
  };
}

const missing = (given: string, wanted: string): Invalid =>
  new Invalid(`环境变量 ${given}：须同时设置 ${wanted}`);

function secretOf(
  { OIDC_CLIENT_SECRET: secret, OIDC_CLIENT_SECRET_FILE: file }: Given,
  first: string,
): string {
  if (secret !== undefined && file !== undefined)
    throw new Invalid('环境变量 OIDC_CLIENT_SECRET_FILE：与 OIDC_CLIENT_SECRET 只能设置一个');
  if (secret !== undefined) return secret;
  if (file === undefined) throw missing(first, 'OIDC_CLIENT_SECRET 或者 OIDC_CLIENT_SECRET_FILE');
  const text = readSecret(file);
  if (text !== '') return text;
  throw new Invalid(`环境变量 OIDC_CLIENT_SECRET_FILE：${file} 是空的`);
}

function readSecret(file: string): string {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new Invalid(`环境变量 OIDC_CLIENT_SECRET_FILE：读不了 ${file}（${code ?? '未知原因'}）`);
  }
}
