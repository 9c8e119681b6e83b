import base from '../jest.config.js';

// What is worth running at every save: no browser, no built page, few whole bots, and little that waits for deadlines.
const units = [
  '{cards,concerns,dialogs,docs,fakes,manifest,mutants,storage,summary,tab}/**/*',
  'bot/*',
  'bot/alerts/dispatcher*',
];
const apart = [
  'bot/(main|run|server|tokens)',
  'tab/first-load',
  'storage/aged/.*',
  'storage/cosmos-(failures|lost-answers)',
];

export default {
  ...base,
  rootDir: '..',
  globalSetup: undefined,
  testMatch: units.map((unit) => `<rootDir>/tests/${unit}.test.ts`),
  testPathIgnorePatterns: apart.map((path) => `<rootDir>/tests/${path}[.]test[.]ts$`),
};
