import { describe, expect, it } from '@jest/globals';
import { parsePostmasterFile } from './postmaster-file.js';

const lines = (status: string): string =>
  [
    '7501',
    '/data/cluster',
    '1795395823',
    '54329',
    '.',
    '127.0.0.1',
    ' 10043420         5',
    status,
    '',
  ].join('\n');

describe('postmaster.pid', () => {
  it.each([
    ['ready   ', true],
    ['starting', false],
    ['stopping', false],
  ])('with the status %j is ready: %s', (status, ready) => {
    expect(parsePostmasterFile(lines(status))).toEqual({ pid: 7501, port: 54_329, ready });
  });

  it('that is still being written says what it can', () => {
    expect(parsePostmasterFile('7501\n/data/cluster\n')).toEqual({
      pid: 7501,
      port: undefined,
      ready: false,
    });
  });

  it('of single-user mode has its number with a minus', () => {
    expect(parsePostmasterFile('-7501\n/data\n')?.pid).toBe(7501);
  });

  it.each(['', '\n', 'no number\n', '0\n', '1.5\n'])('%j says nothing', (text) => {
    expect(parsePostmasterFile(text)).toBeUndefined();
  });
});
