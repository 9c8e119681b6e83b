import type { Mutant } from '../mutant.ts';

/** Ways in which the unit, or nobody, hears what a reporter adds. */
export const addedApart: readonly Mutant[] = [
  {
    name: 'what may concern the unit is added to the case that it reads',
    promise: 'sealed',
    file: 'conversations/add-words.ts',
    find: "if (marks.includes('unit')) {",
    put: "if (marks.length > 9 && marks.includes('unit')) {",
    tests: ['tests/dialogs/guide-come-back.test.ts'],
  },
  {
    name: 'what stands apart from the case of the unit goes to the unit',
    promise: 'keys',
    file: 'concerns/reporting/add-apart.ts',
    find: "conflict: 'unsure'",
    put: "conflict: 'no'",
    tests: ['tests/concerns/reporting/add-apart.test.ts'],
  },
  {
    name: 'what is added about the unit is saved anew at each press',
    promise: 'durable',
    file: 'conversations/add-words.ts',
    find: '.update(JSON.stringify([state.messageId, words, ...marks, ...filesIn(files)]))',
    put: '.update(JSON.stringify([state.messageId, words, ...marks, ...filesIn(files), performance.now()]))',
    tests: ['tests/dialogs/guide-come-back.test.ts'],
  },
  {
    name: 'somebody at risk now does not make a case urgent',
    promise: 'alerted',
    file: 'conversations/add-words.ts',
    find: "marks.includes('risk') ? ({ urgency: 'urgent' } as const) : {}",
    put: "marks.length > 9 ? ({ urgency: 'urgent' } as const) : {}",
    tests: ['tests/dialogs/guide-come-back.test.ts'],
  },
  {
    name: 'a mark is lost where somebody was about to leave',
    promise: 'truthful',
    file: 'concerns/reporting/come-back-flow.ts',
    find: 'const isMarked = takesMarks(state.at) && state.marks !== undefined;',
    put: 'const isMarked = takesMarks(state.at) && state.marks === undefined && before.at !== state.at;',
    tests: ['tests/concerns/reporting/come-back-flow.test.ts'],
  },
  {
    name: 'danger that is marked by a second press is told to nobody, and said to be',
    promise: 'alerted',
    file: 'conversations/add-words.ts',
    find: '.update(JSON.stringify([state.messageId, words, ...marks, ...filesIn(files)]))',
    put: '.update(JSON.stringify([state.messageId, words, ...filesIn(files)]))',
    tests: ['tests/journeys/added-at-once.test.ts'],
  },
  {
    name: 'what is sent again in the other language is saved twice',
    promise: 'durable',
    file: 'conversations/add-words.ts',
    find: '.update(JSON.stringify([state.messageId, words, ...marks, ...filesIn(files)]))',
    put: '.update(JSON.stringify([state.messageId, words, ...marks, ...filesIn(files), state.language]))',
    tests: ['tests/journeys/added-at-once.test.ts'],
  },
];
