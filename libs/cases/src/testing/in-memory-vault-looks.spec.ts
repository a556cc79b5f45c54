import { describe, expect, it } from '@jest/globals';
import { hours } from '@risk/kit';
import { FakeUnitOfWork } from '../../../kit/src/testing/fake-transaction.js';
import { compileLookPolicy } from '../vault/look-policy.js';
import { InMemoryVaultLooks } from './in-memory-vault-looks.js';
import { promisesOfVaultLooks } from './vault-looks.contract.js';

const reporter = { name: '王举报', phone: '13900001111' };

describe('looks into a vault in memory', () => {
  promisesOfVaultLooks(() =>
    Promise.resolve({
      looks: new InMemoryVaultLooks([
        { recordId: '1', reporter, secret: false, original: {} },
        { recordId: '2', reporter: { name: '陈举报' }, secret: true, original: {} },
      ]),
      work: new FakeUnitOfWork(),
      records: ['1', '2', '3'],
    }),
  );
});

describe('who may look', () => {
  const good = { units: ['jrb', 'gaj'], approvalHours: 24, basis: '本地默认' };
  it('is a table', () => {
    expect(compileLookPolicy(good, ['jrb', 'gaj', 'czj'])).toEqual({
      units: ['jrb', 'gaj'],
      lasts: hours(24),
    });
  });

  it.each([
    ['an unknown unit', { ...good, units: ['jrb', 'x'] }, 'units[1]'],
    ['nobody', { ...good, units: [] }, 'units'],
    ['no end', { ...good, approvalHours: 0 }, 'approvalHours'],
    ['no basis', { ...good, basis: '' }, 'basis'],
    ['another key', { ...good, more: 1 }, 'more'],
  ])('that names %s is refused', (_what, content, says) => {
    expect(() => compileLookPolicy(content, ['jrb', 'gaj'])).toThrow(says);
  });
});
