import { Conflict, NotFound, type Transaction } from '@risk/kit';
import type { HandOverStore, Package, PackageMaker } from './ports.js';

/** Packs a hand-over again from its frozen facts, and hands it out only when it is the very same. */
export class ReopenPackage {
  constructor(
    private readonly store: HandOverStore,
    private readonly packages: PackageMaker,
  ) {}

  async run(tx: Transaction, handOverId: string): Promise<Package> {
    const handOver = await this.store.find(tx, handOverId);
    if (!handOver) throw new NotFound(`没有移送“${handOverId}”`);
    const made = await this.packages.make(handOver.facts);
    const { sha256, sm3 } = handOver.package;
    if (made.sha256 === sha256 && made.sm3 === sm3) return made;
    throw new Conflict(
      `重新打包的移送 ${handOverId} 与移送时不同（移送时 SHA-256 ${sha256}，现在 ${made.sha256}）：文书格式或附件已变，请使用移送时存档的文件`,
      { then: sha256, now: made.sha256 },
    );
  }
}
