import type { Mutant } from '../mutant.ts';

const cards = 'tests/cards/report/report-page.test.ts';

export const inWhatIsSaid: readonly Mutant[] = [
  {
    name: 'a receipt claims the way of reporting that was chosen last, and not the one that stands',
    promise: 'truthful',
    file: 'concerns/reporting/submit-report.ts',
    find: 'mode: standing.mode,',
    put: 'mode,',
    tests: ['tests/concerns/reporting/submit-report.test.ts'],
  },
  {
    name: 'somebody is told to wait for questions that nobody may ask',
    promise: 'truthful',
    file: 'cards/report/look-again-line.ts',
    find: "mayBeAsked ? 'common.lookAgainAsked' : 'common.lookAgain'",
    put: "mayBeAsked || lookAgainOn !== undefined ? 'common.lookAgainAsked' : 'common.lookAgain'",
    tests: [cards],
  },
  {
    name: 'the first card does not say what it costs not to be known',
    promise: 'truthful',
    file: 'cards/report/limits-page.ts',
    find: ", say(language, 'limits.cost')]",
    put: ']',
    tests: ['tests/cards/report/limits-page.test.ts'],
  },
  {
    name: 'a way of reporting is forgotten by whoever reads on',
    promise: 'truthful',
    file: 'concerns/reporting/report-flow.ts',
    find: 'if (!isStep(state.at) || state.isReading) return state.answers;',
    put: 'if (!isStep(state.at)) return state.answers;',
    tests: ['tests/concerns/report-flow-walks.test.ts'],
  },
  {
    name: 'a way out is named that leads nowhere',
    promise: 'truthful',
    file: 'cards/ways-out.ts',
    find: '...(iopc === undefined ? [] : [way(language, say',
    put: '...(iopc === null ? [] : [way(language, say',
    tests: ['tests/cards/ways-out.test.ts'],
  },
  {
    name: 'a question stands below the rest of the card',
    promise: 'truthful',
    file: 'cards/come-back/case-page.ts',
    find: 'const from = page === 1 ?',
    put: 'const from = page === 0 ?',
    tests: ['tests/cards/come-back/come-back-page.test.ts'],
  },
  {
    name: 'a status says that nobody has looked at a report about which somebody asks',
    promise: 'truthful',
    file: 'cards/come-back/case-page.ts',
    find: 'if (!isWrittenTo(view)) return',
    put: 'if (day !== undefined) return',
    tests: ['tests/cards/come-back/come-back-page.test.ts'],
  },
  {
    name: 'a question to a reporter is drawn as Markdown',
    promise: 'access',
    file: 'cards/templates/page.json',
    find: '{ "type": "RichTextBlock", "$data": "${words}", "inlines": [{ "type": "TextRun", "text": "${text}" }] }',
    put: '{ "type": "TextBlock", "$data": "${words}", "text": "${text}" }',
    tests: ['tests/cards'],
  },
];
