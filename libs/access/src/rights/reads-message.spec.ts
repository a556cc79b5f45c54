import { describe, expect, it } from '@jest/globals';
import { isSentTo } from './reads-message.js';
import type { Role } from './roles.js';

describe('a message was sent to', () => {
  it.each<[string, string, readonly Role[], boolean]>([
    ['scjgj/liaison', 'scjgj', ['liaison'], true],
    ['scjgj/liaison-2', 'scjgj', ['liaison'], true],
    ['scjgj', 'scjgj', ['liaison'], true],
    ['scjgj/liaison', 'scjgj', ['head'], false],
    ['scjgj/head', 'scjgj', ['liaison'], false],
    ['scjgj/head', 'scjgj', ['head'], true],
    ['scjgj/head', 'scjgj', ['liaison', 'head'], true],
    ['scjgj/head', 'scjgj', ['reader'], false],
    ['gaj/liaison', 'gaj', ['police'], true],
    ['gaj/head', 'gaj', ['police'], false],
    ['gaj/head', 'gaj', ['head'], true],
    ['jrb/liaison', 'jrb', ['monitor'], true],
    ['jrb/liaison', 'jrb', ['verifier'], true],
    ['jrb/liaison', 'jrb', ['director'], false],
    ['jrb/head', 'jrb', ['director'], true],
    ['jrb/head', 'jrb', ['monitor', 'verifier'], false],
    ['convener', 'jrb', ['director'], true],
    ['convener', 'jrb', ['monitor'], false],
  ])('%s: whoever is at %s as %s: %s', (recipient, unit, roles, expected) => {
    const to = { unit, recipient };
    expect(isSentTo({ unit, roles }, to)).toBe(expected);
    expect(isSentTo({ unit: 'elsewhere', roles }, to)).toBe(false);
  });
});
