// The test files of `npm run test:gate`, as patterns of paths below tests/. All others run by `npm test`, which is to tell
// within ten minutes whether a change is right: units, properties, contracts on both stores, a journey for each door and
// language, who may do what, and the pages in a real browser.
export const gateTests: readonly string[] = [
  // Kills, faults and several servers.
  'faults/**/*',
  'bot/{main,run}*',
  'development/**/*',
  'storage/{aged,versions}/**/*',
  'storage/cosmos/{failures,half-answers,lost-answers,connectivity-probe}*',
  'storage/sqlite/{backup,beside-an-older,earlier-layout,expected-schema}*',
  // Leaks, and requests that nobody means well.
  'leaks/**/*',
  'fuzz/**/*',
  'door/**/*',
  // The rest of the browser.
  'browser/{card-sheet,cards-for-everybody,chromium,clean-copies,drawn-as-microsoft,gallery-in-english,gallery-in-welsh,hostile-words,playground-driver,print,refused-files,sealed-files,summary-pdf}',
  'browser/partners/**/*',
  'browser/tab/{added-files,campaign-figures,campaigns,case-files,changed-meanwhile,clicks,counted-again,decision-log,erased-meanwhile,every-width,file-frame,guidance-page,hub-case,identity-requests,idle-lock,keeping-a-code,keyboard-for-writers,keys,leaks,line-choice,long-case,lost-parts,oversight,pulse,replies,report-files-torn,report-files,search,shortcuts,sign-off,signed-list,subjects,summaries,two-people}',
  'journeys/*-in-playground*',
  // Commands as processes, what is released and deployed.
  'cli/{doctor,fleet,transfer,page,words}/**/*',
  'release/**/*',
  'deploy/**/*',
  // What tests the tests, recipes, benchmarks in little, builds that are the same.
  '{bench,busy,planted,quick,support}/**/*',
  'docs/recipes*',
  'tab/{build/previous-build,reproducible-build}*',
];
