import { describe, expect, it } from '@jest/globals';
import { FakeClock } from '../../kit/src/testing/fake-clock.js';
import { FakeTransaction } from '../../kit/src/testing/fake-transaction.js';
import { ReceiveRecords } from './receive-records.js';
import { InMemoryRecords, InMemoryVault } from './testing/in-memory-records.js';
import { complaint, parsed, rawItem } from './testing/records.js';

function door() {
  const records = new InMemoryRecords();
  const vault = new InMemoryVault();
  const receive = new ReceiveRecords(records, vault, new FakeClock('2026-11-02T23:30:00+08:00'));
  return { records, vault, run: receive.run.bind(receive, new FakeTransaction()) };
}

describe('a batch at the door', () => {
  it('is counted whole: received = stored + duplicate + dead-lettered', async () => {
    const { run } = door();
    const receipt = await run({
      good: [parsed(complaint()), parsed(complaint()), parsed(complaint({ sourceId: 'c-2' }))],
      refused: [{ item: rawItem('x'), source: null, reason: '不是 JSON' }],
    });
    expect(receipt).toMatchObject({ received: 4, stored: 2, duplicate: 1, deadLettered: 1 });
  });

  it('draws up one ledger line a source, on the day it is in China', async () => {
    const { run } = door();
    const { ledger } = await run({
      good: [parsed(complaint())],
      refused: [{ item: rawItem('x'), source: null, reason: '不是 JSON' }],
    });
    expect(ledger.map(({ day, source, received }) => [day, source, received])).toEqual([
      ['2026-11-02', 'hotline-12345', 1],
      ['2026-11-02', 'unknown', 1],
    ]);
  });

  it('takes the same unusable bytes from the same place for one letter', async () => {
    const { run, records } = door();
    const refused = [{ item: rawItem('x'), source: null, reason: '不是 JSON' }];
    await run({ good: [], refused });
    expect(await run({ good: [], refused })).toMatchObject({ duplicate: 1, deadLettered: 0 });
    expect(records.letters).toHaveLength(1);
  });
});

describe('the reporter', () => {
  it('goes to the vault with the wish for secrecy, and not twice', async () => {
    const { run, vault } = door();
    const record = complaint({ payload: { text: '举报', secret: true } });
    await run({ good: [parsed(record, { name: '张某' })], refused: [] });
    await run({ good: [parsed(record, { name: '张某' })], refused: [] });
    expect(vault.sealed).toEqual([
      { recordId: '1', reporter: { name: '张某' }, secret: true, original: {} },
    ]);
  });
});
