import { parseArgs } from 'node:util';
import { describe, expect, it } from '@jest/globals';
import { wrongCall } from './wrong-call.js';

/** What is thrown by a call with these arguments. */
function thrownBy(args: string[]): unknown {
  const options = {
    limit: { type: 'string', short: 'l' },
    all: { type: 'boolean' },
  } as const;
  try {
    return parseArgs({ args, options });
  } catch (error) {
    return error;
  }
}

describe('a wrong call', () => {
  it.each<[string[], string]>([
    [['--limit', '-3'], '--limit 后面没有值；值以“-”开头时写成 --limit=-3'],
    [['--limit'], '--limit 后面没有值'],
    [['--all=yes'], '--all 后面不写值'],
    [['--lmit', '3'], '没有 --lmit 这个选项'],
    [['-x'], '没有 -x 这个选项'],
    [['7'], '多出了“7”'],
  ])('%j is said in words', (args, words) => {
    expect(wrongCall(thrownBy(args))).toBe(`参数有误：${words}`);
  });

  it('is nothing else', () => {
    expect(wrongCall(new Error("Unknown option '--x'"))).toBeNull();
    expect(wrongCall(undefined)).toBeNull();
  });
});
