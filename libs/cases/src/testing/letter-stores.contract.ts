import { expect, it } from '@jest/globals';
import type { UnitOfWork } from '@risk/kit';
import type { CreditExports } from '../credit/ports.js';
import type { LetterStore, NewLetter } from '../drafting/ports.js';
import { writeLetter } from '../letters/letters.js';
import { letterFacts } from '../letters/testing/letter-facts.js';

const AT = new Date('2026-11-27T10:00:00.123+08:00');
const DIGESTS = { sha256: 'a'.repeat(64), sm3: 'b'.repeat(64) };

/** The stores of letters over a house with one alert and one entity. */
export interface LetterStores {
  readonly work: UnitOfWork;
  readonly letters: LetterStore;
  readonly exports: CreditExports;
  readonly alertId: string;
  readonly entityId: string;
}

/** A letter as it is kept. */
export function letterOn(alertId: string, more: Partial<NewLetter> = {}): NewLetter {
  const facts = letterFacts()['order-to-stop'];
  const [paper] = writeLetter('order-to-stop', facts);
  return {
    ...{ alertId, code: 'order-to-stop', unit: 'jrb', number: '郴金办函〔2026〕1号' },
    ...{ on: '2026-11-27', title: paper!.title, size: 12_345, ...DIGESTS },
    ...{ by: '刘主任', because: '已审核', at: AT, facts, paper: paper!, ...more },
  };
}

export const exportOf = (entityId: string, number = '郴金罚〔2026〕1号') => ({
  ...{ by: '刘主任', because: '月报', at: AT },
  cases: [{ entityId, name: '甲公司', uscc: null, number }],
  files: [{ name: '信用.csv', size: 3, ...DIGESTS }],
});

/** What every store of letters and of exports promises. */
export function promisesOfLetterStores(begin: () => Promise<LetterStores>): void {
  it('gives a letter back as it was signed', async () => {
    const { work, letters, alertId } = await begin();
    const made = letterOn(alertId);
    const kept = await work.run((tx) => letters.keep(tx, made));
    const { facts, paper, ...line } = made;
    expect(kept).toEqual({ id: kept.id, ...line });
    const found = await work.run((tx) => letters.find(tx, kept.id));
    expect(found).toEqual({
      id: kept.id,
      ...line,
      facts,
      paper: JSON.parse(JSON.stringify(paper)),
    });
    expect(await work.run((tx) => letters.ofAlert(tx, alertId))).toEqual([kept]);
    expect(await work.run((tx) => letters.find(tx, '999'))).toBeNull();
  });

  it('lets a unit give a number once, and says who gave it', async () => {
    const { work, letters, alertId } = await begin();
    const keep = (more: Partial<NewLetter> = {}) =>
      work.run((tx) => letters.keep(tx, letterOn(alertId, more)));
    await keep();
    await expect(keep({ by: '他人' })).rejects.toMatchObject({
      kind: 'conflict',
      message: expect.stringContaining('文号“郴金办函〔2026〕1号”已由 刘主任'),
    });
    await keep({ unit: 'scj' });
    await keep({ number: '郴金办函〔2026〕2号' });
    const form = { code: 'verification-record', number: null } as const;
    await keep(form);
    await keep(form);
    expect(await work.run((tx) => letters.ofAlert(tx, alertId))).toHaveLength(5);
  });

  it('knows in which export a penalty left last', async () => {
    const { work, exports, entityId } = await begin();
    const keep = (number?: string) =>
      work.run((tx) => exports.keep(tx, exportOf(entityId, number)));
    const first = await keep();
    const [second, third] = [await keep('另一号'), await keep()];
    expect(first).toEqual({ id: first.id, ...exportOf(entityId) });
    const last = (number: string) => {
      const one = { entityId, name: '甲公司', uscc: null, number };
      return work.run((tx) => exports.lastWith(tx, one));
    };
    expect(await last('郴金罚〔2026〕1号')).toEqual(third);
    expect(await last('没有的')).toBeNull();
    expect(await work.run((tx) => exports.list(tx, 2))).toEqual([third, second]);
  });
}
