import { describe, expect, it } from '@jest/globals';
import { Invalid, Unavailable } from '@risk/kit';
import {
  asError,
  hasLostOwnership,
  protocolErrorOf,
  sendFailureOf,
  sentenceOf,
} from './kafka-failure.js';

const protocolError = (type: string): Error =>
  Object.assign(new Error(`Kafka says ${type}`), { type });
const wrapped = (cause: Error): Error => new Error('number of retries exceeded', { cause });

describe('a failed send', () => {
  it.each([
    [protocolError('MESSAGE_TOO_LARGE'), Invalid],
    [wrapped(wrapped(protocolError('RECORD_LIST_TOO_LARGE'))), Invalid],
    [protocolError('NOT_ENOUGH_REPLICAS'), Unavailable],
    [protocolError('UNKNOWN_TOPIC_OR_PARTITION'), Unavailable],
    [wrapped(new Error('connect ECONNREFUSED')), Unavailable],
    ['thrown text', Unavailable],
  ])('%s', (error, kind) => {
    const failure = sendFailureOf(error, 'risk.alert');
    expect(failure).toBeInstanceOf(kind);
    expect(failure.message).toContain('risk.alert');
  });

  it('is passed on when it already speaks the language of the house', () => {
    const own = new Invalid('超长');
    expect(sendFailureOf(own, 't')).toBe(own);
  });
});

describe('ownership of the partitions', () => {
  it.each([
    [protocolError('REBALANCE_IN_PROGRESS'), true],
    [protocolError('ILLEGAL_GENERATION'), true],
    [wrapped(protocolError('UNKNOWN_MEMBER_ID')), true],
    [protocolError('REQUEST_TIMED_OUT'), false],
    [new Error('socket closed'), false],
    [null, false],
  ])('after %s is lost: %s', (error, lost) => {
    expect(hasLostOwnership(error)).toBe(lost);
  });
});

describe('reading errors', () => {
  it('does not run in circles', () => {
    const error = new Error('round');
    error.cause = error;
    expect(protocolErrorOf(error)).toBeNull();
  });

  it('says one line, whatever was thrown', () => {
    expect(sentenceOf(new Error('first\nsecond'))).toBe('first');
    expect(asError('text')).toEqual(new Error('text'));
  });
});
