import { createServer, type Server } from 'node:net';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import { openDoors, type OpenDoors } from './testing/open-doors.js';

const opened: { close(): unknown }[] = [];
afterEach(async () => {
  for (const one of opened.splice(0)) await one.close();
});

/** A port of this machine that somebody else listens on. */
async function takenPort(): Promise<number> {
  const server: Server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  opened.push(server);
  return (server.address() as AddressInfo).port;
}

async function open(environment: Parameters<typeof openDoors>[0]): Promise<OpenDoors> {
  const doors = await openDoors(environment);
  opened.push(doors);
  return doors;
}

describe('a port that is taken', () => {
  it('gives way to a free one when it is only the default, and says so', async () => {
    const port = await takenPort();
    const doors = await open({ port, portWasSet: false });
    expect(doors.takenPort).toBe(port);
    expect(new URL(doors.url).port).not.toBe(String(port));
    expect((await doors.ask('/api/health')).status).toBe(200);
  });

  it('that was asked for stops the start, in words', async () => {
    const port = await takenPort();
    await expect(openDoors({ port, portWasSet: true })).rejects.toMatchObject({
      kind: 'unavailable',
      message: expect.stringContaining(`端口 ${port} 已被占用`),
    });
  });
});

describe('a free port', () => {
  it('is used as asked', async () => {
    const port = await takenPort();
    await opened.pop()?.close();
    const doors = await open({ port, portWasSet: true });
    expect(doors).toMatchObject({ url: `http://127.0.0.1:${port}`, takenPort: null });
  });

  it('of IPv6 makes an address that can be opened', async () => {
    const doors = await open({ host: '::1' });
    expect(doors.url).toMatch(/^http:\/\/\[::1\]:\d+$/);
    expect((await doors.ask('/api/health')).status).toBe(200);
  });
});

describe('every answer', () => {
  it('stands in no frame, and asks browsers for nothing that only https gives', async () => {
    const { headers } = await (await open({})).ask('/login', { as: null });
    expect(headers.get('x-frame-options')).toBe('DENY');
    expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
    expect(headers.get('origin-agent-cluster')).toBeNull();
  });
});

describe('a host that is not ours', () => {
  it('stops the start', async () => {
    await expect(openDoors({ host: '192.0.2.1' })).rejects.toThrow('EADDRNOTAVAIL');
  });
});
