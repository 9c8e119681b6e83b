import { definePlantedBug } from './planted-bug.ts';
import { replaceDecision, withoutSecondPerson } from './replace-decision.ts';

/** How a case ends, and who has to agree. */
export const closingBugs = [
  definePlantedBug({
    name: 'a grave case is closed by one person',
    promise: 'nobody-buries-a-case-alone',
    module: () => import('../../core/casework/closing-agreement.ts'),
    put: () => ({ needsAgreement: () => false }),
    tests: [() => import('../access/closing-by-two.test.ts')],
  }),
  definePlantedBug({
    name: 'one person takes back that a reporter called a case urgent',
    promise: 'nobody-buries-a-case-alone',
    module: () => import('../../core/model/urgency.ts'),
    put: () => ({ mayLowerAlone: () => true }),
    tests: [() => import('../core/casework/urgency.test.ts')],
  }),
  definePlantedBug({
    name: 'someone lowers the urgency that they asked to be lowered',
    promise: 'nobody-buries-a-case-alone',
    module: () => import('../../core/casework/case-action.ts'),
    put: replaceDecision((decide) => (standing, act) => {
      const { record, holders, by } = standing;
      const colleague = holders[record.handledBy].find((one) => one !== by) ?? by;
      const lowering = record.lowering && { ...record.lowering, by: colleague };
      return decide({ ...standing, record: { ...record, lowering } }, act);
    }),
    tests: [() => import('../access/urgency-by-two.test.ts')],
  }),
  definePlantedBug({
    name: 'a case that was lowered forgets that its reporter called it urgent',
    promise: 'nobody-buries-a-case-alone',
    module: () => import('../../core/model/urgency.ts'),
    put: ({ isUrgencyReported }) => ({
      isUrgencyReported: (record) => isUrgencyReported({ ...record, wasUrgent: undefined }),
    }),
    tests: [() => import('../core/casework/urgency.test.ts')],
  }),
  definePlantedBug({
    name: 'someone who left has agreed to the end of a case',
    promise: 'nobody-buries-a-case-alone',
    module: () => import('../../core/casework/closing-agreement.ts'),
    put: ({ agreedOutcome }) => ({
      agreedOutcome: (standing) =>
        agreedOutcome({
          ...standing,
          holders: { ...standing.holders, acu: [standing.record.closing?.by ?? standing.by] },
        }),
    }),
    tests: [() => import('../access/closing-by-two.test.ts')],
  }),
  definePlantedBug({
    name: 'any colleague signs off for a supervisor',
    promise: 'supervisor-signs-off',
    module: () => import('../../core/casework/closing-agreement.ts'),
    put: ({ waitsForSignOff }) => ({
      waitsForSignOff: (standing, outcome) =>
        waitsForSignOff({ ...standing, holders: { ...standing.holders, supervisors: standing.holders.acu } }, outcome),
    }),
    tests: [() => import('../access/signed-off-by-supervisor.test.ts')],
  }),
  definePlantedBug({
    name: 'a listed case ends as the same as another without a supervisor',
    promise: 'supervisor-signs-off',
    module: () => import('../../core/casework/closing-agreement.ts'),
    put: ({ waitsForSignOff }) => ({
      waitsForSignOff: (standing, outcome) => outcome !== 'duplicate' && waitsForSignOff(standing, outcome),
    }),
    tests: [
      () => import('../core/casework/closing-preconditions.test.ts'),
      () => import('../access/signed-off-by-supervisor.test.ts'),
    ],
  }),
  definePlantedBug({
    name: 'a case is closed past its gates',
    promise: 'gates-before-closing',
    module: () => import('../../core/casework/preconditions.ts'),
    put: () => ({ closingPreconditions: [], outcomePreconditions: [] }),
    tests: [() => import('../core/casework/closing-preconditions.test.ts')],
  }),
  definePlantedBug({
    name: 'a case is erased past its gates',
    promise: 'erasure-takes-two',
    module: () => import('../../core/casework/preconditions.ts'),
    put: () => ({ erasureRequestPreconditions: [], erasureExecutionPreconditions: [] }),
    tests: [() => import('../core/casework/erasure-preconditions.test.ts')],
  }),
  definePlantedBug({
    name: 'the person who asked for an erasure carries it out',
    promise: 'erasure-takes-two',
    module: () => import('../../core/casework/case-action.ts'),
    put: withoutSecondPerson,
    tests: [() => import('../core/casework/erasure.test.ts')],
  }),
  definePlantedBug({
    name: 'an erased case keeps its seals',
    promise: 'erasure-takes-the-seals',
    module: () => import('../../core/casework/case-action.ts'),
    put: replaceDecision((decide) => (standing, act) => {
      const decision = decide(standing, act);
      if (decision === 'already' || 'why' in decision || decision.erases !== true) return decision;
      const { sealedReport } = standing.record;
      const steps = decision.steps.map((step) => ({ ...step, record: { ...step.record, sealedReport } }));
      return { ...decision, steps };
    }),
    tests: [() => import('../core/casework/erasure.test.ts')],
  }),
  definePlantedBug({
    name: 'an opening of before the last words of the reporter counts',
    promise: 'nobody-buries-a-case-alone',
    module: () => import('../../core/casework/four-eyes.ts'),
    put: ({ otherHandlers, othersOpeningQuery }) => {
      const hasOpened: typeof import('../../core/casework/four-eyes.ts').wasReadByAny = ({ entries }, people) => {
        const asked = othersOpeningQuery(people);
        return asked !== undefined && entries(asked).length > 0;
      };
      return {
        wasReadByAny: hasOpened,
        wasReadByAnother: (standing) =>
          hasOpened(standing, otherHandlers(standing.holders, standing.record, standing.by)),
      };
    },
    tests: [() => import('../access/closing-by-two.test.ts')],
  }),
  definePlantedBug({
    name: 'an identity is handed to a custodian whom no one asked',
    promise: 'identity-takes-two-custodians',
    module: () => import('../../core/model/identity-request.ts'),
    put: () => ({ identityRefusal: () => undefined }),
    tests: [() => import('../core/casework/identity-request.test.ts')],
  }),
  definePlantedBug({
    name: 'a custodian who left has agreed to open an identity',
    promise: 'identity-takes-two-custodians',
    module: () => import('../../core/model/identity-request.ts'),
    put: ({ identityRequestByCurrentHolders }) => ({
      identityRequestByCurrentHolders: (record, handlers, custodians) =>
        identityRequestByCurrentHolders(record, handlers, [...custodians, ...(record.identityAsked?.agreedBy ?? [])]),
    }),
    tests: [() => import('../core/casework/identity-request.test.ts')],
  }),
];
