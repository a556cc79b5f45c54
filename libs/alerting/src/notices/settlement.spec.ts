import { describe, expect, it } from '@jest/globals';
import { NOW } from '../testing/notices.js';
import { settlementOf, type Settlement } from './settlement.js';

type Answered = Parameters<typeof settlementOf>[0];

describe('what becomes of a notice', () => {
  it.each<[string, Answered, number, Settlement['state']]>([
    ['is tried again when the server says not now', { outcome: 'retry', why: '451' }, 1, 'pending'],
    ['is given up after many attempts', { outcome: 'retry', why: '451' }, 8, 'refused'],
    ['is final when the server says never', { outcome: 'refused', why: '550' }, 1, 'refused'],
    ['stays unknown when nobody can tell', { outcome: 'unknown', why: 'reset' }, 1, 'unknown'],
    ['is sent when the server says so', { outcome: 'sent', where: '250' }, 1, 'sent'],
  ])('%s', (_name, delivery, attempt, state) => {
    expect(settlementOf(delivery, attempt, NOW).state).toBe(state);
  });

  it('waits longer each time', () => {
    const waits = [1, 2, 3, 4, 5, 6, 7].map((attempt) => {
      const settled = settlementOf({ outcome: 'retry', why: '' }, attempt, NOW);
      return settled.state === 'pending' ? settled.notBefore.getTime() - NOW.getTime() : 0;
    });
    expect(waits).toEqual([...waits].sort((a, b) => a - b));
    expect([waits[0], new Set(waits).size]).toEqual([5_000, 7]);
  });
});
