export default {
  testEnvironment: 'node',
  transform: {},
  extensionsToTreatAsEsm: ['.ts'],
  moduleFileExtensions: ['ts', 'js', 'mjs', 'cjs', 'json', 'node'],
  testMatch: ['<rootDir>/tests/**/*.test.ts'],
  coverageProvider: 'v8',
  setupFilesAfterEnv: ['<rootDir>/tests/quiet-console.ts'],
};
