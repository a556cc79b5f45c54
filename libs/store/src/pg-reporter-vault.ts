import type { Reporter } from '@risk/domain';
import { ReporterVault, type VaultEntry } from '@risk/intake';
import type { Transaction } from '@risk/kit';
import { copyRows } from './bulk.js';
import { clientOf } from './pg-unit-of-work.js';
import { sealReporter } from './sealed-reporter.js';
import type { VaultCipher } from './vault-cipher.js';

const digits = (text: string | undefined): string =>
  (text ?? '').normalize('NFKC').replace(/[^\dXx]/g, '');

/** The sealed table of reporters: article 16 of the Regulation asks to keep reporters secret. */
export class PgReporterVault extends ReporterVault {
  constructor(private readonly cipher: VaultCipher) {
    super();
  }

  pseudonymOf({ idNumber, phone, name }: Reporter): string | null {
    const id = digits(idNumber).toUpperCase();
    if (id.length >= 15) return this.cipher.pseudonym(`id:${id}`);
    const number = digits(phone);
    if (number.length >= 7) return this.cipher.pseudonym(`phone:${number.slice(-11)}`);
    const plain = (name ?? '').normalize('NFKC').replace(/\s/g, '');
    return plain.length >= 2 && !plain.startsWith('匿名')
      ? this.cipher.pseudonym(`name:${plain}`)
      : null;
  }

  async seal(tx: Transaction, entries: readonly VaultEntry[]): Promise<void> {
    this.cipher.refresh();
    const rows = entries.map(({ recordId, reporter, secret, original = {} }) => [
      recordId,
      sealReporter(this.cipher, { reporter, original }, recordId),
      secret,
    ]);
    await copyRows(clientOf(tx), 'reporter_vault', ['record_id', 'sealed', 'secret'], rows);
  }
}
