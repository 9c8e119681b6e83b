import base from '../jest.config.js';

// What is worth running at every save: no browser, no built page, and little that starts processes or waits for deadlines.
const units = ['{cards,concerns,dialogs,docs,fakes,manifest,mutants,storage,summary,tab}/**/*', 'bot/**/*'];
const apart = [
  'bot/main',
  'bot/api/tab-files',
  'bot/commands/(keys|open-report|opened-report)',
  'bot/development/playground',
  'tab/first-load',
  'storage/aged/.*',
  'storage/cosmos-(failures|lost-answers)',
  'bot/development/(beside-a-force|own-machine-only)',
];

export default {
  ...base,
  rootDir: '..',
  globalSetup: undefined,
  testMatch: units.map((unit) => `<rootDir>/tests/${unit}.test.ts`),
  testPathIgnorePatterns: apart.map((path) => `<rootDir>/tests/${path}[.]test[.]ts$`),
};
