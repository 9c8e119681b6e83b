import { addWeeks } from '../../core/model/calendar.ts';
import { definePlantedBug } from './planted-bug.ts';

/** What figures tell, and what leaves in a file. */
export const figureBugs = [
  definePlantedBug({
    name: 'the figures of the unit count the cases of the reserve',
    promise: 'hidden-counts-stay-hidden',
    module: () => import('../../summary/figures/compute-week-figures.ts'),
    put: ({ computeWeekFigures }) => ({
      computeWeekFigures: (toCount) =>
        computeWeekFigures({
          ...toCount,
          cases: toCount.cases.map((one) => ({ ...one, handledBy: toCount.handledBy })),
          open: toCount.open.map((one) => ({ ...one, handledBy: toCount.handledBy })),
        }),
    }),
    tests: [() => import('../summary/figures/compute-week-figures.test.ts')],
  }),
  definePlantedBug({
    name: 'a small count is told as it is',
    promise: 'hidden-counts-stay-hidden',
    module: () => import('../../summary/disclosure-control/suppression.ts'),
    put: () => ({
      createBands: ({ low, high }) =>
        Array.from({ length: high - low + 1 }, (_, at) => ({ low: low + at, high: low + at })),
    }),
    tests: [() => import('../summary/partner-type-table.test.ts')],
  }),
  definePlantedBug({
    name: 'a row of 0 is left out of what wider readers see',
    promise: 'hidden-counts-stay-hidden',
    module: () => import('../../summary/disclosure-control/public-tables.ts'),
    put: ({ createPublicTables }) => ({
      createPublicTables: (summary, language) =>
        createPublicTables(summary, language).map((table) => ({
          ...table,
          rows: table.rows.filter(({ cells: [cell] }) => cell?.kind !== 'rounded' || cell.value > 0),
        })),
    }),
    tests: [() => import('../summary/disclosure-control/public-tables.test.ts')],
  }),
  definePlantedBug({
    name: 'a field of a CSV file is a formula',
    promise: 'what-people-wrote-stays-text',
    module: () => import('../../summary/files/csv.ts'),
    put: () => ({ formatCsvField: (text) => `"${text.replaceAll('"', '""')}"` }),
    tests: [() => import('../summary/files/csv.test.ts')],
  }),
  definePlantedBug({
    name: 'an answer to a pulse is counted as it was given',
    promise: 'pulse-tells-no-answer',
    module: () => import('../../core/model/survey.ts'),
    put: () => ({ randomiseResponse: (_question, given) => given }),
    tests: [() => import('../core/model/survey.test.ts')],
  }),
  definePlantedBug({
    name: 'a pulse is told of a week that is not over',
    promise: 'pulse-tells-no-answer',
    module: () => import('../../summary/survey/query-survey.ts'),
    put: ({ computeSurveyResults }) => ({
      computeSurveyResults: (weeks, thisWeek) => computeSurveyResults(weeks, addWeeks(thisWeek, 1)),
    }),
    tests: [() => import('../summary/survey/survey-results.test.ts')],
  }),
  definePlantedBug({
    name: 'a sanitised export shows the entries that are withheld',
    promise: 'export-names-no-reporter',
    module: () => import('../../core/casework/export-format.ts'),
    put: ({ toExportedHistory }) => ({ toExportedHistory: (_what, events) => toExportedHistory('whole', events) }),
    tests: [() => import('../tab/exports/export-files.test.ts')],
  }),
  definePlantedBug({
    name: 'a text counts as signed off that was written anew since',
    promise: 'exported-text-is-the-signed-one',
    module: () => import('../../core/casework/export-format.ts'),
    put: ({ findSignOff }) => ({
      findSignOff: (history) =>
        findSignOff(history.slice(0, history.findLastIndex(({ kind }) => kind === 'sanitisedSigned') + 1)),
    }),
    tests: [() => import('../cli/exported-case-checks.test.ts')],
  }),
  definePlantedBug({
    name: 'an export is said to be signed whoever signed it',
    promise: 'export-changes-show',
    module: () => import('../../cli/exported-case-checks.ts'),
    put: ({ checkExportedCase }) => ({
      checkExportedCase: async (...given) =>
        (await checkExportedCase(...given)).filter(({ line }) => !/signed|signature/u.test(line)),
    }),
    tests: [() => import('../cli/verify-export.test.ts')],
  }),
  definePlantedBug({
    name: 'the last part of a total is what the others leave',
    promise: 'hidden-counts-stay-hidden',
    module: () => import('../../summary/disclosure-control/suppression.ts'),
    put: () => ({ mergeHighBands: (bands) => bands, mergeLowBands: (bands) => bands }),
    tests: [() => import('../summary/disclosure-control/publish-parts.test.ts')],
  }),
];
