import { afterAll, describe, expect, it } from '@jest/globals';
import { mkdtemp, rm, stat, writeFile, mkdir, cp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readEnvironment } from './environment.js';
import { loadBook, loadConfig, loadLexicon } from './load-config.js';
import { VaultKeyRing } from './vault-key.js';

const folders: string[] = [];
async function folder(): Promise<string> {
  const made = await mkdtemp(join(tmpdir(), 'risk-settings-'));
  folders.push(made);
  return made;
}
afterAll(async () => {
  for (const made of folders) await rm(made, { recursive: true });
});

const opened = async (variables: Record<string, string>) =>
  VaultKeyRing.open(readEnvironment({ RISK_DATA: await folder(), ...variables }));

describe('the keys of the vault', () => {
  it('are made once, also by four starts at once, and only their owner reads them', async () => {
    const dataDir = await folder();
    const rings = await Promise.all([1, 2, 3, 4].map(() => opened({ RISK_DATA: dataDir })));
    const keys = rings.map((ring) => ring.read());
    expect(new Set(keys.map((k) => k.current.toString('hex'))).size).toBe(1);
    expect(new Set(keys.map((k) => k.pseudonym.toString('hex'))).size).toBe(1);
    expect(keys[0]!.current).toHaveLength(32);
    for (const name of ['vault.key', 'pseudonym.key'])
      expect((await stat(join(dataDir, 'keys', name))).mode & 0o077).toBe(0);
  });

  it('come from the environment when given there', async () => {
    const [now, before] = ['ab'.repeat(32), 'cd'.repeat(32)];
    const ring = await opened({ RISK_VAULT_KEY: now, RISK_VAULT_KEYS_FORMER: before });
    const { current, former } = ring.read();
    expect([current, ...former].map((key) => key.toString('hex'))).toEqual([now, before]);
    expect(ring.inFiles).toBe(false);
    await expect(ring.add()).rejects.toThrow('环境变量');
  });

  it('that are damaged stop the start', async () => {
    const dataDir = await folder();
    await mkdir(join(dataDir, 'keys'));
    await writeFile(join(dataDir, 'keys/vault.key'), 'oops');
    await expect(opened({ RISK_DATA: dataDir })).rejects.toThrow('密钥文件已损坏');
  });

  it('grow by one that seals from then on, and others that share the folder see the mark change', async () => {
    const dataDir = await folder();
    const [one, other] = [
      await opened({ RISK_DATA: dataDir }),
      await opened({ RISK_DATA: dataDir }),
    ];
    const [before, mark] = [other.read(), other.mark()];
    await one.add();
    await one.add();
    expect(other.mark()).not.toBe(mark);
    const after = other.read();
    expect(after.former).toHaveLength(2);
    expect(after.former[1]).toEqual(before.current);
    expect(one.placed().map(({ file }) => file?.split('/').at(-1))).toEqual([
      'vault-0002.key',
      'vault-0001.key',
      'vault.key',
    ]);
  });

  it('leave pseudonyms as they are when the first is destroyed', async () => {
    const dataDir = await folder();
    const ring = await opened({ RISK_DATA: dataDir });
    const { pseudonym } = ring.read();
    await ring.add();
    await rm(join(dataDir, 'keys/vault.key'));
    expect((await opened({ RISK_DATA: dataDir })).read()).toMatchObject({ pseudonym, former: [] });
  });

  it.each([
    ['every key is lost but that of pseudonyms', 'vault.key', '密钥不见了'],
    ['the key of pseudonyms is lost with the first', 'pseudonym.key', '化名密钥不见了'],
  ])('are not made anew where %s', async (_what, lost, says) => {
    const dataDir = await folder();
    const ring = await opened({ RISK_DATA: dataDir });
    if (lost === 'pseudonym.key') {
      await ring.add();
      await rm(join(dataDir, 'keys/vault.key'));
    }
    await rm(join(dataDir, 'keys', lost));
    const again = opened({ RISK_DATA: dataDir }).then((r) => r.read());
    await expect(again).rejects.toThrow(says);
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

  it('names the folder that is not there', async () => {
    const none = join(await folder(), 'none');
    await expect(loadBook(none)).rejects.toThrow(`没有目录 ${none}`);
    await expect(loadLexicon(none)).rejects.toThrow(`配置目录 ${none} 缺少 lexicon/`);
  });

  it('names file and line of broken YAML', async () => {
    const copy = await folder();
    await cp('config', copy, { recursive: true });
    await writeFile(join(copy, 'units.yaml'), 'units:\n  - code: a\n   name: b\n');
    await expect(loadConfig(copy)).rejects.toThrow(/units\.yaml 第 [23] 行不是正确的 YAML/);
  });
});
