import { addWeeks } from '../../core/model/calendar.ts';
import { plantedBug } from './planted-bug.ts';

/** What figures tell, and what leaves in a file. */
export const figureBugs = [
  plantedBug({
    name: 'the figures of the unit count the cases of the reserve',
    promise: 'hidden-counts-stay-hidden',
    module: () => import('../../summary/figures/count-week.ts'),
    put: ({ figuresOf }) => ({
      figuresOf: (toCount) =>
        figuresOf({
          ...toCount,
          cases: toCount.cases.map((one) => ({ ...one, handledBy: toCount.handledBy })),
          open: toCount.open.map((one) => ({ ...one, handledBy: toCount.handledBy })),
        }),
    }),
    tests: [() => import('../summary/figures/count-week.test.ts')],
  }),
  plantedBug({
    name: 'a small count is told as it is',
    promise: 'hidden-counts-stay-hidden',
    module: () => import('../../summary/disclosure-control/suppression.ts'),
    put: () => ({
      bandsOf: ({ low, high }) =>
        Array.from({ length: high - low + 1 }, (_, at) => ({ low: low + at, high: low + at })),
    }),
    tests: [() => import('../summary/partner-type-table.test.ts')],
  }),
  plantedBug({
    name: 'a field of a CSV file is a formula',
    promise: 'what-people-wrote-stays-text',
    module: () => import('../../summary/files/csv.ts'),
    put: () => ({ csvField: (text) => `"${text.replaceAll('"', '""')}"` }),
    tests: [() => import('../summary/files/csv.test.ts')],
  }),
  plantedBug({
    name: 'an answer to a pulse is counted as it was given',
    promise: 'pulse-tells-no-answer',
    module: () => import('../../core/model/survey.ts'),
    put: () => ({ tossed: (_question, given) => given }),
    tests: [() => import('../core/model/survey.test.ts')],
  }),
  plantedBug({
    name: 'a pulse is told of a week that is not over',
    promise: 'pulse-tells-no-answer',
    module: () => import('../../summary/survey/query-survey.ts'),
    put: ({ pulseOf }) => ({ pulseOf: (weeks, thisWeek) => pulseOf(weeks, addWeeks(thisWeek, 1)) }),
    tests: [() => import('../summary/survey/survey-results.test.ts')],
  }),
  plantedBug({
    name: 'a sanitised export shows the entries that are withheld',
    promise: 'export-names-no-reporter',
    module: () => import('../../core/casework/exported-case.ts'),
    put: ({ exportedHistory }) => ({ exportedHistory: (_what, events) => exportedHistory('whole', events) }),
    tests: [() => import('../tab/exports/export-files.test.ts')],
  }),
  plantedBug({
    name: 'a text counts as signed off that was written anew since',
    promise: 'exported-text-is-the-signed-one',
    module: () => import('../../core/casework/exported-case.ts'),
    put: ({ signOffOf }) => ({
      signOffOf: (history) =>
        signOffOf(history.slice(0, history.findLastIndex(({ kind }) => kind === 'sanitisedSigned') + 1)),
    }),
    tests: [() => import('../cli/export-checks.test.ts')],
  }),
  plantedBug({
    name: 'an export is said to be signed whoever signed it',
    promise: 'export-changes-show',
    module: () => import('../../cli/export-checks.ts'),
    put: ({ checkExport }) => ({
      checkExport: async (...given) =>
        (await checkExport(...given)).filter(({ line }) => !/signed|signature/u.test(line)),
    }),
    tests: [() => import('../cli/verify-export.test.ts')],
  }),
  plantedBug({
    name: 'the last part of a total is what the others leave',
    promise: 'hidden-counts-stay-hidden',
    module: () => import('../../summary/disclosure-control/suppression.ts'),
    put: () => ({ bandsBeginningBy: (bands) => bands, bandsEndingFrom: (bands) => bands }),
    tests: [() => import('../summary/disclosure-control/publish-parts.test.ts')],
  }),
];
