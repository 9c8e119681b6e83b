import { definePlantedBug } from './planted-bug.ts';

/** What a handler's page offers and shows. */
export const pageBugs = [
  definePlantedBug({
    name: 'a page leads to taking a case before anyone is asked of danger',
    promise: 'danger-is-asked-until-recorded',
    module: () => import('../../tab/case/next-step.ts'),
    put: ({ nextStep }) => ({
      nextStep: (view, by) => {
        const step = nextStep(view, by);
        return step === 'safety' && view.record.assignee === undefined ? 'take' : step;
      },
    }),
    tests: [() => import('../tab/case/next-step.test.ts')],
  }),
  definePlantedBug({
    name: 'the list of exhibits leaves out who opened a file',
    promise: 'every-look-is-in-the-history',
    module: () => import('../../tab/case/list-exhibits.ts'),
    put: ({ listExhibits }) => ({
      listExhibits: (decryptedCase, entries) =>
        listExhibits(
          decryptedCase,
          entries.filter(({ kind }) => kind !== 'fileOpened'),
        ),
    }),
    tests: [() => import('../tab/case/list-exhibits.test.ts')],
  }),
];
