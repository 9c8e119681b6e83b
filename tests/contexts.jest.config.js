import base from '../jest.config.js';

const { runtime: _, ...rest } = base;

// All of it with Jest's own loading of modules, a context for each test file: what passes here and not by `npm test`, or
// the other way, has found a fault of tests/support/jest.
export default {
  ...rest,
  rootDir: '..',
  testEnvironment: '<rootDir>/tests/support/jest/context-environment.ts',
};
