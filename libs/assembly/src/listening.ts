import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Unavailable } from '@risk/kit';
import type { Place } from '@risk/settings';

/** Resolves once a server listens, or fails with what the system said. */
export function listenOn(server: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve();
    });
  });
}

/** A server at a place that was asked for; a taken one is named, with what it is for. */
export async function listening(server: Server, { host, port }: Place, what = ''): Promise<Server> {
  try {
    await listenOn(server, host, port);
    return server;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    throw new Unavailable(`${what}端口 ${String(port)} 已被占用，请换一个`);
  }
}

/** Where a listening server is reached. */
export function urlOf(host: string, server: Server): string {
  const { port } = server.address() as AddressInfo;
  return `http://${host.includes(':') ? `[${host}]` : host}:${String(port)}`;
}

/** Resolves once a server answers no more. */
export const closed = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => {
      resolve();
    });
    server.closeAllConnections();
  });
