import base from '../../../jest.config.js';

export default {
  ...base,
  rootDir: '../../..',
  testMatch: ['<rootDir>/tests/storage/cosmos/account.contract.ts'],
};
