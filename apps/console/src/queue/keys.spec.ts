import { describe, expect, it } from '@jest/globals';
import { actOf, KEYS, type PressedKey } from './keys.js';

const pressed = (more: Partial<PressedKey>): PressedKey => ({
  ...{ key: 'j', ctrlKey: false, metaKey: false, altKey: false, isComposing: false, keyCode: 74 },
  ...{ at: { tag: 'BODY', isWritten: false } },
  ...more,
});
const on = (tag: string, isWritten = false) => ({ at: { tag, isWritten } });

describe('a key', () => {
  it.each(KEYS.flatMap(({ keys, act }) => keys.map((key) => [key, act] as const)))(
    '%s means %s',
    (key, act) => {
      expect(actOf(pressed({ key }))).toBe(act);
    },
  );

  it('has one meaning', () => {
    const all = KEYS.flatMap(({ keys }) => keys);
    expect(new Set(all).size).toBe(all.length);
  });

  it.each<[string, Partial<PressedKey>]>([
    ['an input method composes', { isComposing: true }],
    ['an input method takes it', { keyCode: 229 }],
    ['somebody writes in a field', on('INPUT')],
    ['somebody writes in a text', on('TEXTAREA')],
    ['somebody chooses', on('SELECT')],
    ['somebody writes elsewhere', on('DIV', true)],
    ['it copies', { key: 'c', ctrlKey: true }],
    ['it belongs to the system', { metaKey: true }],
    ['it belongs to the browser', { altKey: true }],
    ['it opens a link by itself', { key: 'Enter', ...on('A') }],
    ['it presses a button by itself', { key: 'Enter', ...on('BUTTON') }],
    ['it is none of these', { key: 'q' }],
  ])('means nothing where %s', (_where, more) => {
    expect(actOf(pressed(more))).toBeNull();
  });

  it.each(['A', 'BOX'])('goes on from %s, which nobody writes in', (tag) => {
    expect(actOf(pressed(on(tag)))).toBe('next');
  });
});
