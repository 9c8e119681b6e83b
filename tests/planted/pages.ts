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
    name: 'a page offers to take a case before its reader said whether they know anyone in it',
    promise: 'taking-follows-the-question',
    module: () => import('../../tab/case/take-case.ts'),
    put: ({ takeStep }) => ({
      takeStep: (situation) => takeStep({ ...situation, knowsNobodyIn: situation.opened }),
    }),
    tests: [() => import('../tab/case/take-case.test.ts')],
  }),
  definePlantedBug({
    name: 'the answer to whether one knows anyone takes the case by itself',
    promise: 'taking-follows-the-question',
    module: () => import('../../tab/case/take-case.ts'),
    put: ({ afterTakeCommand }) => ({
      afterTakeCommand: (situation, command) => {
        const after = afterTakeCommand(situation, command);
        return command === 'knowNobody' ? { ...after, effect: 'send' } : after;
      },
    }),
    tests: [() => import('../tab/case/take-case.test.ts')],
  }),
  definePlantedBug({
    name: 'a case is taken on an answer that has no stamp of the report that it is about',
    promise: 'taking-follows-the-question',
    module: () => import('../../tab/case/take-case.ts'),
    put: ({ takeStep, afterTakeCommand }) => {
      const unstamped = (situation: Parameters<typeof takeStep>[0]): Parameters<typeof takeStep>[0] => ({
        ...situation,
        knowsNobodyIn: situation.knowsNobodyIn && situation.opened,
      });
      return {
        takeStep: (situation) => takeStep(unstamped(situation)),
        afterTakeCommand: (situation, command) => afterTakeCommand(unstamped(situation), command),
      };
    },
    tests: [() => import('../tab/case/take-case.test.ts')],
  }),
  definePlantedBug({
    name: 'a page names someone who left as the person who has a case',
    promise: 'taking-follows-the-question',
    module: () => import('../../tab/case/take-case.ts'),
    put: ({ takeStep }) => ({
      takeStep: (situation) => {
        const { assignee } = situation.record;
        return takeStep({ ...situation, ...(assignee && { assignable: [{ objectId: assignee }] }) });
      },
    }),
    tests: [() => import('../tab/case/take-case.test.ts')],
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
