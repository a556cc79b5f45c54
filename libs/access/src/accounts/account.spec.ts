import { describe, expect, it } from '@jest/globals';
import { draft } from '../testing/access-bed.js';
import { areAlike, personOf, sightOf, type Rights } from './account.js';

const OFFICE = 'jrb';
const rights = (more: Partial<Rights> = {}): Rights => ({
  ...{ unit: 'scj', roles: ['liaison'], regions: null, ...more },
});

describe('what somebody sees', () => {
  it.each<[string, Partial<Rights>, ReturnType<typeof sightOf>]>([
    ['the office sees the city', { unit: OFFICE }, { units: 'all', regions: 'all' }],
    [
      'the office of a county sees the county',
      { unit: OFFICE, regions: ['431002'] },
      { units: 'all', regions: ['431002'] },
    ],
    [
      'the office of no region sees nothing',
      { unit: OFFICE, regions: [] },
      { units: 'all', regions: [] },
    ],
    ['a unit sees its own, wherever', {}, { units: ['scj'], regions: 'all' }],
    [
      'a unit with regions by mistake sees no more',
      { regions: ['431002'] },
      { units: ['scj'], regions: 'all' },
    ],
  ])('%s', (_what, more, sight) => {
    expect(sightOf(rights(more), OFFICE)).toEqual(sight);
  });
});

describe('the person of an account', () => {
  it('may what the roles may and carries no secret', () => {
    const account = { id: '7', ...draft({ roles: ['reader'], passwordHash: '$argon2id$x' }) };
    expect(personOf(account, OFFICE)).toEqual({
      ...{ kind: 'person', id: '7', name: '王某', unit: 'scj', roles: ['reader'], sample: false },
      permissions: new Set(['bulletins.read']),
      sight: { units: ['scj'], regions: 'all' },
    });
  });

  it('may nothing more by rights that only wait', () => {
    const proposed = { unit: OFFICE, roles: ['director'] as const, regions: null, by: '张某' };
    const person = personOf({ id: '7', ...draft({ proposed }) }, OFFICE);
    expect(person.permissions).toEqual(new Set(['bulletins.read']));
  });
});

describe('rights', () => {
  it.each<[string, Partial<Rights>, Partial<Rights>, boolean]>([
    ['the same', {}, {}, true],
    ['in another order', { roles: ['head', 'liaison'] }, { roles: ['liaison', 'head'] }, true],
    ['written twice', { roles: ['head', 'head'] }, { roles: ['head'] }, true],
    ['of another unit', {}, { unit: 'gaj' }, false],
    ['with one role more', {}, { roles: ['liaison', 'head'] }, false],
    ['with one role less', { roles: ['liaison', 'head'] }, {}, false],
    ['of the city, not of a region', {}, { regions: ['431002'] }, false],
    ['of a region, not of the city', { regions: ['431002'] }, {}, false],
    ['of two regions', { regions: ['a', 'b'] }, { regions: ['b', 'a'] }, true],
    ['of other regions', { regions: ['a'] }, { regions: ['b'] }, false],
  ])('are compared: %s', (_what, one, other, alike) => {
    expect(areAlike(rights(one), rights(other))).toBe(alike);
  });
});
