import { Conflict, NotFound, type Transaction } from '@risk/kit';
import type { LetterStore, PaperPress } from './ports.js';
import type { IssuedLetter } from './sign-letter.js';

/** Makes a signed letter again from the kept paper, and hands it out only when it is the very same. */
export class ReopenLetter {
  constructor(
    private readonly store: LetterStore,
    private readonly press: PaperPress,
  ) {}

  async run(tx: Transaction, id: string): Promise<IssuedLetter> {
    const kept = await this.store.find(tx, id);
    if (!kept) throw new NotFound(`没有文书“${id}”`);
    const { paper, facts: _facts, ...letter } = kept;
    const { bytes, sha256, sm3 } = await this.press.docx(paper);
    if (sha256 === letter.sha256 && sm3 === letter.sm3) return { ...letter, bytes };
    throw new Conflict(
      `重新生成的文书 ${id} 与签发时不同（签发时 SHA-256 ${letter.sha256}，现在 ${sha256}）：版式已变，请使用签发时存档的文件`,
      { then: letter.sha256, now: sha256 },
    );
  }
}
