import { describe, expect, it } from '@jest/globals';
import { ACT_KEYS, SCREEN_KEYS } from '../alert/acts.js';
import { KEYS, type KeyAct } from './keys.js';

/** What the screen of an alert calls what a key of the queue does; nothing where it has no such thing. */
const ON_ALERT: Readonly<Record<KeyAct, readonly string[]>> = {
  ...{ next: ['next'], previous: ['previous'], help: ['help'] },
  ...{ acknowledge: ['acknowledged'], assign: ['entrusted'], note: ['noted'] },
  ...{ decide: ['decide', 'conclude'], open: [], pick: [], undo: [], search: [], leave: [] },
};
const alertKeys = [...ACT_KEYS, ...SCREEN_KEYS.map(({ code, key }) => ({ code, key }))];

describe('a key of the queue', () => {
  it('has one meaning', () => {
    const all = KEYS.flatMap(({ keys }) => keys);
    expect(new Set(all).size).toBe(all.length);
  });

  it.each(KEYS)('$keys, “$words”, means nothing else on the screen of an alert', (line) => {
    const there = alertKeys.filter(({ key }) => line.keys.includes(key));
    expect(ON_ALERT[line.act]).toEqual(expect.arrayContaining(there.map(({ code }) => code)));
  });

  it.each(KEYS)('is the one by which an alert has “$words” as well', (line) => {
    for (const code of ON_ALERT[line.act])
      expect([code, line.keys]).toEqual([
        code,
        expect.arrayContaining(alertKeys.filter((one) => one.code === code).map(({ key }) => key)),
      ]);
  });

  it('is never one that moves on the screen of an alert and does something to it', () => {
    const moving: readonly string[] = SCREEN_KEYS.map(({ key }) => key);
    expect(ACT_KEYS.filter(({ key }) => moving.includes(key))).toEqual([]);
  });
});
