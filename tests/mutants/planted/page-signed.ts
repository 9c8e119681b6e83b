import type { Mutant } from '../mutant.ts';

export const ofASignedPage: readonly Mutant[] = [
  {
    name: 'the page is another one where it is built with another environment',
    promise: 'truthful',
    file: 'tab/build.ts',
    find: "process.env.NODE_ENV = 'production';",
    put: '',
    tests: ['tests/tab/reproducible-build.test.ts'],
  },
];
