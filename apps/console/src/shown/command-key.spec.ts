import { describe, expect, it } from '@jest/globals';
import { commandIn, type Press } from './command-key.js';

const press = (more: Partial<Press> = {}): Press => ({
  ...{ key: 'a', keyCode: 65, isComposing: false, ctrlKey: false, metaKey: false, altKey: false },
  ...{ at: { tag: 'BODY', isWritten: false } },
  ...more,
});
const on = (tag: string, isWritten = false) => ({ at: { tag, isWritten } });

describe('a key', () => {
  it.each<[string, Partial<Press>, string]>([
    ['is a command', {}, 'a'],
    ['is the same one in capitals', { key: 'A' }, 'a'],
    ['is a command with Shift where the keyboard needs it', { key: '?' }, '?'],
    ['is the same one as an input method writes it', { key: '？' }, '?'],
    ['with a name is that', { key: 'ArrowDown' }, 'ArrowDown'],
    ['is a command from a link', on('A'), 'a'],
    ['is a command from a box that is ticked', on('BOX'), 'a'],
  ])('%s', (_says, more, command) => {
    expect(commandIn(press(more))).toBe(command);
  });

  it.each<[string, Partial<Press>]>([
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
  ])('rests where %s', (_where, more) => {
    expect(commandIn(press(more))).toBeNull();
  });
});
