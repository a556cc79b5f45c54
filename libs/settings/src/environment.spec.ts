import { describe, expect, it } from '@jest/globals';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { readEnvironment } from './environment.js';

const WITHOUT_SECRET = {
  OIDC_ISSUER: 'https://id.example/realms/city',
  OIDC_CLIENT_ID: 'risk',
  RISK_URL: 'https://risk.example/',
};
const PLATFORM = { ...WITHOUT_SECRET, OIDC_CLIENT_SECRET: 'secret of the platform' };

describe('the environment', () => {
  it('has a default for everything', () => {
    expect(readEnvironment({})).toMatchObject({
      dataDir: resolve('./data'),
      configDir: resolve('./config'),
      samples: true,
      host: '127.0.0.1',
      port: 3000,
      portWasSet: false,
      databaseUrl: null,
      kafkaBrokers: null,
      smtpUrl: null,
    });
  });

  it('reads what CONTRACTS.md names', () => {
    expect(
      readEnvironment({
        RISK_DATA: '/srv/risk',
        PORT: '8080',
        RISK_SAMPLES: 'off',
        KAFKA_BROKERS: 'a:9092,b:9092',
        DATABASE_URL: 'postgres://u@h/d',
        SMTP_URL: 'smtps://mail.example:465',
      }),
    ).toMatchObject({
      dataDir: '/srv/risk',
      port: 8080,
      portWasSet: true,
      samples: false,
      kafkaBrokers: ['a:9092', 'b:9092'],
    });
  });

  it('has the page of citizens among the other pages, at a place of its own, or not at all', () => {
    expect(readEnvironment({}).publicPage).toEqual({ ownPlace: null });
    expect(readEnvironment({ RISK_PUBLIC: 'off' }).publicPage).toBeNull();
    const own = { RISK_PUBLIC_PORT: '8443', HOST: '10.0.0.5' };
    expect(readEnvironment(own).publicPage).toEqual({ ownPlace: { host: '10.0.0.5', port: 8443 } });
    expect(readEnvironment({ ...own, RISK_PUBLIC_HOST: '10.9.0.5' }).publicPage).toEqual({
      ownPlace: { host: '10.9.0.5', port: 8443 },
    });
  });

  it('tells metrics where it is told to, and only to this machine unless told so', () => {
    expect(readEnvironment({}).metrics).toBeNull();
    expect(readEnvironment({ RISK_METRICS_PORT: '9464', HOST: '0.0.0.0' }).metrics).toEqual({
      ...{ host: '127.0.0.1', port: 9464 },
    });
  });

  it('trusts no proxy but those it knows', () => {
    expect(readEnvironment({}).trustedProxies).toEqual([]);
    const RISK_TRUSTED_PROXIES = '10.0.0.8, 10.1.0.0/16,fd00::/8';
    expect(readEnvironment({ RISK_TRUSTED_PROXIES }).trustedProxies).toEqual([
      ...['10.0.0.8', '10.1.0.0/16', 'fd00::/8'],
    ]);
  });

  it('takes an empty variable for an absent one', () => {
    expect(readEnvironment({ PORT: '', DATABASE_URL: '' })).toMatchObject({
      port: 3000,
      databaseUrl: null,
    });
  });

  it.each([
    ['PORT', { PORT: 'eighty' }],
    ['PORT', { PORT: '70000' }],
    ['RISK_SAMPLES', { RISK_SAMPLES: 'no' }],
    ['DATABASE_URL', { DATABASE_URL: 'mysql://h' }],
    ['KAFKA_BROKERS', { KAFKA_BROKERS: 'localhost' }],
    ['SMTP_URL', { SMTP_URL: 'localhost:25' }],
    ['RISK_VAULT_KEY', { RISK_VAULT_KEY: 'abc' }],
    ['RISK_VAULT_KEYS_FORMER', { RISK_VAULT_KEY: 'ab'.repeat(32), RISK_VAULT_KEYS_FORMER: 'abc' }],
    ['RISK_VAULT_KEYS_FORMER', { RISK_VAULT_KEYS_FORMER: 'ab'.repeat(32) }],
    ['OIDC_ISSUER', { ...PLATFORM, OIDC_ISSUER: 'http://id.example' }],
    ['OIDC_ISSUER', { ...PLATFORM, OIDC_ISSUER: 'id.example' }],
    ['OIDC_ISSUER', { ...PLATFORM, OIDC_ISSUER: 'https://id.example/.well-known/openid' }],
    ['OIDC_ISSUER', { ...PLATFORM, OIDC_ISSUER: 'https://id.example/?a=b' }],
    ['OIDC_ISSUER', { ...PLATFORM, OIDC_ISSUER: undefined }],
    ['OIDC_CLIENT_ID', { ...PLATFORM, OIDC_CLIENT_ID: '' }],
    ['OIDC_CLIENT_SECRET', { ...PLATFORM, OIDC_CLIENT_SECRET: undefined }],
    ['OIDC_CLIENT_SECRET_FILE', { ...PLATFORM, OIDC_CLIENT_SECRET_FILE: '/nowhere' }],
    ['读不了 /nowhere（ENOENT）', { ...WITHOUT_SECRET, OIDC_CLIENT_SECRET_FILE: '/nowhere' }],
    ['/dev/null 是空的', { ...WITHOUT_SECRET, OIDC_CLIENT_SECRET_FILE: '/dev/null' }],
    ['OIDC_ISSUER', { OIDC_NAME: '统一认证' }],
    ['RISK_URL', { ...PLATFORM, RISK_URL: undefined }],
    ['RISK_VAULT_PSEUDONYM_KEY', { RISK_VAULT_PSEUDONYM_KEY: 'ab' }],
    ['RISK_PUBLIC', { RISK_PUBLIC: 'no' }],
    ['RISK_PUBLIC_PORT', { RISK_PUBLIC_PORT: '70000' }],
    ['RISK_PUBLIC_PORT', { RISK_PUBLIC: 'off', RISK_PUBLIC_PORT: '3001' }],
    ['RISK_METRICS_PORT', { RISK_METRICS_PORT: 'x' }],
    ['RISK_TRUSTED_PROXIES', { RISK_TRUSTED_PROXIES: 'proxy.example' }],
    ['RISK_TRUSTED_PROXIES', { RISK_TRUSTED_PROXIES: '10.0.0.1/33' }],
    ['RISK_TRUSTED_PROXIES', { RISK_TRUSTED_PROXIES: '10.0.0.1,,10.0.0.2' }],
    ['RISK_TOKEN', { RISK_TOKEN: 'x'.repeat(16) }],
  ])('a wrong one stops the start and is named: %s', (name, env) => {
    expect(() => readEnvironment(env)).toThrow(name);
  });

  it.each([
    ['127.0.0.1', true],
    ['::1', true],
    ['localhost', true],
    ['0.0.0.0', false],
    ['::', false],
    ['10.0.0.5', false],
  ])('on %s only this machine reaches it: %p', (HOST, isLoopback) => {
    expect(readEnvironment({ HOST })).toMatchObject({ host: HOST, isLoopback });
  });

  it('knows the identity platform, and the one address to come back to', () => {
    const platform = {
      issuer: 'https://id.example/realms/city',
      clientId: 'risk',
      clientSecret: 'secret of the platform',
      name: '政务统一身份认证',
      redirectUri: 'https://risk.example/login/identity/callback',
    };
    expect(readEnvironment({}).identityPlatform).toBeNull();
    expect(readEnvironment(PLATFORM).identityPlatform).toEqual(platform);
    const named = { ...PLATFORM, OIDC_NAME: '湘政通', OIDC_ISSUER: 'http://localhost:8080' };
    expect(readEnvironment(named).identityPlatform).toEqual({
      ...platform,
      ...{ name: '湘政通', issuer: 'http://localhost:8080' },
    });
  });

  it('reads the secret of the identity platform from a file, without the end of its line', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'secret-'));
    const OIDC_CLIENT_SECRET_FILE = join(folder, 'secret');
    await writeFile(OIDC_CLIENT_SECRET_FILE, 'from a file\n');
    const env = readEnvironment({ ...WITHOUT_SECRET, OIDC_CLIENT_SECRET_FILE });
    expect(env.identityPlatform).toMatchObject({ clientSecret: 'from a file' });
    await rm(folder, { recursive: true });
  });

  it('never shows a secret in a complaint', () => {
    const faulty = { ...PLATFORM, OIDC_ISSUER: 'http://far.example' };
    expect(() => readEnvironment(faulty)).toThrow(/^(?!.*secret of the platform)/s);
  });
});
