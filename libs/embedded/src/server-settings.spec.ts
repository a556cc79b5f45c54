import { describe, expect, it } from '@jest/globals';
import { serverArguments } from './server-settings.js';

describe('the command line of the server', () => {
  it.each([
    [true, 'on'],
    [false, 'off'],
  ])('durable %s writes with fsync=%s', (durable, value) => {
    const args = serverArguments('/data/cluster', 54_329, durable);
    expect(args.slice(0, 2)).toEqual(['-D', '/data/cluster']);
    for (const name of ['fsync', 'full_page_writes']) expect(args).toContain(`${name}=${value}`);
    expect(args).toContain('synchronous_commit=on');
  });

  it.each([
    'port=54329',
    'listen_addresses=127.0.0.1',
    'password_encryption=scram-sha-256',
    'lc_messages=C',
  ])('says %s, each behind -c', (setting) => {
    const args = serverArguments('/data/cluster', 54_329, true);
    expect(args[args.indexOf(setting) - 1]).toBe('-c');
  });
});
