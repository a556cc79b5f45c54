// Records that benches judge or send.
import { generateSamples } from '../../dist/libs/samples/src/index.js';

/** Enough ordinary records that the sample schemes are as rare among them as in a city. */
const ORDINARY = 40_000;

/** Records of the sample mix, the same every time. */
export function sampleRecords(count) {
  const until = new Date('2026-11-20T00:00:00Z');
  const options = { seed: 20_261_122, until, days: 240, ordinary: Math.max(count, ORDINARY) };
  return [...generateSamples(options)].slice(0, count);
}
