import { Invalid, type Transaction } from '@risk/kit';
import type { CaseRecords, EvidenceShelf } from '../desk/ports.js';
import type { Verification } from './verification.js';

const REFERENCE = /^(attachment|record|entry):(\d{1,18})$/;
type Kind = 'attachment' | 'record' | 'entry';

/** How each kind of evidence is called on screen. */
const KIND_NAMES: Readonly<Record<Kind, string>> = {
  attachment: '附件',
  record: '记录',
  entry: '核查记录',
};

/** Refuses references to evidence that is not there: a proof must be found again. */
export class EvidenceCheck {
  constructor(
    private readonly shelf: EvidenceShelf,
    private readonly records: CaseRecords,
  ) {}

  async run(
    tx: Transaction,
    verification: Verification,
    references: readonly string[],
  ): Promise<string[]> {
    const wanted = [...new Set(references)].map(partsOf);
    const idsOf = (kind: Kind): string[] => wanted.filter((w) => w.kind === kind).map((w) => w.id);
    const known: Readonly<Record<Kind, ReadonlySet<string>>> = {
      attachment: await this.attachments(tx, verification, idsOf('attachment')),
      record: await this.recordsOf(tx, verification, idsOf('record')),
      entry: new Set(verification.entries.map(({ id }) => id)),
    };
    const missing = wanted.filter(({ kind, id }) => !known[kind].has(id));
    if (missing.length === 0) return wanted.map(({ kind, id }) => `${kind}:${id}`);
    const told = missing.map(({ kind, id }) => `${KIND_NAMES[kind]} ${id}`);
    throw new Invalid(`evidence：这件预警没有${told.join('、')}`);
  }

  private async attachments(
    tx: Transaction,
    { alertId }: Verification,
    ids: readonly string[],
  ): Promise<ReadonlySet<string>> {
    if (ids.length === 0) return new Set();
    return new Set((await this.shelf.of(tx, alertId)).map(({ id }) => id));
  }

  private async recordsOf(
    tx: Transaction,
    { entityId }: Verification,
    ids: readonly string[],
  ): Promise<ReadonlySet<string>> {
    return new Set(ids.length === 0 ? [] : await this.records.amongst(tx, entityId, ids));
  }
}

function partsOf(text: string): { readonly kind: Kind; readonly id: string } {
  const [, kind, id] = REFERENCE.exec(text) ?? [];
  if (kind === undefined || id === undefined)
    throw new Invalid(
      `evidence：“${text}”应为 attachment:编号、record:编号 或 entry:编号（附件、记录、核查记录）`,
    );
  return { kind: kind as Kind, id };
}
