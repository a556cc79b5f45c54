import { describe, expect, it } from '@jest/globals';
import type { Signs } from './route-schema.js';
import { signIn, strangeSigns, type SignEvidence } from './signs.js';
import { smallTree } from './testing/small-city.js';

const signs = { flight: ['RUN', 'BURN'], aggravated: ['FINED'] };

describe('a sign', () => {
  it.each<[keyof Signs, SignEvidence, string | null]>([
    ['flight', { flight: true }, '有失联跑路迹象'],
    ['flight', { codes: ['RUN'] }, '有失联跑路迹象：RUN'],
    ['flight', { codes: ['X', 'BURN', 'RUN'], flight: true }, '有失联跑路迹象：RUN、BURN'],
    ['flight', { codes: ['FINED'], aggravated: true }, null],
    ['flight', {}, null],
    ['flight', { flight: false }, null],
    ['aggravated', { aggravated: true }, '有减半标准的情节'],
    ['aggravated', { codes: ['FINED'] }, '有减半标准的情节：FINED'],
    ['aggravated', { codes: ['RUN'], flight: true }, null],
  ])('of %s in %j', (sign, evidence, expected) => {
    expect(signIn(sign, evidence, signs)).toBe(expected);
  });
});

it('a code that no signal bears is named with its place', () => {
  const tree = smallTree({ signs });
  expect(strangeSigns(tree, (code) => code === 'RUN')).toEqual([
    'routing.yaml › signs.flight[1]: 没有信号编码“BURN”',
    'routing.yaml › signs.aggravated[0]: 没有信号编码“FINED”',
  ]);
  expect(strangeSigns(tree, () => true)).toEqual([]);
});
