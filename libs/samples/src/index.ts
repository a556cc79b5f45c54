export { generateSamples, type SampleOptions } from './generate-samples.js';
export type { SampleEnvelope, SampleRecord } from './draft.js';
export {
  sampleNearMisses,
  sampleTruth,
  type SampleNearMiss,
  type SampleTruth,
} from './sample-truth.js';
