import { chmod, link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { randomBytes } from 'node:crypto';
import { dirname, join } from 'node:path';
import { Invalid } from '@risk/kit';
import type { Environment } from './environment.js';

/**
 * The master key of the reporter vault: from RISK_VAULT_KEY, else from a file of its own in the data
 * folder, made at the first start and readable by its owner alone. Whoever loses it loses the
 * reporters, so it is to be backed up apart from the database.
 */
export async function loadVaultKey({ vaultKey, dataDir }: Environment): Promise<Buffer> {
  if (vaultKey !== null) return Buffer.from(vaultKey, 'hex');
  const file = join(dataDir, 'keys', 'vault.key');
  await createOnce(file);
  const key = Buffer.from((await readFile(file, 'utf8')).trim(), 'hex');
  if (key.length < 32) throw new Invalid(`保险箱密钥文件已损坏：${file}`);
  return key;
}

/** Two processes may start at once: the first one's link wins and both read the same key. */
async function createOnce(file: string): Promise<void> {
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  await chmod(dirname(file), 0o700);
  const draft = `${file}.${randomBytes(6).toString('hex')}`;
  await writeFile(draft, `${randomBytes(32).toString('hex')}\n`, { mode: 0o600, flush: true });
  try {
    await link(draft, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    await rm(draft, { force: true });
  }
}
