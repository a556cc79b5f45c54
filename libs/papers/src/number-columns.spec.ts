import { expect, it } from '@jest/globals';
import { numberColumns } from './number-columns.js';

it.each([
  ['counts', ['1', '23', '1,284'], true],
  ['shares and changes', ['+100.0%', '-3.5%', '−2', '0'], true],
  ['counts of which one is not known', ['6', '—', ''], true],
  ['nothing at all', ['', '—'], false],
  ['numbers with their unit', ['3件', '4件'], false],
  ['days', ['2026-11-27'], false],
  ['times', ['06:10', '23:58'], false],
  ['one word among numbers', ['1', '无'], false],
])('%s', (_, cells, isOfNumbers) => {
  const rows = cells.map((cell) => ['甲', cell]);
  const found = numberColumns({ kind: 'table', head: ['名', '数'], rows });
  expect(found).toEqual(new Set(isOfNumbers ? [1] : []));
});
