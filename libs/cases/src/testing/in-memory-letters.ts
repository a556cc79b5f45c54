import { Conflict, type Transaction } from '@risk/kit';
import type { CreditExport, ExportedCase, UnexportedCase } from '../credit/ports.js';
import { CreditExports } from '../credit/ports.js';
import {
  LetterStore,
  type LetterContent,
  type NewLetter,
  type SignedLetter,
} from '../drafting/ports.js';

/** Signed letters in memory. */
export class InMemoryLetters extends LetterStore {
  readonly kept: (SignedLetter & LetterContent)[] = [];

  keep(_tx: Transaction, letter: NewLetter): Promise<SignedLetter> {
    const { unit, number } = letter;
    const first = this.kept.find((one) => one.unit === unit && one.number === number);
    if (number !== null && first)
      return Promise.reject(
        new Conflict(`number：文号“${number}”已由 ${first.by} 用于《${first.title}》`),
      );
    this.kept.push({ ...letter, id: String(this.kept.length + 1) });
    return Promise.resolve(lineOf(this.kept.at(-1)!));
  }

  find(_tx: Transaction, id: string): Promise<(SignedLetter & LetterContent) | null> {
    return Promise.resolve(this.kept.find((one) => one.id === id) ?? null);
  }

  ofAlert(_tx: Transaction, alertId: string): Promise<SignedLetter[]> {
    return Promise.resolve(this.kept.filter((one) => one.alertId === alertId).map(lineOf));
  }
}

const lineOf = ({ facts: _facts, paper: _paper, ...letter }: SignedLetter & LetterContent) =>
  letter;

/** Exports in memory; which findings never left is asked of the test. */
export class InMemoryCreditExports extends CreditExports {
  readonly kept: CreditExport[] = [];
  found: readonly UnexportedCase[] = [];

  keep(_tx: Transaction, made: Omit<CreditExport, 'id'>): Promise<CreditExport> {
    this.kept.push({ ...made, id: String(this.kept.length + 1) });
    return Promise.resolve(this.kept.at(-1)!);
  }

  list(_tx: Transaction, limit: number): Promise<CreditExport[]> {
    return Promise.resolve([...this.kept].reverse().slice(0, limit));
  }

  lastWith(_tx: Transaction, { entityId, number }: ExportedCase): Promise<CreditExport | null> {
    const has = ({ cases }: CreditExport): boolean =>
      cases.some((one) => one.entityId === entityId && one.number === number);
    return Promise.resolve(this.kept.findLast(has) ?? null);
  }

  unexported(): Promise<UnexportedCase[]> {
    const sent = new Set(this.kept.flatMap(({ cases }) => cases.map(({ entityId }) => entityId)));
    return Promise.resolve(this.found.filter(({ entityId }) => !sent.has(entityId)));
  }
}
