import type { Mutant } from '../mutant.ts';

export const inThePage: readonly Mutant[] = [
  {
    name: 'a part of the page is imported before its files are there',
    promise: 'durable',
    file: 'tab/app/load-part.ts',
    find: 'await Promise.all((files.get(name) ?? []).map(bring));',
    put: 'void Promise.all((files.get(name) ?? []).map(bring)).catch(() => undefined);',
    tests: ['tests/tab/app/load-part.test.ts'],
  },
  {
    name: 'an outdated page loads itself again over words that are not sent',
    promise: 'durable',
    file: 'tab/app/outdated-bar.tsx',
    find: '(isUnsent() ? setHeldBack(true) : reload())',
    put: '(isUnsent() && isHeldBack ? setHeldBack(true) : reload())',
    tests: ['tests/browser/tab/lost-parts.test.ts'],
  },
  {
    name: 'a new build of the page takes the files of the one before away',
    promise: 'durable',
    file: 'tab/keep-build.ts',
    find: 'renameSync(built, before);',
    put: '',
    tests: ['tests/tab/keep-build.test.ts'],
  },
  {
    name: 'a report is handed out before the page can open it',
    promise: 'truthful',
    file: 'tab/case/use-opening.ts',
    find: "if (opener === undefined) return refused({ code: 'unavailable' });",
    put: "if (opener === undefined) {\n      await call('case.open', { caseId });\n      return refused({ code: 'unavailable' });\n    }",
    tests: ['tests/browser/tab/lost-parts.test.ts'],
  },
];
