import base from '../../jest.config.js';

// The long form: every pair of faults, 200 reports under SIGKILL, 120 on three instances.
process.env.SLOW = '1';

export default {
  ...base,
  rootDir: '../..',
  testMatch: ['<rootDir>/tests/faults/**/*.test.ts'],
  testTimeout: 3_600_000,
};
