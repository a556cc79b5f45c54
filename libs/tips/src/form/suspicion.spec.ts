import { describe, expect, it } from '@jest/globals';
import { seconds } from '@risk/kit';
import { compileTipPolicy, TIP_DEFAULTS } from '../policy.js';
import { entranceOf, type Entrance, type Sending } from './suspicion.js';

const POLICY = compileTipPolicy(TIP_DEFAULTS);
const PERSON: Sending = {
  ...{ tookMs: seconds(40), filledTrap: false },
  ...{ fromAddress: 0, ofAll: 0, isAnswered: false },
};

describe('whoever sends a form', () => {
  it.each<[string, Partial<Sending>, Entrance]>([
    ['takes the time of a person', {}, 'pass'],
    ['takes just enough time', { tookMs: seconds(5) }, 'pass'],
    ['is faster than that', { tookMs: seconds(5) - 1 }, 'ask'],
    ['fills in what no person sees', { filledTrap: true }, 'ask'],
    ['has reported twice', { fromAddress: 2 }, 'pass'],
    ['has reported three times', { fromAddress: 3 }, 'ask'],
    ['has reported three times and answers', { fromAddress: 3, isAnswered: true }, 'pass'],
    ['is fast and answers', { tookMs: 0, isAnswered: true }, 'pass'],
    ['falls into the trap and answers', { filledTrap: true, isAnswered: true }, 'pass'],
    ['comes among many', { ofAll: 20 }, 'ask'],
    ['comes among many and answers', { ofAll: 20, isAnswered: true }, 'pass'],
    ['has reported too often', { fromAddress: 20 }, 'refuse'],
    ['has reported too often and answers', { fromAddress: 20, isAnswered: true }, 'refuse'],
    ['comes in a flood', { ofAll: 60, isAnswered: true }, 'refuse'],
  ])('and %s', (_what, more, entrance) => {
    expect(entranceOf({ ...PERSON, ...more }, POLICY)).toBe(entrance);
  });
});
