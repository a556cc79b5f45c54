import type { Transaction } from '@risk/kit';
import {
  DeadLetterStore,
  type DeadLetter,
  type OpenedLetter,
  type RawItem,
  type RefusedItem,
} from '../ports.js';

/** Dead letters in memory, one for each refused item that a record store was given. */
export class InMemoryDeadLetters extends DeadLetterStore {
  private readonly replayed = new Map<RefusedItem, Date>();

  constructor(private readonly letters: readonly RefusedItem[]) {
    super();
  }

  list(limit: number): Promise<DeadLetter[]> {
    const all = this.letters.map((refused, at) => this.letterOf(refused, at));
    return Promise.resolve(all.reverse().slice(0, limit));
  }

  async open(id: string): Promise<OpenedLetter | null> {
    const refused = this.letters[Number(id) - 1];
    if (!refused) return null;
    const { bytes, value } = refused.item;
    return Promise.resolve({ letter: this.letterOf(refused, Number(id) - 1), bytes, value });
  }

  take(_tx: Transaction, ids: readonly string[] | 'all', limit: number, after = '0') {
    const waiting = this.letters
      .map((refused, at) => ({ refused, letter: this.letterOf(refused, at) }))
      .filter(({ letter }) => letter.replayedAt === null && Number(letter.id) > Number(after))
      .filter(({ letter }) => ids === 'all' || ids.includes(letter.id));
    return Promise.resolve(
      waiting.slice(0, limit).map(({ refused: { item }, letter }) => ({
        letter,
        bytes: item.bytes,
        value: (item as Partial<RawItem>).value,
      })),
    );
  }

  markReplayed(_tx: Transaction, ids: readonly string[], at: Date): Promise<void> {
    for (const id of ids) {
      const letter = this.letters[Number(id) - 1];
      if (letter) this.replayed.set(letter, at);
    }
    return Promise.resolve();
  }

  private letterOf(refused: RefusedItem, at: number): DeadLetter {
    const { feed, door, origin } = refused.item;
    return {
      id: String(at + 1),
      feed,
      door,
      origin: { ...origin },
      source: refused.source,
      reason: refused.reason,
      receivedAt: new Date('2026-11-02T09:00:00+08:00'),
      replayedAt: this.replayed.get(refused) ?? null,
    };
  }
}
