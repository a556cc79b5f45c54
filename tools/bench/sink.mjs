// A mail server in a thread of its own, for benches.
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';

/** Starts it; says of each mail its subject and when it was accepted. */
export async function startSink(onMail) {
  const worker = new Worker(new URL('./smtp-sink.mjs', import.meta.url));
  const [{ port }] = await once(worker, 'message');
  worker.on('message', onMail);
  return { port, close: () => worker.terminate() };
}
