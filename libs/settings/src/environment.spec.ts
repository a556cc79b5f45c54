import { describe, expect, it } from '@jest/globals';
import { resolve } from 'node:path';
import { readEnvironment } from './environment.js';

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
    ['RISK_VAULT_PSEUDONYM_KEY', { RISK_VAULT_PSEUDONYM_KEY: 'ab' }],
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
});
