import { describe, expect, it } from '@jest/globals';
import { Invalid, isRetryable, RiskError } from '@risk/kit';
import { translateError } from './translate-error.js';

const failure = (code: string, message = 'x') => Object.assign(new Error(message), { code });

describe('what the database says', () => {
  it.each([
    '08006',
    '53100',
    '57P01',
    '40001',
    '40P01',
    '25P02',
    '55P03',
    '23505',
    'ECONNREFUSED',
    'ECONNRESET',
  ])('%s may succeed later', (code) => {
    expect(isRetryable(translateError(failure(code)))).toBe(true);
  });

  it.each([
    'Connection terminated unexpectedly',
    'timeout exceeded when trying to connect',
    'Query read timeout',
  ])('%s may succeed later', (message) => {
    expect(isRetryable(translateError(new Error(message)))).toBe(true);
  });

  it('a backend killed in mid-transaction hides behind a TypeORM error', () => {
    const error = Object.assign(new Error('released'), {
      name: 'QueryRunnerProviderAlreadyReleasedError',
    });
    expect(isRetryable(translateError(error))).toBe(true);
  });

  it.each(['22021', '22P05', '22008', '54000'])('%s is poison: never again', (code) => {
    expect(translateError(failure(code))).toBeInstanceOf(Invalid);
  });

  it('says in Chinese what is wrong with a value, and never repeats it', () => {
    const says = translateError(failure('22021', 'invalid byte sequence: 0x00 王某')).message;
    expect(says).toBe('数据库不能保存这个值：里面有不能保存的字符');
    expect(translateError(failure('22P02', 'invalid input syntax: 王某')).message).toBe(
      '数据库不能保存这个值：代码 22P02',
    );
  });

  it('leaves our own kinds and real bugs as they are', () => {
    const own = new Invalid('x');
    const bug = new TypeError('undefined is not a function');
    expect(translateError(own)).toBe(own);
    expect(translateError(bug)).toBe(bug);
    expect(translateError('text')).not.toBeInstanceOf(RiskError);
  });
});
