import type { Mutant } from '../mutant.ts';

export const inBudgets: readonly Mutant[] = [
  {
    name: 'a page brings the words of every other',
    promise: 'figures',
    file: 'tab/place-words.ts',
    find: 'keys.filter((key) => words.has(key)).map',
    put: '[...words.keys()].map',
    tests: ['tests/tab/budgets.test.ts'],
  },
  {
    name: 'a page parses its messages by itself',
    promise: 'figures',
    file: 'tab/place-words.ts',
    find: 'return found?.id === `${root}/words/message.ts` ? parsed : undefined;',
    put: 'return found && undefined;',
    tests: ['tests/tab/first-load.test.ts'],
  },
  {
    name: 'a page counts none and one as it counts many',
    promise: 'both languages',
    file: 'tab/parsed-message.ts',
    find: 'chosen(`=${value}`) ?? chosen(pluralsOf(locale).select(number))',
    put: "chosen('other')",
    tests: ['tests/tab/parsed-message.test.ts'],
  },
  {
    name: 'a page says a word without what belongs into it',
    promise: 'both languages',
    file: 'tab/parsed-message.ts',
    find: 'if (value === undefined) throw new Error(`a word was said without ${name}`);',
    put: "if (value === undefined) return '';",
    tests: ['tests/tab/parsed-message.test.ts'],
  },
];
