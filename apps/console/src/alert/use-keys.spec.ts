import { describe, expect, it } from '@jest/globals';
import { commandIn, type Press } from './use-keys.js';

const press = (more: Partial<Press> = {}): Press => ({
  ...{ key: 'a', keyCode: 65, isComposing: false, ctrlKey: false, metaKey: false, altKey: false },
  ...more,
});

describe('a single key', () => {
  it.each<[string, Partial<Press>, boolean, string | null]>([
    ['is a command', {}, false, 'a'],
    ['is the same one in capitals', { key: 'A' }, false, 'a'],
    ['is a command with Shift where the keyboard needs it', { key: '?' }, false, '?'],
    ['rests while somebody types', {}, true, null],
    ['rests while an input method composes', { isComposing: true }, false, null],
    ['rests while an old input method composes', { keyCode: 229 }, false, null],
    ['is the browser’s with Ctrl', { ctrlKey: true }, false, null],
    ['that moves or leaves is none', { key: 'Enter' }, false, null],
  ])('%s', (_says, more, isTyping, command) => {
    expect(commandIn(press(more), isTyping)).toBe(command);
  });
});
