import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { auditEvent } from '../testing/audit-event.js';
import type { AuditEvent } from './audit-event.js';
import {
  AUDIT_ALGORITHM,
  auditBytes,
  auditHash,
  GENESIS,
  type UnhashedLine,
} from './audit-hash.js';

const line = (more: Partial<UnhashedLine> = {}): UnhashedLine => ({
  ...auditEvent(),
  seq: '1',
  algorithm: AUDIT_ALGORITHM,
  previous: GENESIS.hash,
  ...more,
});

describe('the hash of a line', () => {
  it('is SM3 of the standard (GB/T 32905, annex A.1)', () => {
    expect(createHash('sm3').update('abc').digest('hex')).toBe(
      '66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0',
    );
  });

  it('never changes: what was kept years ago must still verify', () => {
    expect(auditHash(GENESIS.hash, auditEvent(), '1')).toBe(
      'a462eb0547c189c1df1c8ccc0ec1cbfc2963c8ee3f124532b2694d802f2704dd',
    );
  });

  it('does not depend on the order in which a detail was written', () => {
    const [one, other] = [
      { a: 1, b: '2' },
      { b: '2', a: 1 },
    ].map((detail) => auditHash(GENESIS.hash, auditEvent({ detail }), '1'));
    expect(one).toBe(other);
  });
});

describe('the bytes of a line', () => {
  it.each<[string, Partial<UnhashedLine>]>([
    ['algorithm', { algorithm: 'sm3-2' }],
    ['seq', { seq: '2' }],
    ['previous', { previous: 'f'.repeat(64) }],
    ['at, by a millisecond', { at: new Date(auditEvent().at.getTime() + 1) }],
    ['who', { who: '王 某' }],
    ['who is nobody', { who: '' }],
    ['accountId', { accountId: '8' }],
    ['accountId is null', { accountId: null }],
    ['accountId is empty', { accountId: '' }],
    ['roles', { roles: ['auditor'] }],
    ['more roles', { roles: ['officer', 'officer'] }],
    ['no roles', { roles: [] }],
    ['action', { action: 'alerts.write' }],
    ['subject', { subject: 'alert:13' }],
    ['subject is null', { subject: null }],
    ['from', { from: '10.0.0.8' }],
    ['from is null', { from: null }],
    ['outcome', { outcome: 'refused' }],
    ['detail', { detail: { page: 2 } }],
    ['the key of a detail', { detail: { pages: 1 } }],
    ['a text for a number', { detail: { page: '1' } }],
    ['true for 1', { detail: { page: true } }],
    ['null for 1', { detail: { page: null } }],
    ['one more detail', { detail: { page: 1, size: null } }],
    ['detail is empty', { detail: {} }],
    ['detail is null', { detail: null }],
    ['refersTo', { refersTo: '1' }],
    ['what moved from action to who', { who: '王某alerts', action: '.read' }],
    ['what moved from subject to from', { subject: 'alert:1210', from: '.0.0.9' }],
  ])('differ when it differs: %s', (_what, more) => {
    expect(auditBytes(line(more))).not.toEqual(auditBytes(line()));
  });

  it('are the same for two lines only when the lines are', () => {
    const short = fc.string({ maxLength: 3 });
    const told = fc.record({
      who: short,
      accountId: fc.option(short),
      roles: fc.array(short, { maxLength: 3 }),
      action: short,
      subject: fc.option(short),
      from: fc.option(short),
      detail: fc.option(
        fc.dictionary(short, fc.oneof(short, fc.integer(), fc.boolean()), {
          maxKeys: 3,
          noNullPrototype: true,
        }),
      ),
    });
    const sorted = ({ detail, ...rest }: Partial<AuditEvent>) =>
      JSON.stringify([rest, detail && Object.entries(detail).sort(([a], [b]) => (a < b ? -1 : 1))]);
    fc.assert(
      fc.property(told, told, (one, other) => {
        const same = auditBytes(line(one)).equals(auditBytes(line(other)));
        expect(same).toBe(sorted(one) === sorted(other));
      }),
      { numRuns: 500 },
    );
  });
});
