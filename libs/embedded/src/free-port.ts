import { createServer } from 'node:net';

/** PostgreSQL's own 5432 with a prefix that collides with nothing common. */
export const USUAL_PORT = 54_329;
const NEIGHBOURS = 40;

/** The wished port of 127.0.0.1 if it is free, else the next free one, else any. */
export async function freePortFrom(wished: number): Promise<number> {
  for (let port = wished; port <= Math.min(wished + NEIGHBOURS, 65_535); port += 1) {
    if ((await tryListening(port)) !== undefined) return port;
  }
  return (await tryListening(0)) ?? wished;
}

/** Listens for a moment; the port it got, or undefined when taken. */
function tryListening(port: number): Promise<number | undefined> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => {
      resolve(undefined);
    });
    server.listen({ port, host: '127.0.0.1', exclusive: true }, () => {
      const address = server.address();
      server.close(() => {
        resolve(typeof address === 'object' ? address?.port : undefined);
      });
    });
  });
}
