import base from '../../jest.config.js';

export default {
  ...base,
  rootDir: '../..',
  testMatch: ['<rootDir>/tests/storage/cosmos-account.contract.ts'],
  // A small account answers 429 for seconds on end.
  testTimeout: 300_000,
};
