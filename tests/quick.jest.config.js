import base from '../jest.config.js';

// What is worth running at every save: no browser, no built page, few whole bots, no long search, and little that waits
// for deadlines.
const units = [
  '{cards,concerns,contract,dialogs,docs,fakes,guidance,manifest,mutants,seals,storage,summary,tab,words}/**/*',
  'bot/{doors,running,settings,teams}/*',
  'bot/alerts/dispatcher*',
];
const apart = [
  'bot/(running/clock-watch|teams/incoming-activity)',
  'concerns/casework/(conflict|no-one-buries)',
  'docs/recipes',
  'summary/suppression',
  'tab/first-load',
  'storage/aged/.*',
  'storage/cosmos/(failures|lost-answers)',
  'tab/reproducible-build',
];

export default {
  ...base,
  rootDir: '..',
  globalSetup: undefined,
  testMatch: units.map((unit) => `<rootDir>/tests/${unit}.test.ts`),
  testPathIgnorePatterns: apart.map((path) => `<rootDir>/tests/${path}[.]test[.]ts$`),
};
