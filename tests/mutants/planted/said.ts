import type { Mutant } from '../mutant.ts';

const cards = 'tests/cards/report/report-page.test.ts';

export const inWhatIsSaid: readonly Mutant[] = [
  {
    name: 'a receipt claims the way of reporting that was chosen last, and not the one that stands',
    promise: 'truthful',
    file: 'concerns/reporting/submit-report.ts',
    find: 'mode: standing.mode,',
    put: 'mode,',
    tests: ['tests/concerns/reporting/submit-report.test.ts'],
  },
  {
    name: 'somebody is told to wait for questions that nobody may ask',
    promise: 'truthful',
    file: 'cards/report/look-again-line.ts',
    find: "mayBeAsked ? 'common.lookAgainAsked' : 'common.lookAgain'",
    put: "mayBeAsked || lookAgainOn !== undefined ? 'common.lookAgainAsked' : 'common.lookAgain'",
    tests: [cards],
  },
];
