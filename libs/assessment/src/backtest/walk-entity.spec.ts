import { describe, expect, it } from '@jest/globals';
import { NO_RELATIONS, type RiskIndex, type Tier } from '@risk/domain';
import type { Indexable } from '../index-entity.js';
import type { EntityMemory, RememberedRecord } from '../memory/entity-memory.js';
import { DIMENSIONS_ZERO, VERSION, daysAgo, signal, sumIndex } from '../testing/judged.js';
import { changeBetween, walkEntity, type Course } from './walk-entity.js';

const record = (days: number, ...weights: number[]): RememberedRecord => ({
  recordId: String(days),
  feed: 'complaint',
  occurredAt: daysAgo(days),
  group: String(days),
  reporterKey: null,
  regionCode: null,
  amount: null,
  people: null,
  changes: 0,
  confidence: 1,
  signals: weights.map((weight, n) => signal(`s${days}-${n}`, { weight })),
  annualYield: null,
});

const memory = (...records: RememberedRecord[]): EntityMemory => ({
  entityId: '1',
  name: '甲',
  uscc: null,
  establishedOn: null,
  records,
  parent: [],
  relations: NO_RELATIONS,
});

describe('the course of an entity', () => {
  it('says when it first reached a tier, how high it got and where it ended', () => {
    const course = walkEntity(memory(record(9, 10), record(5, 25), record(1, 40)), sumIndex);
    expect(course).toMatchObject({
      highest: 'red',
      last: 'red',
      score: 75,
      firstAlertAt: daysAgo(5),
    });
  });

  it('remembers the height when it has sunk again, and why it stood there', () => {
    const fading = ({ signals }: Indexable, at: Date): RiskIndex => ({
      ...sumIndex({
        signals: signals.filter((s) => at.getTime() - s.occurredAt.getTime() < 86_400_000 * 3),
      }),
      dimensions: DIMENSIONS_ZERO,
      version: VERSION,
    });
    const course = walkEntity(memory(record(20, 80), record(1, 10)), fading);
    expect(course).toMatchObject({ highest: 'red', last: 'none', firstAlertAt: daysAgo(20) });
    expect(course.reasons.map(({ code }) => code)).toEqual(['s20-0']);
  });

  it('takes a day as a whole', () => {
    const morning = record(3, 20);
    const noon = { ...record(3, 20), recordId: 'x', occurredAt: new Date(+daysAgo(3) + 3_600_000) };
    const seen: Date[] = [];
    walkEntity(memory(noon, morning), (entity, at) => {
      seen.push(at);
      return sumIndex(entity);
    });
    expect(seen).toEqual([noon.occurredAt]);
  });

  it('of whom nothing speaks is none, and nothing is computed', () => {
    const never = (): RiskIndex => {
      throw new Error('computed');
    };
    expect(walkEntity(memory(record(3)), never)).toMatchObject({
      highest: 'none',
      firstAlertAt: null,
    });
  });

  it('of a branch is that of its parent', () => {
    const branch = { ...memory(), parent: [record(2, 50)] };
    expect(walkEntity(branch, sumIndex)).toMatchObject({ highest: 'yellow', score: 50 });
  });
});

const course = (highest: Tier, days: number | null): Course => ({
  highest,
  firstAlertAt: days === null ? null : daysAgo(days),
  last: highest,
  score: 0,
  reasons: [],
});

describe('the change between two courses', () => {
  it.each<[string, Course, Course]>([
    ['new', course('none', null), course('blue', 3)],
    ['dropped', course('blue', 3), course('none', null)],
    ['higher', course('blue', 3), course('red', 3)],
    ['lower', course('red', 3), course('yellow', 9)],
    ['earlier', course('red', 3), course('red', 9)],
    ['later', course('red', 9), course('red', 3)],
    ['same', course('red', 9), course('red', 9)],
    ['same', course('none', null), course('none', null)],
  ])('is %s', (change, base, candidate) => {
    expect(changeBetween(base, candidate)).toBe(change);
  });
});
