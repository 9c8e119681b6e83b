import type { Mutant } from '../mutant.ts';

const changes = 'tests/browser/tab/changed-meanwhile.test.ts';

/** Ways for a page that stands open to show, lose or ask for too much. */
export const onAnOpenPage: readonly Mutant[] = [
  {
    name: 'an opened report stays on a page that says that it locked',
    promise: 'sealed',
    file: 'tab/case/use-opening.ts',
    find: 'if (!isHeld) setState({ ...closed,',
    put: 'if (!isHeld) setState({ ...closed, opened: state.opened,',
    tests: ['tests/browser/tab/idle-lock.test.ts'],
  },
  {
    name: 'words of an erased case stay on a page that had opened it',
    promise: 'truthful',
    file: 'tab/case/use-opening.ts',
    find: 'const isHeld = isUnlocked && !isErased;',
    put: 'const isHeld = isUnlocked;',
    tests: ['tests/browser/tab/two-people.test.ts'],
  },
  {
    name: 'a page that locked by itself does not say so',
    promise: 'truthful',
    file: 'tab/seals/key-keeper.ts',
    find: 'const dropIdle = () => drop({ at: now(), hidden: opened() });',
    put: 'const dropIdle = () => drop();',
    tests: ['tests/tab/seals/key-keeper.test.ts'],
  },
  {
    name: 'a page asks what changed while nobody sees it',
    promise: 'truthful',
    file: 'tab/parts/change-watch.ts',
    find: 'isDue = isHidden();',
    put: 'isDue = isHidden() && unanswered > 0;',
    tests: ['tests/tab/parts/change-watch.test.ts'],
  },
  {
    name: 'whoever goes to and fro between pages asks each time',
    promise: 'truthful',
    file: 'tab/parts/change-watch.ts',
    find: 'passed >= (unanswered > 0 ? minute : gap)',
    put: 'passed >= 0',
    tests: ['tests/tab/parts/change-watch.test.ts'],
  },
  {
    name: 'showing what changed puts it in the place of what was typed',
    promise: 'durable',
    file: 'tab/case/case-page.tsx',
    find: '<CaseSections />',
    put: '<CaseSections key={view.record.chain.sequence} />',
    tests: [changes],
  },
  {
    name: 'a page still says what was so before a colleague changed it',
    promise: 'truthful',
    file: 'tab/case/case-form.tsx',
    find: 'isPast: saidOf !== undefined && saidOf !== revision,',
    put: 'isPast: saidOf !== undefined && saidOf > revision,',
    tests: [changes],
  },
  {
    name: 'a page that asks is told a case that it may not see from one that is not there',
    promise: 'access',
    file: 'concerns/casework/case-changes.ts',
    find: "if (readers === undefined) return 'gone';",
    put: "if (readers === undefined) return (await deps.cases.readers(caseId)) ? 'same' : 'gone';",
    tests: ['tests/concerns/casework/case-changes.test.ts'],
  },
  {
    name: 'a letter that somebody types is taken for a shortcut',
    promise: 'durable',
    file: 'tab/app/shortcuts.ts',
    find: 'if (!singles || isInField) return undefined;',
    put: 'if (!singles) return undefined;',
    tests: ['tests/tab/app/shortcuts.test.ts'],
  },
  {
    name: 'whoever unlocks before the file is read is answered as with no file',
    promise: 'truthful',
    file: 'tab/seals/unlock-panel.tsx',
    find: 'fileInput.current ? await chosenIn(fileInput.current) : kept',
    put: 'fileInput.current && chosenIn(fileInput.current) ? file : kept',
    tests: ['tests/browser/tab/keyboard.test.ts'],
  },
];
