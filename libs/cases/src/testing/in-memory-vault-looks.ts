import type { Transaction } from '@risk/kit';
import {
  VaultLooks,
  type LookApproval,
  type LookRequest,
  type SeenReporter,
  type VaultLook,
} from '../vault/ports.js';

/** A vault of reporters in memory. */
export class InMemoryVaultLooks extends VaultLooks {
  readonly kept: LookRequest[] = [];
  readonly seen: VaultLook[] = [];

  constructor(private readonly reporters: readonly SeenReporter[]) {
    super();
  }

  sealedAmong(_tx: Transaction, recordIds: readonly string[]): Promise<string[]> {
    return Promise.resolve(recordIds.filter((id) => this.reporters.some((r) => r.recordId === id)));
  }

  keepRequest(_tx: Transaction, request: Omit<LookRequest, 'id' | 'approval'>) {
    const kept = { id: String(this.kept.length + 1), ...request, approval: null };
    this.kept.push(kept);
    return Promise.resolve(kept);
  }

  find(_tx: Transaction, requestId: string): Promise<LookRequest | null> {
    return Promise.resolve(this.kept.find(({ id }) => id === requestId) ?? null);
  }

  keepApproval(_tx: Transaction, requestId: string, approval: LookApproval): Promise<LookRequest> {
    const at = this.kept.findIndex(({ id }) => id === requestId);
    const request = this.kept[at]!;
    const approved = request.approval ? request : { ...request, approval };
    this.kept[at] = approved;
    return Promise.resolve(approved);
  }

  look(_tx: Transaction, request: LookRequest, at: Date): Promise<SeenReporter[]> {
    const { id: requestId, by, unit, because, approval } = request;
    for (const recordId of request.recordIds) {
      const told = { requestId, recordId, by, unit, because, approvedBy: approval?.by ?? '', at };
      this.seen.push({ id: String(this.seen.length + 1), ...told });
    }
    return Promise.resolve(
      this.reporters.filter(({ recordId }) => request.recordIds.includes(recordId)),
    );
  }

  requests(limit: number): Promise<LookRequest[]> {
    return Promise.resolve([...this.kept].reverse().slice(0, limit));
  }

  looks(limit: number): Promise<VaultLook[]> {
    return Promise.resolve([...this.seen].reverse().slice(0, limit));
  }
}
