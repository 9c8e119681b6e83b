export default {
  testEnvironment: 'node',
  transform: {},
  extensionsToTreatAsEsm: ['.ts'],
  moduleFileExtensions: ['ts', 'js', 'mjs', 'cjs', 'json', 'node'],
  globalSetup: '<rootDir>/tests/build-tab.ts',
  testMatch: ['<rootDir>/tests/**/*.test.ts'],
  coverageProvider: 'v8',
  setupFilesAfterEnv: ['<rootDir>/tests/quiet-console.ts'],
};
