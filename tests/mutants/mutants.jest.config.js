import base from '../../jest.config.js';

// For the copy that bugs are planted in: `run.ts` says whether the page is built anew.
export default {
  ...base,
  runtime: undefined,
  rootDir: '../..',
  testEnvironment: '<rootDir>/tests/mutants/first-failure.ts',
  setupFiles: ['<rootDir>/tests/mutants/first-example.ts'],
  globalSetup: process.env.BUILT_PAGE === 'as it is' ? undefined : base.globalSetup,
  // Some bugs make a test hang: it is cut off sooner than where nobody planted anything.
  testTimeout: 120_000,
};
