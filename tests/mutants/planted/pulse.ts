import type { Mutant } from '../mutant.ts';

const terms = 'concerns/terms/pulse.ts';
const ofTerms = ['tests/concerns/terms/pulse.test.ts'];
const answering = 'bot/campaigns/pulse-answers.ts';
const ofAnswering = ['tests/bot/campaigns/pulse-answers.test.ts'];
const table = 'summary/pulse/pulse-table.ts';
const ofTable = ['tests/summary/pulse/pulse-table.test.ts'];
const attacked = ['tests/summary/pulse/attacker.test.ts'];

export const ofThePulse: readonly Mutant[] = [
  {
    name: 'an answer to a pulse is counted as it was given',
    promise: 'figures',
    file: terms,
    find: 'if (draw() < countedAsGiven) return given;',
    put: 'if (draw() < 1) return given;',
    tests: ofTerms,
  },
  {
    name: 'no coin is tossed for an answer to a pulse',
    promise: 'figures',
    file: answering,
    find: 'return given === undefined ? [] : [[id, tossed(id, given, draw)]];',
    put: 'return given === undefined ? [] : [[id, given]];',
    tests: ofAnswering,
  },
  {
    name: 'coins come up heads nine times in ten, and shares are worked out as if not',
    promise: 'figures',
    file: terms,
    find: 'export const countedAsGiven = 0.5;',
    put: 'export const countedAsGiven = 0.9;',
    tests: [...ofTerms, ...attacked],
  },
  {
    name: 'each answer to a pulse is written at once',
    promise: 'figures',
    file: answering,
    find: 'dueAt ??= nextFullHour(new Date(clock().getTime() + 1)).getTime();',
    put: 'dueAt ??= clock().getTime();',
    tests: ofAnswering,
  },
  {
    name: 'a press that is delivered again is counted again',
    promise: 'figures',
    file: answering,
    find: 'if (isRepeated(press, clock().getTime())) return true;',
    put: '',
    tests: ofAnswering,
  },
  {
    name: 'what may have been added to a pulse is added again',
    promise: 'figures',
    file: answering,
    find: "if (!(error instanceof StoreError && error.code === 'unknown')) keep(one);",
    put: 'keep(one);',
    tests: ofAnswering,
  },
  {
    name: 'a pulse never ends',
    promise: 'figures',
    file: answering,
    find: 'today < addDays(startedOn, openDays),',
    put: 'today < addDays(startedOn, 9 * openDays),',
    tests: ofAnswering,
  },
  {
    name: 'a pulse that did not go out is counted',
    promise: 'figures',
    file: answering,
    find: 'item.pulse === phase &&',
    put: 'item.pulse !== undefined &&',
    tests: ofAnswering,
  },
  {
    name: 'a pulse is shown from fewer answers',
    promise: 'figures',
    file: table,
    find: 'export const leastAnswers = 20;',
    put: 'export const leastAnswers = 12;',
    tests: ofTable,
  },
  {
    name: 'a pulse shows the week that is not over',
    promise: 'figures',
    file: table,
    find: 'week < thisWeek);',
    put: 'week <= thisWeek);',
    tests: [...ofTable, ...attacked],
  },
  {
    name: 'what chance put into a pulse is shown as what people chose',
    promise: 'figures',
    file: table,
    find: 'const share = (part - (1 - countedAsGiven) / options) / countedAsGiven;',
    put: 'const share = part;',
    tests: ofTable,
  },
  {
    name: 'chance is shown as a change',
    promise: 'truthful',
    file: table,
    find: "if (Math.abs(apart) <= Math.hypot(before.within, after.within)) return 'cannotTell';",
    put: '',
    tests: ofTable,
  },
  {
    name: 'the questions of a pulse are answered on a card in the chat, which Teams records',
    promise: 'access',
    file: 'bot/teams/card-actions.ts',
    find: "|| sends.verb === 'pulse';",
    put: ';',
    tests: ['tests/bot/doors/teams/answer-pulse.test.ts'],
  },
  {
    name: 'two servers that add to a pulse at the same time lose what one added',
    promise: 'figures',
    file: 'storage/cosmos/pulse.ts',
    find: 'ifMatch: parsed(etagSchema, standing)._etag, ',
    put: '',
    tests: ['tests/storage/cosmos.test.ts'],
  },
];
