import { availableParallelism, totalmem } from 'node:os';

// The long forms of some tests go on for minutes by themselves.
const isLong = ['BURIES_RUNS', 'FUZZ_RUNS', 'LEAKS', 'SLOW'].some((name) => process.env[name]);

export default {
  // Node loads the modules; `npm run test:contexts` has Jest load them in contexts of their own.
  runtime: '<rootDir>/tests/support/jest/native-runtime.ts',
  testEnvironment: '<rootDir>/tests/support/jest/native-environment.ts',
  transform: {},
  extensionsToTreatAsEsm: ['.ts'],
  moduleFileExtensions: ['ts', 'js', 'mjs', 'cjs', 'json', 'node'],
  globalSetup: '<rootDir>/tests/support/build-tab.ts',
  testMatch: ['<rootDir>/tests/**/*.test.ts'],
  // Many tests wait for a browser or a server: two workers for a core keep it at work. Each may need three gigabytes.
  maxWorkers: Math.max(1, Math.min(2 * availableParallelism(), Math.floor(totalmem() / 3e9))),
  // Modules of past files stay in a worker: without a limit it grows to five gigabytes, and spends its time on what it keeps.
  workerIdleMemoryLimit: '1.5GB',
  // The one bound there is: what hangs is cut off, and a machine kept busy by others is waited for. No test asserts time.
  testTimeout: isLong ? 3_600_000 : 600_000,
  setupFilesAfterEnv: ['<rootDir>/tests/support/jest/buffered-console.ts'],
  reporters: ['<rootDir>/tests/support/progress-reporter.ts'],
};
