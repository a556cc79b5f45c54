import { once } from 'node:events';

/** Writes one JSON line and waits when the reader is slower than we are. */
export async function writeLine(stream: NodeJS.WritableStream, value: unknown): Promise<void> {
  if (!stream.write(`${JSON.stringify(value)}\n`)) await once(stream, 'drain');
}
