import { definePlantedBug } from './planted-bug.ts';

/** What the README promises. */
export const readmeBugs = [
  definePlantedBug({
    name: 'a report is saved as it was typed',
    promise: 'report-sealed-before-it-is-saved',
    module: () => import('../../crypto/node/age-sealer.ts'),
    put: ({ createAgeSealer }) => ({
      createAgeSealer: (recipients) => ({
        ...createAgeSealer(recipients),
        seal: async (text) => Buffer.from(text).toString('base64'),
      }),
    }),
    tests: [() => import('../core/reporting/submit-report.test.ts')],
  }),
  definePlantedBug({
    name: 'a receipt is shown for a report that the store refused',
    promise: 'receipt-means-saved',
    module: () => import('../../core/intake/intake.ts'),
    put: ({ createIntake }) => ({
      createIntake: (deps) => ({
        ...createIntake(deps),
        submit: (report) =>
          createIntake(deps)
            .submit(report)
            .catch(() => ({ ...report, kind: 'saved', isNew: true, files: 0 })),
      }),
    }),
    tests: [() => import('../faults/disk.test.ts')],
  }),
  definePlantedBug({
    name: 'a report that is sent again is taken for one of someone else',
    promise: 'repeated-report-is-one-case',
    module: () => import('../../core/intake/intake.ts'),
    put: ({ createIntake }) => ({
      createIntake: (deps) => ({
        ...createIntake(deps),
        submit: async (report) => {
          const outcome = await createIntake(deps).submit(report);
          return outcome.kind === 'saved' && !outcome.isNew ? { kind: 'taken' } : outcome;
        },
      }),
    }),
    tests: [() => import('../core/reporting/submit-report.test.ts')],
  }),
  definePlantedBug({
    name: 'custodians open the words of handlers',
    promise: 'handlers-words-sealed-in-browser',
    module: () => import('../../tab/crypto/reader-recipients.ts'),
    put: ({ readerRecipients }) => ({
      readerRecipients: (reader, parties) => [...readerRecipients(reader, parties), ...parties.recipients.custodians],
    }),
    tests: [() => import('../tab/crypto/seal-note-text.test.ts')],
  }),
  definePlantedBug({
    name: 'a history that was cut off since the anchor passes the audit',
    promise: 'anchor-shows-what-was-cut',
    module: () => import('../../core/casework/integrity-verification.ts'),
    put: () => ({ checkHead: () => 'stands' as const }),
    tests: [() => import('../core/casework/integrity-verification.test.ts')],
  }),
  definePlantedBug({
    name: 'an alert names a case that someone is shut out of',
    promise: 'neutral-alerts-name-nothing',
    module: () => import('../../core/model/alert-record.ts'),
    put: ({ withoutCaseReference }) => ({
      withoutCaseReference: (alert) => {
        const { withoutReference: _neutral, ...named } = withoutCaseReference(alert);
        return named;
      },
    }),
    tests: [() => import('../core/model/alert-schedule.test.ts')],
  }),
  definePlantedBug({
    name: 'an alert that did not arrive is not tried again',
    promise: 'every-case-is-alerted',
    module: () => import('../../core/model/alert-record.ts'),
    put: ({ recordAlertFailure }) => ({
      recordAlertFailure: (...failed) => {
        const { dueAt: _due, ...alert } = recordAlertFailure(...failed);
        return alert;
      },
    }),
    tests: [() => import('../core/model/alert-schedule.test.ts')],
  }),
  definePlantedBug({
    name: 'an alert names the kind of concern though the force did not ask for it',
    promise: 'alert-has-no-room-for-words',
    module: () => import('../../core/intake/intake.ts'),
    put: ({ createIntake }) => ({ createIntake: (deps) => createIntake({ ...deps, alertNamesKind: true }) }),
    tests: [() => import('../core/reporting/submit-report.test.ts')],
  }),
  definePlantedBug({
    name: 'the first card promises that a person is anonymous',
    promise: 'nobody-promised-anonymity',
    module: () => import('../../words/cards/translate.ts'),
    put: ({ translate }) => ({
      translate: (language, key, values) =>
        key === 'option.notKept' ? `Anonymous: ${translate(language, key, values)}` : translate(language, key, values),
    }),
    tests: [() => import('../cards/report/first-page.test.ts')],
  }),
  definePlantedBug({
    name: 'an identity is kept if a person chose that none is',
    promise: 'no-identity-kept-if-so-chosen',
    module: () => import('../../core/model/sealed-report.ts'),
    put: ({ identityRecipientGroup }) => ({
      identityRecipientGroup: (mode, handledBy) =>
        identityRecipientGroup(mode === 'notKept' ? 'named' : mode, handledBy),
    }),
    tests: [() => import('../core/reporting/submit-report.test.ts')],
  }),
  definePlantedBug({
    name: 'Welsh texts leave out what the English ones fill in',
    promise: 'every-word-in-both-languages',
    module: () => import('../../words/cards/option.ts'),
    put: ({ optionWords }) => ({
      optionWords: JSON.parse(JSON.stringify(optionWords), (key, value) =>
        key === 'cy' ? String(value).replaceAll(/\{[^}]*\}/gu, '') : value,
      ),
    }),
    tests: [() => import('../cli/words/icu-message-analysis.test.ts')],
  }),
  definePlantedBug({
    name: 'the audit calls every history whole',
    promise: 'edited-history-is-found',
    module: () => import('../../core/casework/integrity-verification.ts'),
    put: () => ({ verifyCase: () => 'whole' as const }),
    tests: [() => import('../core/casework/integrity-verification.test.ts')],
  }),
  definePlantedBug({
    name: 'no colleague can shut anyone out of a case',
    promise: 'conflicted-person-is-out-at-once',
    module: () => import('../../core/casework/exclusion.ts'),
    put: () => ({ excludePerson: async () => ({ kind: 'refused' as const }) }),
    tests: [() => import('../core/casework/exclusion.test.ts')],
  }),
  definePlantedBug({
    name: 'a report that may concern the unit goes to the unit',
    promise: 'unit-conflict-goes-to-reserve',
    module: () => import('../../core/model/handled-by.ts'),
    put: () => ({ handledByFromAnswers: () => 'acu' as const }),
    tests: [() => import('../core/reporting/submit-report.test.ts')],
  }),
  definePlantedBug({
    name: 'what is added about the unit is sealed to the unit',
    promise: 'unit-conflict-said-later-goes-to-reserve',
    module: () => import('../../core/model/handled-by.ts'),
    put: () => ({ handledByFromAnswers: () => 'acu' as const }),
    tests: [() => import('../core/reporting/separate-addition.test.ts')],
  }),
];
