import type { Mutant } from '../mutant.ts';

const page = 'tests/browser/tab/summaries.test.ts';
const charts = 'tests/tab/summaries/charts-of.test.ts';

/** Ways for the page of figures to show what it may not, or figures under a question that they do not answer. */
export const inSummaries: readonly Mutant[] = [
  {
    name: 'a late answer takes the place of a newer one',
    promise: 'truthful',
    file: 'tab/parts/newest-answer.ts',
    find: 'if (own === questions) take(answer);',
    put: 'if (own <= questions) take(answer);',
    tests: ['tests/tab/parts/newest-answer.test.ts'],
  },
  {
    name: 'figures stay under another question until its answer is there',
    promise: 'truthful',
    file: 'tab/summaries/use-summary.ts',
    find: 'const isOf = answered?.question === question &&',
    put: 'const isOf = answered !== undefined &&',
    tests: [page],
  },
  {
    name: 'weeks in which nobody could report are quiet weeks',
    promise: 'truthful',
    file: 'summary/in-use.ts',
    find: 'if (isBeforeUse(told, since)) return',
    put: 'if (told.weeks.length === 0) return',
    tests: ['tests/summary/in-use.test.ts'],
  },
  {
    name: 'a rise is told against weeks in which nobody could report',
    promise: 'truthful',
    file: 'summary/in-use.ts',
    find: 'const compares = unused(before, since).length === 0;',
    put: 'const compares = before !== undefined;',
    tests: ['tests/summary/in-use.test.ts'],
  },
  {
    name: 'reports of a week before Candour was in use are left out',
    promise: 'truthful',
    file: 'summary/in-use.ts',
    find: 'const gone = new Set(unused(empty, since));',
    put: 'const gone = new Set(unused(received.map(({ week }) => week), since));',
    tests: ['tests/summary/in-use.test.ts'],
  },
  {
    name: 'a count that is kept back is drawn as a nought',
    promise: 'truthful',
    file: 'summary/cell.ts',
    find: "('value' in cell ? cell.value : undefined);",
    put: "('value' in cell ? cell.value : cell.kind === 'hidden' ? 0 : undefined);",
    tests: [charts],
  },
  {
    name: 'a count that is kept back is not named beside its chart',
    promise: 'truthful',
    file: 'tab/summaries/chart-sentence.ts',
    find: "const hidden = chart.bars.filter(({ gap }) => gap === 'hidden');",
    put: 'const hidden: readonly Bar[] = [];',
    tests: [charts],
  },
  {
    name: 'whoever may have one summary may have them all',
    promise: 'access',
    file: 'bot/api/summary-operations.ts',
    find: '=> summariesFor(caller.roles).includes(audience);',
    put: '=> summariesFor(caller.roles).length > 0 && audience.length > 0;',
    tests: ['tests/bot/api/summaries.test.ts'],
  },
  {
    name: 'a damaged week keeps the weeks after it from wider readers',
    promise: 'figures',
    file: 'summary/figures-error.ts',
    find: 'if (error instanceof FiguresError) return undefined;',
    put: '',
    tests: ['tests/summary/pull/pull-summary.test.ts'],
  },
  {
    name: 'damaged figures are no calm answer',
    promise: 'figures',
    file: 'bot/api/summary-operations.ts',
    find: 'if (!(error instanceof FiguresError)) throw error;',
    put: 'if (error instanceof Error) throw error;',
    tests: ['tests/bot/api/summaries.test.ts'],
  },
];
