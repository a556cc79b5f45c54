import { describe, expect, it } from '@jest/globals';
import { compileRouting } from './compile-routing.js';
import { calendarOf, contactsAt, contactsOf } from './contacts-of.js';
import { dueAt } from './due-at.js';
import type { LadderTarget } from './handling-schema.js';
import { compileRegions } from './regions.js';
import { smallChannels, smallRegions, smallRouting, smallUnits } from './testing/small-city.js';
import { compileUnits } from './units.js';

const [office, ...others] = smallUnits.units;
const staffed = {
  ...office,
  liaisons: [
    { title: '综合科', phone: '0735-1234567' },
    {
      title: '处置科',
      name: '李科长',
      email: 'li@small.example',
      channels: ['webhook:sms', 'email'],
    },
  ],
  hours: [{ opens: '09:00', closes: '12:00' }],
};
const units = compileUnits({ ...smallUnits, units: [staffed, ...others] }, smallChannels);
const tree = compileRouting(smallRouting, units, compileRegions(smallRegions));
const keys = (contacts: readonly { readonly key: string }[]) => contacts.map(({ key }) => key);

describe('the people of a unit', () => {
  it('are its liaisons in their order, each with a channel that reaches him', () => {
    expect(contactsOf(tree, 'office', 'liaison')).toEqual([
      {
        key: 'office/liaison',
        unit: 'office',
        unitName: '金融办',
        role: 'liaison',
        title: '综合科',
        name: null,
        email: null,
        phone: '0735-1234567',
        channels: ['inbox'],
      },
      {
        key: 'office/liaison-2',
        unit: 'office',
        unitName: '金融办',
        role: 'liaison',
        title: '处置科',
        name: '李科长',
        email: 'li@small.example',
        phone: null,
        channels: ['webhook:sms', 'email'],
      },
    ]);
  });

  it('are led by a head who is told by the usual channels', () => {
    expect(contactsOf(tree, 'east', 'head')).toMatchObject([
      { key: 'east/head', email: 'east-head@small.example', channels: ['email', 'inbox'] },
    ]);
  });

  it('stand below one convener, who sits with the office', () => {
    expect(contactsOf(tree, 'east', 'convener')).toMatchObject([
      { key: 'convener', unit: 'office', unitName: '金融办', role: 'convener' },
    ]);
  });

  it('are nobody in a unit that does not exist', () => {
    expect(contactsOf(tree, 'nobody', 'liaison')).toEqual([]);
  });

  it('give the unit the address of the first who has one', () => {
    expect(units.units[0]?.email).toBe('li@small.example');
  });
});

describe('who hears at a rung of the ladder', () => {
  it.each<[string, LadderTarget, string[]]>([
    ['east', 'liaison', ['east/liaison']],
    ['east', 'head', ['east/head']],
    ['east', 'office', ['office/liaison', 'office/liaison-2']],
    ['east', 'convener', ['convener']],
    ['office', 'office', ['office/head']],
  ])('of %s at %s', (unit, to, expected) => {
    expect(keys(contactsAt(tree, unit, to))).toEqual(expected);
  });
});

describe('the hours of a unit', () => {
  const from = new Date('2026-11-23T11:30:00+08:00');

  it('are its own where it has any', () => {
    expect(dueAt(from, { workingHours: 1 }, calendarOf(tree, 'office'))).toEqual(
      new Date('2026-11-24T09:30:00+08:00'),
    );
  });

  it.each(['east', 'nobody'])('are the city’s for %s', (unit) => {
    expect(dueAt(from, { workingHours: 1 }, calendarOf(tree, unit))).toEqual(
      new Date('2026-11-23T15:00:00+08:00'),
    );
  });
});
