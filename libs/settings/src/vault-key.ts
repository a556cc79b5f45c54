import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { chmod, link, mkdir, rm, writeFile } from 'node:fs/promises';
import { randomBytes } from 'node:crypto';
import { dirname, join } from 'node:path';
import { derivedKey, Invalid } from '@risk/kit';
import type { Environment } from './environment.js';

/** Where the key of pseudonyms lies once it is known: it outlives every key that it came from. */
const PSEUDONYM = 'pseudonym.key';
const FIRST = 'vault.key';
/** Keys that came later: the highest number seals. */
const LATER = /^vault-(\d{4})\.key$/;

/** Master keys as the vault's cipher wants them. */
export interface VaultKeys {
  readonly current: Buffer;
  readonly former: readonly Buffer[];
  readonly pseudonym: Buffer;
}

/** A master key and the file that holds it; null when the environment does. */
export interface PlacedKey {
  readonly key: Buffer;
  readonly file: string | null;
}

/**
 * The master keys of the reporter vault: from RISK_VAULT_KEY and RISK_VAULT_KEYS_FORMER, else from files
 * of their own in the data folder, the first made at the first start, readable by their owner alone.
 * Whoever loses them loses the reporters, so they are to be backed up apart from the database.
 */
export class VaultKeyRing {
  private constructor(
    private readonly folder: string,
    private readonly given: readonly Buffer[] | null,
    private readonly pseudonym: Buffer | null,
  ) {}

  static async open(environment: Environment): Promise<VaultKeyRing> {
    const { vaultKey, formerVaultKeys, pseudonymKey, dataDir } = environment;
    const hex = (text: string): Buffer => Buffer.from(text, 'hex');
    const given = vaultKey === null ? null : [vaultKey, ...formerVaultKeys].map(hex);
    const folder = join(dataDir, 'keys');
    const ring = new VaultKeyRing(folder, given, pseudonymKey === null ? null : hex(pseudonymKey));
    await ring.begin();
    return ring;
  }

  /** Whether the keys lie in files, so that a new one can be made here. */
  get inFiles(): boolean {
    return this.given === null;
  }

  mark(): string {
    return this.given ? 'environment' : String(statSync(this.folder, { bigint: true }).mtimeNs);
  }

  read(): VaultKeys {
    const [current, ...former] = this.placed().map(({ key }) => key);
    if (!current) throw new Invalid(`保险箱密钥不见了：${this.folder}`);
    return { current, former, pseudonym: this.pseudonymKey() };
  }

  /** All keys, the current one first. */
  placed(): PlacedKey[] {
    if (this.given) return this.given.map((key) => ({ key, file: null }));
    return this.files().map((file) => ({ key: keyIn(file), file }));
  }

  /** Makes a new key, which seals from now on; every process that shares the folder takes it up. */
  async add(): Promise<void> {
    if (this.given) throw new Invalid('密钥由环境变量给出，不能在这里生成新的');
    const [latest = ''] = this.files();
    const number = Number(LATER.exec(latest.slice(this.folder.length + 1))?.[1] ?? 0) + 1;
    const name = `vault-${String(number).padStart(4, '0')}.key`;
    await createOnce(join(this.folder, name), randomBytes(32));
  }

  /** The first key is made only where there is no trace of another. */
  private async begin(): Promise<void> {
    const known = join(this.folder, PSEUDONYM);
    if (!this.given && this.files().length === 0 && !existsSync(known))
      await createOnce(join(this.folder, FIRST), randomBytes(32));
    if (this.pseudonym || existsSync(known)) return;
    const keep = createOnce(known, this.pseudonymKey());
    // A host that takes its keys from the environment may have no folder to write in.
    await (this.given ? keep.catch(() => undefined) : keep);
  }

  /** Before it has a file of its own it follows from the oldest key. */
  private pseudonymKey(): Buffer {
    if (this.pseudonym) return this.pseudonym;
    const known = join(this.folder, PSEUDONYM);
    if (existsSync(known)) return keyIn(known);
    const oldest = this.placed().at(-1);
    if (!oldest || (oldest.file !== null && !oldest.file.endsWith(`/${FIRST}`)))
      throw new Invalid(`化名密钥不见了：${known}`);
    return derivedKey(oldest.key, 'pseudonym');
  }

  /** Files with keys, the latest first. */
  private files(): string[] {
    const names = existsSync(this.folder) ? readdirSync(this.folder) : [];
    const later = names.filter((name) => LATER.test(name)).sort();
    const first = names.filter((name) => name === FIRST);
    return [...first, ...later].reverse().map((name) => join(this.folder, name));
  }
}

function keyIn(file: string): Buffer {
  const key = Buffer.from(readFileSync(file, 'utf8').trim(), 'hex');
  if (key.length < 32) throw new Invalid(`保险箱密钥文件已损坏：${file}`);
  return key;
}

/** Two processes may start at once: the first one's link wins and both read the same key. */
async function createOnce(file: string, key: Buffer): Promise<void> {
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  await chmod(dirname(file), 0o700);
  const draft = `${file}.${randomBytes(6).toString('hex')}`;
  await writeFile(draft, `${key.toString('hex')}\n`, { mode: 0o600, flush: true });
  try {
    await link(draft, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    await rm(draft, { force: true });
  }
}
