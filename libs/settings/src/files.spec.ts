import { afterAll, describe, expect, it } from '@jest/globals';
import { mkdtemp, rm, stat, writeFile, mkdir, cp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readEnvironment } from './environment.js';
import { loadConfig } from './load-config.js';
import { loadVaultKey } from './vault-key.js';

const folders: string[] = [];
async function folder(): Promise<string> {
  const made = await mkdtemp(join(tmpdir(), 'risk-settings-'));
  folders.push(made);
  return made;
}
afterAll(async () => {
  for (const made of folders) await rm(made, { recursive: true });
});

describe('the key of the vault', () => {
  it('is made once, also by two starts at once, and only its owner reads it', async () => {
    const environment = readEnvironment({ RISK_DATA: await folder() });
    const keys = await Promise.all([1, 2, 3, 4].map(() => loadVaultKey(environment)));
    expect(new Set(keys.map((k) => k.toString('hex'))).size).toBe(1);
    expect(keys[0]).toHaveLength(32);
    expect((await stat(join(environment.dataDir, 'keys/vault.key'))).mode & 0o077).toBe(0);
  });

  it('comes from the environment when given there', async () => {
    const key = 'ab'.repeat(32);
    expect((await loadVaultKey(readEnvironment({ RISK_VAULT_KEY: key }))).toString('hex')).toBe(
      key,
    );
  });

  it('that is damaged stops the start', async () => {
    const dataDir = await folder();
    await mkdir(join(dataDir, 'keys'));
    await writeFile(join(dataDir, 'keys/vault.key'), 'oops');
    await expect(loadVaultKey(readEnvironment({ RISK_DATA: dataDir }))).rejects.toThrow(
      '密钥文件已损坏',
    );
  });
});

describe('the configuration folder', () => {
  it('is read whole', async () => {
    const config = await loadConfig('config');
    expect(config.rules.map((f) => f.name)).toContain('rules/entity.yaml');
    expect(config.units.content).toBeTruthy();
  });

  it('names a missing file', async () => {
    await expect(loadConfig(await folder())).rejects.toThrow(/读不到配置文件|缺少/);
  });

  it('names file and line of broken YAML', async () => {
    const copy = await folder();
    await cp('config', copy, { recursive: true });
    await writeFile(join(copy, 'units.yaml'), 'units:\n  - code: a\n   name: b\n');
    await expect(loadConfig(copy)).rejects.toThrow(/units\.yaml 第 [23] 行不是正确的 YAML/);
  });
});
