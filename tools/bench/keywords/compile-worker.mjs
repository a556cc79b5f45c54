import { parentPort } from 'node:worker_threads';
import { packTerms } from '../../../dist/libs/keywords/src/index.js';
import { lexicon } from './corpus.mjs';

function buffersOf(value) {
  if (ArrayBuffer.isView(value)) return [value.buffer];
  return value !== null && typeof value === 'object' ? Object.values(value).flatMap(buffersOf) : [];
}

parentPort.on('message', (size) => {
  const packed = packTerms(lexicon(size).map((term) => ({ term })));
  parentPort.postMessage(packed, buffersOf(packed));
});
