/** One jest for the whole house, in ESM mode (see docs/decisions/0003). */
export default {
  testEnvironment: 'node',
  roots: ['<rootDir>/apps', '<rootDir>/libs', '<rootDir>/test'],
  testMatch: ['**/*.spec.ts'],
  extensionsToTreatAsEsm: ['.ts'],
  transform: { '^.+\\.ts$': ['ts-jest', { useESM: true, diagnostics: false }] },
  resolver: '<rootDir>/test/support/resolve-sources.cjs',
  runtime: '<rootDir>/test/support/lasting-runtime.cjs',
  // beside what was installed: the folder for what is thrown away may lie in memory
  cacheDirectory: '<rootDir>/node_modules/.cache/jest',
  globalSetup: '<rootDir>/test/support/start-postgres.mjs',
  globalTeardown: '<rootDir>/test/support/stop-postgres.mjs',
  // on two cores; a fourth made the whole run longer (12:10 instead of 11:23)
  maxWorkers: 3,
  // each ES module that a spec loads stays in its worker (nodejs/node#33439): a worker that did some hundred specs
  // ran out of heap, and jest blamed the spec it was at; the next worker begins without all that this one had kept
  workerIdleMemoryLimit: '2GB',
  testTimeout: 30_000,
};
