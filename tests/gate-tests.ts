// The test files of `npm run test:gate`, as patterns of paths below tests/. All others run by `npm test`, which is to tell
// within ten minutes whether a change is right: units, properties, contracts on both stores, a journey for each door and
// language, who may do what, and the pages in a real browser.
export const gateTests: readonly string[] = [
  // Kills, faults and several servers.
  'faults/**/*',
  'bot/workers/**/*',
  'bot/{main,run}*',
  'development/**/*',
  'storage/{aged,versions}/**/*',
  'storage/cosmos/{failures,half-answers,lost-answers,look-at-cosmos}*',
  'storage/sqlite/{backup,beside-an-older,earlier-layout,expected-schema}*',
  // Leaks, and requests that nobody means well.
  'leaks/**/*',
  'fuzz/**/*',
  'door/**/*',
  // The rest of the browser.
  'browser/!(guidance-pages|render-card)*',
  'browser/partners/**/*',
  'browser/tab/!(identity|keyboard|list|one-case|partners-page|report-page|sign-in|today|writing)',
  'journeys/*-in-playground*',
  // Commands as processes, what is released and deployed.
  'commands/{doctor,fleet,moving,page,words}/**/*',
  'release/**/*',
  'deploy/**/*',
  // What tests the tests, recipes, benchmarks in little, builds that are the same.
  '{bench,busy,planted,quick,support}/**/*',
  'docs/recipes*',
  'tab/{keep-build,reproducible-build}*',
];
