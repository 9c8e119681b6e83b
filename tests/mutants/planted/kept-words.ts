import type { Mutant } from '../mutant.ts';

/** Ways to lose what somebody typed. */
export const keptWords: readonly Mutant[] = [
  {
    name: 'what is pasted is cut in silence',
    promise: 'truthful',
    file: 'concerns/reporting/report-flow.ts',
    find: "questions[id].kind === 'text' ? value : value.slice(0, longestChosen)",
    put: "value.slice(0, questions[id].kind === 'text' ? longestTyped : longestChosen)",
    tests: ['tests/dialogs/guide-long-words.test.ts', 'tests/concerns/report-flow-walks.test.ts'],
  },
  {
    name: 'a follow-up is cut in silence',
    promise: 'truthful',
    file: 'concerns/reporting/come-back-flow.ts',
    find: "(typeof value === 'string' ? value : '')",
    put: "(typeof value === 'string' ? value.slice(0, longestFollowUp) : '')",
    tests: ['tests/dialogs/guide-long-words.test.ts', 'tests/concerns/reporting/come-back-flow.test.ts'],
  },
  {
    name: 'a text that no card can hold loses its end, and nobody is told',
    promise: 'truthful',
    file: 'dialogs/guide.ts',
    find: "...cuts.map(({ id, by }) => ({ question: id, code: 'cut', by }) as const),",
    put: "...cuts.flatMap(({ id, by }) => (by < 0 ? [{ question: id, code: 'cut', by } as const] : [])),",
    tests: ['tests/dialogs/guide-long-words.test.ts'],
  },
  {
    name: 'words that are too long to be carried leave their card',
    promise: 'durable',
    file: 'concerns/reporting/report-flow.ts',
    find: "if (move.verb === 'back' && mustStay(state.at, answers)) return",
    put: "if (move.verb === 'back' && state.page < 0) return",
    tests: ['tests/dialogs/guide-long-words.test.ts', 'tests/concerns/report-flow-walks.test.ts'],
  },
  {
    name: 'Done throws a typed answer away',
    promise: 'truthful',
    file: 'concerns/reporting/come-back-flow.ts',
    find: "return isUnsent ? ask('leave') : out('done');",
    put: "return isUnsent && asking ? ask('leave') : out('done');",
    tests: ['tests/concerns/reporting/come-back-flow.test.ts', 'tests/dialogs/guide-come-back.test.ts'],
  },
  {
    name: 'a draft is deleted by the first press',
    promise: 'durable',
    file: 'concerns/reporting/come-back-flow.ts',
    find: "if (move.verb === 'discard') return ask('discard');",
    put: "if (move.verb === 'discard') return out('discard');",
    tests: ['tests/concerns/reporting/come-back-flow.test.ts', 'tests/dialogs/guide-come-back.test.ts'],
  },
  {
    name: 'a report that was sent before a question was added is taken for another',
    promise: 'durable',
    file: 'concerns/records/sealed-report.ts',
    find: 'return answer ? [[id, answer] as const] : [];',
    put: "return [[id, answer ?? ''] as const];",
    tests: ['tests/concerns/records/sealed-report.test.ts'],
  },
  {
    name: 'a notice takes the place of a card with all that was typed on it',
    promise: 'durable',
    file: 'bot/doors/teams/turn.ts',
    find: 'const step = isInDialog || deps.chatDoor ? heldIn(submitted) : undefined;',
    put: 'const step = isInDialog && deps.deadlineMs < 0 ? heldIn(submitted) : undefined;',
    tests: ['tests/bot/late-answers.test.ts', 'tests/journeys/store-away.test.ts'],
  },
];
