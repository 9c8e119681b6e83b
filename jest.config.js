// The long forms of some tests go on for minutes by themselves.
const isLong = ['BURIES_RUNS', 'FUZZ_RUNS', 'LEAKS', 'SLOW'].some((name) => process.env[name]);

export default {
  testEnvironment: '<rootDir>/tests/support/one-at-a-time.ts',
  transform: {},
  extensionsToTreatAsEsm: ['.ts'],
  moduleFileExtensions: ['ts', 'js', 'mjs', 'cjs', 'json', 'node'],
  globalSetup: '<rootDir>/tests/support/build-tab.ts',
  testMatch: ['<rootDir>/tests/**/*.test.ts'],
  coverageProvider: 'v8',
  // Modules of past files stay in a worker: without a limit it grows to five gigabytes, and spends its time on what it keeps.
  workerIdleMemoryLimit: '2GB',
  // The one bound there is: what hangs is cut off, and a machine kept busy by others is waited for. No test asserts time.
  testTimeout: isLong ? 3_600_000 : 600_000,
  setupFilesAfterEnv: ['<rootDir>/tests/support/quiet-console.ts'],
  reporters: ['<rootDir>/tests/support/progress-reporter.ts'],
};
