import type { Mutant } from '../mutant.ts';

export const inTheArtefact: readonly Mutant[] = [
  {
    name: 'a file that is read at run time is left out of the archive',
    promise: 'truthful',
    file: 'release/read-at-run-time.ts',
    find: "'guidance/node/built-in-packs.ts': ['guidance/packs'],",
    put: "'guidance/node/built-in-packs.ts': [],",
    tests: ['tests/release/artefact.test.ts'],
  },
  {
    name: 'the archive says when it was packed, and is another one each time',
    promise: 'truthful',
    file: 'release/tar.ts',
    find: 'block.write(octal(packedAt, 12), 136);',
    put: 'block.write(octal(Math.floor(Date.now() / 1_000), 12), 136);',
    tests: ['tests/release/tar.test.ts'],
  },
  {
    name: 'the archive tells which system packed it',
    promise: 'truthful',
    file: 'release/tar.ts',
    find: 'archive[9] = 255;',
    put: '',
    tests: ['tests/release/tar.test.ts'],
  },
  {
    name: 'the licence of what a worker of the page is made of is left out',
    promise: 'truthful',
    file: 'tab/page-build.ts',
    find: 'plugins: () => [namePdfFallbacks(), packages.note()]',
    put: 'plugins: () => [namePdfFallbacks()]',
    tests: ['tests/release/artefact.test.ts'],
  },
  {
    name: 'a licence is named without its text',
    promise: 'truthful',
    file: 'release/licences.ts',
    find: "return { name: licence, text: texts.join('\\n\\n') };",
    put: "return { name: licence, text: '' };",
    tests: ['tests/release/artefact.test.ts'],
  },
  {
    name: 'a server whose store is away is said to be ready',
    promise: 'truthful',
    file: 'commands/run/health.ts',
    find: 'return answer.ok;',
    put: 'return true;',
    tests: ['tests/commands/health.test.ts'],
  },
];
