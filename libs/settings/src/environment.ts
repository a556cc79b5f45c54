import { isIP } from 'node:net';
import { resolve } from 'node:path';
import { Invalid, wordsOfIssue } from '@risk/kit';
import { z } from 'zod';
import { identityPlatformOf, issuer, type IdentityPlatform } from './identity-platform.js';

/** `10.0.0.8` or `10.1.0.0/16`. */
function isNetwork(text: string): boolean {
  const [address = '', bits, ...rest] = text.trim().split('/');
  const version = isIP(address);
  const most = version === 6 ? 128 : 32;
  const isWidth = bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= most);
  return version !== 0 && isWidth && rest.length === 0;
}

const port = z.coerce.number().int().min(0).max(65_535);
const proxies = z.string().refine((text) => text.split(',').every(isNetwork), {
  error: '应为 IP 地址或者网段（如 10.0.0.8、10.1.0.0/16），多个用逗号分开',
});
const url = (...schemes: string[]) =>
  z.string().refine((text) => schemes.some((s) => text.startsWith(`${s}://`)), {
    error: `必须以 ${schemes.map((s) => `${s}://`).join(' 或 ')} 开头`,
  });

/** Every variable of the environment that the house reads; README.md explains each. */
const environmentSchema = z.object({
  RISK_DATA: z.string().min(1).default('./data'),
  RISK_CONFIG: z.string().min(1).default('./config'),
  RISK_SAMPLES: z.enum(['on', 'off']).default('on'),
  RISK_VAULT_KEY: z
    .string()
    .regex(/^[0-9a-fA-F]{64,}$/, { error: '必须是至少 64 位的十六进制数（32 字节）' })
    .optional(),
  RISK_VAULT_KEYS_FORMER: z
    .string()
    .regex(/^[0-9a-fA-F]{64,}(,[0-9a-fA-F]{64,})*$/, {
      error: '必须是至少 64 位的十六进制数，多个用逗号分开，最近停用的在前',
    })
    .optional(),
  RISK_VAULT_PSEUDONYM_KEY: z
    .string()
    .regex(/^[0-9a-fA-F]{64}$/, { error: '必须是 64 位的十六进制数' })
    .optional(),
  HOST: z.string().min(1).default('127.0.0.1'),
  PORT: port.default(3000),
  RISK_TRUSTED_PROXIES: proxies.optional(),
  RISK_PUBLIC: z.enum(['on', 'off']).default('on'),
  RISK_PUBLIC_PORT: port.optional(),
  RISK_PUBLIC_HOST: z.string().min(1).optional(),
  RISK_METRICS_PORT: port.optional(),
  RISK_METRICS_HOST: z.string().min(1).default('127.0.0.1'),
  DATABASE_URL: url('postgres', 'postgresql').optional(),
  FRONT_DATABASE_URL: url('postgres', 'postgresql').optional(),
  KAFKA_BROKERS: z
    .string()
    .regex(/^[^\s,:]+:\d+(,[^\s,:]+:\d+)*$/, { error: '格式应为 主机:端口，多个用逗号分开' })
    .optional(),
  KAFKA_GROUP: z.string().min(1).default('risk-pipeline'),
  KAFKA_TOPIC_PREFIX: z.string().default(''),
  SMTP_URL: url('smtp', 'smtps').optional(),
  RISK_URL: url('http', 'https').optional(),
  OIDC_ISSUER: issuer.optional(),
  OIDC_CLIENT_ID: z.string().min(1).optional(),
  OIDC_CLIENT_SECRET: z.string().min(1).optional(),
  OIDC_CLIENT_SECRET_FILE: z.string().min(1).optional(),
  OIDC_NAME: z.string().max(30).optional(),
  MAIL_FROM: z.string().min(3).default('非法金融活动风险监测预警平台 <risk@localhost>'),
});

/** Where something listens. */
export interface Place {
  readonly host: string;
  readonly port: number;
}

/** The page of citizens, among the other pages or at a place where there is nothing else. */
export interface PublicPage {
  readonly ownPlace: Place | null;
}

/** What the environment says, read once. */
export interface Environment {
  readonly dataDir: string;
  readonly configDir: string;
  readonly samples: boolean;
  /** Hex; null lets the platform keep a key of its own in the data folder. */
  readonly vaultKey: string | null;
  /** Hex; keys that still open what they sealed, the latest first. */
  readonly formerVaultKeys: readonly string[];
  /** Hex; null lets it follow from the oldest key, or from the file that keeps it. */
  readonly pseudonymKey: string | null;
  readonly host: string;
  /** Whether only this machine can reach the server. */
  readonly isLoopback: boolean;
  readonly port: number;
  /** Whether the port was asked for; only a default one may be moved silently. */
  readonly portWasSet: boolean;
  /** Addresses and networks whose word on where a request comes from is taken (X-Forwarded-For). */
  readonly trustedProxies: readonly string[];
  /** Where the page of citizens is; null when it is switched off. */
  readonly publicPage: PublicPage | null;
  /** Where metrics and health are told; null when nobody asked for it. */
  readonly metrics: Place | null;
  readonly databaseUrl: string | null;
  /** The front-end database (前置库) of table exchange; the house's own when null. */
  readonly frontDatabaseUrl: string | null;
  readonly kafkaBrokers: readonly string[] | null;
  readonly kafkaGroup: string;
  readonly kafkaTopicPrefix: string;
  readonly smtpUrl: string | null;
  /** The address by which people reach the house; null lets the server say it. */
  readonly publicUrl: string | null;
  /** The identity platform of the government; null where people sign in by password alone. */
  readonly identityPlatform: IdentityPlatform | null;
  readonly mailFrom: string;
  /** Secrets of webhooks, by the name of their variable. */
  readonly webhookSecrets: Readonly<Record<string, string>>;
}

const WEBHOOK_SECRET = 'RISK_WEBHOOK_SECRET_';
type VaultKeysGiven = Pick<Environment, 'vaultKey' | 'formerVaultKeys' | 'pseudonymKey'>;

function vaultKeysOf(e: z.output<typeof environmentSchema>): VaultKeysGiven {
  const { RISK_VAULT_KEY: key, RISK_VAULT_KEYS_FORMER: former } = e;
  if (former !== undefined && key === undefined)
    throw new Invalid('环境变量 RISK_VAULT_KEYS_FORMER：没有 RISK_VAULT_KEY 时不能单独设置');
  return {
    vaultKey: key ?? null,
    formerVaultKeys: former?.split(',') ?? [],
    pseudonymKey: e.RISK_VAULT_PSEUDONYM_KEY ?? null,
  };
}

const placeOf = (host: string, at: number | undefined): Place | null =>
  at === undefined ? null : { host, port: at };

function publicPageOf(e: z.output<typeof environmentSchema>): PublicPage | null {
  if (e.RISK_PUBLIC === 'on')
    return { ownPlace: placeOf(e.RISK_PUBLIC_HOST ?? e.HOST, e.RISK_PUBLIC_PORT) };
  if (e.RISK_PUBLIC_PORT === undefined) return null;
  throw new Invalid('环境变量 RISK_PUBLIC_PORT：RISK_PUBLIC 为 off 时不能设置');
}

/** An address without a slash at its end. */
const addressOf = (url: string | undefined): string | null => url?.replace(/\/+$/, '') ?? null;

const LOOPBACK = new Set(['127.0.0.1', '::1', 'localhost']);

/** Variables that older versions read, and what took their place. */
const RETIRED = {
  RISK_TOKEN: '已由账号和服务令牌代替：请删去，报送系统的令牌由系统管理员发放',
} as const;

function refuseRetired(given: Readonly<Record<string, string | undefined>>): void {
  for (const [name, instead] of Object.entries(RETIRED))
    if (given[name] !== undefined) throw new Invalid(`环境变量 ${name}：${instead}`);
}

/** Reads the environment; a wrong variable stops the start and is named. */
export function readEnvironment(
  env: Readonly<Record<string, string | undefined>> = process.env,
): Environment {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  refuseRetired(given);
  const parsed = environmentSchema.safeParse(given, { error: wordsOfIssue });
  if (!parsed.success) {
    const faults = parsed.error.issues.map((i) => `环境变量 ${i.path.join('.')}：${i.message}`);
    throw new Invalid(faults.join('\n'));
  }
  const e = parsed.data;
  return {
    dataDir: resolve(e.RISK_DATA),
    configDir: resolve(e.RISK_CONFIG),
    samples: e.RISK_SAMPLES === 'on',
    ...vaultKeysOf(e),
    host: e.HOST,
    isLoopback: LOOPBACK.has(e.HOST),
    port: e.PORT,
    portWasSet: given['PORT'] !== undefined,
    trustedProxies: e.RISK_TRUSTED_PROXIES?.split(',').map((text) => text.trim()) ?? [],
    publicPage: publicPageOf(e),
    metrics: placeOf(e.RISK_METRICS_HOST, e.RISK_METRICS_PORT),
    databaseUrl: e.DATABASE_URL ?? null,
    frontDatabaseUrl: e.FRONT_DATABASE_URL ?? null,
    kafkaBrokers: e.KAFKA_BROKERS?.split(',') ?? null,
    kafkaGroup: e.KAFKA_GROUP,
    kafkaTopicPrefix: e.KAFKA_TOPIC_PREFIX,
    smtpUrl: e.SMTP_URL ?? null,
    publicUrl: addressOf(e.RISK_URL),
    identityPlatform: identityPlatformOf(e),
    mailFrom: e.MAIL_FROM,
    webhookSecrets: Object.fromEntries(
      Object.entries(given).flatMap(([name, value]) =>
        name.startsWith(WEBHOOK_SECRET) && value !== undefined ? [[name, value]] : [],
      ),
    ),
  };
}
