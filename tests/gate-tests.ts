// The test files of `npm run test:gate`, as patterns of paths below tests/. All others run by `npm test`, which is to tell
// within ten minutes whether a change is right: units, properties, contracts on both stores, a journey for each door and
// language, who may do what, and the pages in a real browser.
export const gateTests: readonly string[] = [
  // Kills, faults and several servers.
  'faults/**/*',
  'bot/{main,start-app}*',
  'development/**/*',
  'storage/{aged,versions}/**/*',
  'storage/cosmos/{cosmos-client,truncated-answers,lost-answers,cosmos-probe}*',
  'storage/sqlite/{backup,older-server,migrations,schema-check}*',
  // Leaks, and requests that nobody means well.
  'leaks/**/*',
  'fuzz/**/*',
  'door/**/*',
  // The rest of the browser.
  'browser/{card-sheet,card-accessibility,chromium,chosen-files,clean-copies,files-by-every-door,microsoft-renderer-parity,gallery-in-english,gallery-in-welsh,hostile-words,playground-driver,print,refused-files,sealed-files,summary-pdf}',
  'browser/partners/**/*',
  'browser/tab/{added-files,added-files-interrupted,campaign-figures,campaigns,case-files,case-list-updates,clicks,summary-revision,decision-log,concurrent-erasure,responsive-layout,file-frame,guidance-page,partner-case,identity-requests,idle-lock,return-code,keyboard-for-writers,keys,leaks,notification-preference,long-case,narrowest-screen,lazy-modules,oversight,survey,replies,report-files-interrupted,report-files,search,shortcuts,sign-off,signed-recipients,subjects,summaries,two-people}',
  'journeys/*-in-playground*',
  // Commands as processes, what is released and deployed.
  'cli/{doctor,fleet,transfer,page,words}/**/*',
  'cli/largest-files*',
  'access/upload-budget*',
  'release/**/*',
  'deploy/**/*',
  // What tests the tests, recipes, benchmarks in little, builds that are the same.
  '{bench,busy,planted,quick,support}/**/*',
  'docs/recipes*',
  'tab/{build/replace-build,reproducible-build}*',
];
