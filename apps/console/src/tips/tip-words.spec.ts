import { describe, expect, it } from '@jest/globals';
import { partyWords, saidOf } from './tip-words.js';

describe('the parties of a report', () => {
  it('are told by what is known of each', () => {
    const targets = [{ name: '某公司', phone: '0735' }, { app: '某群' }, { strange: {} }];
    expect(partyWords({ payload: { targets } })).toEqual([
      '名称 某公司，电话 0735',
      'APP、群 某群',
      '',
    ]);
  });

  it.each([null, {}, { targets: 'x' }])('are none in %j', (payload) => {
    expect(partyWords({ payload })).toEqual([]);
  });
});

it.each([
  [null, null],
  [{ amount: 50_000 }, '50000'],
  [{ amount: { a: 1 } }, null],
  [{ amount: '' }, null],
])('of %j the sum is %p', (payload, said) => {
  expect(saidOf({ payload }, 'amount')).toBe(said);
});
