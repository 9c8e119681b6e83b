import base from '../jest.config.js';

// What is worth running at every save: no browser, no built page, few whole bots, no long search, and little that waits
// for deadlines.
const units = [
  '{cards,concerns,dialogs,docs,fakes,manifest,mutants,storage,summary,tab}/**/*',
  'bot/*',
  'bot/alerts/dispatcher*',
];
const apart = [
  'bot/(main|run|server|tokens|clock-watch|incoming-activity|teams-only|health)',
  'concerns/casework/(conflict|no-one-buries)',
  'summary/suppression',
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
