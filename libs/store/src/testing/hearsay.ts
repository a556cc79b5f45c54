import fc from 'fast-check';
import type { Feed } from '@risk/domain';
import { uniqueBy } from '@risk/kit';
import type { Heard } from '../../../assessment/src/testing/assessing.contract.js';
import { daysAgo, feedRecord, mention, signal } from '../../../assessment/src/testing/judged.js';

const KEYS = [
  ['name:甲'],
  ['name:甲', 'phone:1'],
  ['uscc:A', 'name:甲'],
  ['uscc:B', 'name:乙'],
  ['name:乙', 'website:b.example'],
  ['website:b.example'],
  ['phone:1'],
];

/** A record about some of a few parties, one of a few pieces. */
const heard: fc.Arbitrary<Heard> = fc
  .record({
    feed: fc.constantFrom<Feed>('complaint', 'complaint', 'advertisement', 'registration'),
    sourceId: fc.constantFrom('1', '2', '3', '4', '5'),
    source: fc.constantFrom('desk', 'sample-desk'),
    days: fc.integer({ min: 0, max: 100 }),
    operation: fc.constantFrom('upsert', 'upsert', 'upsert', 'withdraw'),
    related: fc.subarray(['1', '2', '3', '4', '5'], { maxLength: 2 }),
    reporterKey: fc.constantFrom(null, null, 'p', 'q'),
    amount: fc.constantFrom(undefined, 100, 2500.5),
    text: fc.nat(3),
    parties: fc.uniqueArray(fc.nat(KEYS.length - 1), { maxLength: 2 }),
    role: fc.constantFrom('target', 'publisher'),
    codes: fc.subarray(['u', 'v', 'w']),
    weight: fc.constantFrom(0, 8, 40),
  })
  .map((p) => {
    const isSubject = p.feed === 'registration';
    const changes = isSubject
      ? { changes: [{ field: '住所' }], ...(p.text > 1 && { establishedOn: `2026-0${p.text}-01` }) }
      : {};
    const record = feedRecord(p.feed, p.sourceId, {
      source: `${p.source}-${p.feed}`,
      occurredAt: daysAgo(p.days),
      operation: p.operation as 'upsert',
      related: p.feed === 'complaint' ? p.related.filter((id) => id !== p.sourceId) : [],
      reporterKey: p.reporterKey,
      payload: { text: `${p.text}`, ...(p.amount && { amount: p.amount }), ...changes },
    });
    return {
      record,
      mentions: p.parties.map((at) =>
        mention(KEYS[at]!, { role: isSubject ? 'subject' : (p.role as 'target') }),
      ),
      signals: p.codes.map((code) => signal(code, { weight: p.weight })),
    };
  });

/** As the intake does it: no second delivery, and one version of a piece in force in each batch. */
function oncePerPiece(batches: readonly (readonly Heard[])[]): Heard[][] {
  const delivered = new Set<string>();
  return batches.map((batch) =>
    uniqueBy(batch, ({ record }) => `${record.source}/${record.sourceId}`).filter(({ record }) => {
      const isFirst = !delivered.has(record.fingerprint);
      delivered.add(record.fingerprint);
      return isFirst;
    }),
  );
}

/** A few batches of records about a few parties, in which versions, withdrawals, repeats and namesakes abound. */
export const hearsay: fc.Arbitrary<Heard[][]> = fc
  .array(fc.array(heard, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 6 })
  .map(oncePerPiece);
