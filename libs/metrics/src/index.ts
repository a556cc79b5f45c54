export { Meters, type Answered } from './meters.js';
export { metricsServer } from './metrics-server.js';
export type { ProcessSigns } from './process-signs.js';
export { type Vitals } from './vital-meters.js';
