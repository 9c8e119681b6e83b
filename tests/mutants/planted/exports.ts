import type { Mutant } from '../mutant.ts';

export const inExports: readonly Mutant[] = [
  {
    name: 'the files of a whole case are named as sanitised ones',
    promise: 'truthful',
    file: 'concerns/casework/export-names.ts',
    find: '-${exportMarks[what]}`;',
    put: "-${exportMarks[what === 'whole' ? 'sanitised' : what]}`;",
    tests: ['tests/concerns/casework/export-names.test.ts'],
  },
  {
    name: 'the pages of a whole case say that they are sanitised',
    promise: 'truthful',
    file: 'tab/exports/make-files.ts',
    find: "header: say(content.what === 'whole' ? ",
    put: "header: say(content.what === 'whole' && false ? ",
    tests: ['tests/tab/exports/case-pdf.test.ts'],
  },
  {
    name: 'the name of an exported file is believed, whatever is signed in it',
    promise: 'truthful',
    file: 'commands/verify-export-checks.ts',
    find: 'whats.some((one) => one !== what)',
    put: 'whats.every((one) => one !== what && names.length === 0)',
    tests: ['tests/commands/verify-export.test.ts'],
  },
];
