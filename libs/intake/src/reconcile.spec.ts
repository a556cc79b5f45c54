import { describe, expect, it } from '@jest/globals';
import { Reconcile } from './reconcile.js';
import { LedgerStore, type LedgerCheck } from './ports.js';

const check = (over: Partial<LedgerCheck> = {}): LedgerCheck => ({
  day: '2026-11-02',
  source: 'hotline-12345',
  feed: 'complaint',
  received: 10,
  stored: 7,
  duplicate: 2,
  deadLettered: 1,
  recordsFound: 7,
  deadLettersFound: 1,
  ...over,
});

class FixedLedger extends LedgerStore {
  constructor(private readonly lines: LedgerCheck[]) {
    super();
  }
  check(): Promise<LedgerCheck[]> {
    return Promise.resolve(this.lines);
  }
  lastHeard() {
    return Promise.resolve(new Map<string, Date>());
  }
  warn() {
    return Promise.resolve(false);
  }
}

describe('the daily identity', () => {
  it.each([
    ['holds', check(), true, '账实相符'],
    [
      'misses one that came in',
      check({ received: 11 }),
      false,
      '接收 11 条，入库＋重复＋死信 10 条，相差 1 条',
    ],
    [
      'misses a record',
      check({ recordsFound: 6 }),
      false,
      '账上入库 7 条，库中记录 6 条，相差 1 条',
    ],
    [
      'has a letter too many',
      check({ deadLettersFound: 2 }),
      false,
      '账上死信 1 条，库中死信 2 条，相差 -1 条',
    ],
  ])('%s', async (_name, line, holds, because) => {
    const [result] = await new Reconcile(new FixedLedger([line])).run('2026-11-01');
    expect(result).toMatchObject({ holds, because });
  });
});
