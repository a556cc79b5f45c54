import { parentPort } from 'node:worker_threads';
import { buffersOf, packTerms } from '../../../dist/libs/keywords/src/index.js';
import { lexicon } from './corpus.mjs';

let port = null;
/** Compiles so many terms, hands them over by the port, and then says so. */
parentPort.on('message', (message) => {
  if (message.port) {
    port = message.port;
    return;
  }
  const packed = packTerms(lexicon(message.size).map((term) => ({ term })));
  port.postMessage(packed, buffersOf(packed));
  parentPort.postMessage('done');
});
