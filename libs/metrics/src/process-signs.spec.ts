import { expect, it } from '@jest/globals';
import { Meters } from './meters.js';

it('the process is told of as its metrics tell, however often somebody begins to watch it', async () => {
  const meters = new Meters();
  meters.watchProcess();
  const { startedAt, residentBytes, heapBytes } = await meters.process();
  expect(startedAt.getTime()).toBeLessThan(Date.now());
  expect(startedAt.getTime()).toBeGreaterThan(Date.parse('2020-01-01'));
  expect(residentBytes).toBeGreaterThan(heapBytes / 2);
  expect(heapBytes).toBeGreaterThan(1_000_000);
});
