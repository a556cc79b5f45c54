import { once } from 'node:events';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import { freePortFrom } from './free-port.js';

const open: Server[] = [];
afterEach(() => {
  open.splice(0).forEach((server) => server.close());
});

async function take(port: number): Promise<number> {
  const server = createServer().listen(port, '127.0.0.1');
  open.push(server);
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
}

describe('a free port', () => {
  it('is the wished one when nobody has it', async () => {
    const port = await take(0);
    open.pop()?.close();
    expect(await freePortFrom(port)).toBe(port);
  });

  it('is one nearby when somebody has it', async () => {
    const taken = await take(0);
    const found = await freePortFrom(taken);
    expect(found).not.toBe(taken);
    expect(await take(found)).toBe(found);
  });

  it('is any when there is none above', async () => {
    await take(65_535).catch(() => undefined);
    const found = await freePortFrom(65_535);
    expect(found).toBeGreaterThan(0);
  });
});
