import type { LedgerCheck, LedgerStore } from './ports.js';

/** One source and day, and what does not add up. */
export interface Reconciliation extends LedgerCheck {
  readonly holds: boolean;
  readonly because: string;
}

/** Checks the daily identity of every source against the rows that are really there. */
export class Reconcile {
  constructor(private readonly ledger: LedgerStore) {}

  async run(since: string): Promise<Reconciliation[]> {
    const checks = await this.ledger.check(since);
    return checks.map(reconcileOne);
  }
}

/** The identity: received = stored + duplicate + dead-lettered, and both heaps are where they should be. */
export function reconcileOne(check: LedgerCheck): Reconciliation {
  const faults = [
    ...differ(
      '接收',
      check.received,
      '入库＋重复＋死信',
      check.stored + check.duplicate + check.deadLettered,
    ),
    ...differ('账上入库', check.stored, '库中记录', check.recordsFound),
    ...differ('账上死信', check.deadLettered, '库中死信', check.deadLettersFound),
  ];
  return { ...check, holds: faults.length === 0, because: faults.join('；') || '账实相符' };
}

function differ(what: string, a: number, other: string, b: number): string[] {
  return a === b ? [] : [`${what} ${a} 条，${other} ${b} 条，相差 ${a - b} 条`];
}
