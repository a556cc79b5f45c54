import { describe, expect, it } from '@jest/globals';
import type { RegistrationPayload } from '@risk/domain';
import { registeredFacts, type KeptRegistration } from './registered-facts.js';

const kept = (day: string, payload: Partial<RegistrationPayload>): KeptRegistration => ({
  source: 'scj',
  occurredAt: new Date(`${day}T09:00:00+08:00`),
  regionCode: '431002',
  payload: { name: '甲', ...payload },
});

describe('what registrations say of a firm', () => {
  it('is nothing without any', () => {
    expect(registeredFacts([])).toBeNull();
  });

  it('is of each field the latest that tells it', () => {
    const facts = registeredFacts([
      kept('2026-03-01', { legalRepresentative: '', address: '新址1号', shareholders: [] }),
      kept('2026-02-01', { legalRepresentative: '李四', address: '旧址1号' }),
      kept('2026-01-01', { legalRepresentative: '张三', shareholders: [{ name: '王五' }] }),
    ]);
    expect(facts).toMatchObject({
      legalRepresentative: '李四',
      address: '新址1号',
      shareholders: [{ name: '王五', kind: null, share: null }],
      registeredCapital: null,
      regionCode: '431002',
      toldAt: new Date('2026-03-01T09:00:00+08:00'),
    });
  });

  it.each<[string, Partial<RegistrationPayload>[], string[]]>([
    ['none', [{ name: '甲' }, { name: '甲' }], []],
    ['what it was called before', [{ name: '乙' }, { name: '甲' }, { name: '甲' }], ['甲']],
    ['what the register tells', [{ name: '乙', formerNames: ['丙', '乙'] }], ['丙']],
  ])('former names: %s', (_, payloads, expected) => {
    const all = payloads.map((payload) => kept('2026-01-01', payload));
    expect(registeredFacts(all)?.formerNames).toEqual(expected);
  });

  it('comes with its events, the oldest first, and why', () => {
    const facts = registeredFacts([
      kept('2026-03-01', { event: 'penalty', reason: '虚假宣传' }),
      kept('2026-02-01', { event: 'change', changes: [{ field: '股东', after: '李四' }] }),
      kept('2026-01-01', {}),
    ]);
    expect(facts?.events.map(({ event, details }) => [event, details])).toEqual([
      ['told', []],
      ['change', ['股东：未公示 → 李四']],
      ['penalty', ['虚假宣传']],
    ]);
  });

  it.each([
    [{ code: 'L7212', edition: '2017' }, 'L7212（GB/T 4754-2017）'],
    [{ code: 'L7212' }, 'L7212'],
  ])('industry %j: %s', (industry, expected) => {
    expect(registeredFacts([kept('2026-01-01', { industry })])?.industry).toBe(expected);
  });
});
