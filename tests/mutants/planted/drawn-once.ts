import type { Mutant } from '../mutant.ts';

const drawn = 'tests/cards/drawn-once.test.ts';
const filled = 'tests/cards/fill-template.test.ts';

/** Bugs in the drawing that every card is made of, and in other short ways of a step. */
export const drawnOnce: readonly Mutant[] = [
  {
    name: 'a card is the one that was made before, filled in again',
    promise: 'sealed',
    file: 'cards/fill-template.ts',
    find: 'const made: Record<string, unknown> = { ...part.frame };',
    put: 'const made: Record<string, unknown> = Object(part.frame);',
    tests: [drawn],
  },
  {
    name: 'a value that is missing is left as it stood on the card of somebody else',
    promise: 'sealed',
    file: 'cards/fill-template.ts',
    find: 'if (value === undefined) throw new TypeError(`card template: no ${name}`);\n  return value;',
    put: 'return value ?? name;',
    tests: [drawn, filled],
  },
  {
    name: 'each card is the first that was made, with the words of its person',
    promise: 'sealed',
    file: 'cards/filled-drawing.ts',
    find: 'return (data) => asCard(fill(data));',
    put: 'const first: unknown[] = [];\n  return (data) => asCard((first[0] ??= fill(data)));',
    tests: [drawn],
  },
  {
    name: 'what is typed is taken as a template',
    promise: 'sealed',
    file: 'cards/fill-template.ts',
    find: 'return valueOf(data, part.name);',
    put: 'return nameIn(String(valueOf(data, part.name))) === undefined ? valueOf(data, part.name) : valueOf(data, nameIn(String(valueOf(data, part.name))) ?? "");',
    tests: [drawn, filled],
  },
  {
    name: 'each list has one part on every card, as the drawing has',
    promise: 'truthful',
    file: 'cards/fill-template.ts',
    find: 'else for (const one of listOf(data, each))',
    put: 'else for (const one of listOf(data, each).slice(0, 1))',
    tests: [drawn],
  },
  {
    name: 'a template with a condition is drawn with its marks for values',
    promise: 'truthful',
    file: 'cards/fill-template.ts',
    find: "if (Object.keys(frame).some((name) => name.startsWith('$'))) return refuse();",
    put: '',
    tests: [drawn, filled],
  },
  {
    name: 'a name of JavaScript stands where a value is missing',
    promise: 'truthful',
    file: 'cards/fill-template.ts',
    find: 'const value = Object.hasOwn(data, name) ? data[name] : undefined;',
    put: 'const value = data[name];',
    tests: [filled],
  },
  {
    name: 'a null of Teams is taken for a value',
    promise: 'truthful',
    file: 'bot/teams/incoming-activity.ts',
    find: "body.includes('null') ?",
    put: "body.includes('none at all') ?",
    tests: ['tests/bot/teams/incoming-activity.test.ts'],
  },
  {
    name: 'a code that is written right is looked at no further',
    promise: 'truthful',
    file: 'concerns/terms/spoken-symbols.ts',
    find: 'return checkSymbol(values.slice(0, -1)) === values.at(-1) ? symbols : undefined;',
    put: 'return kept.test(text) || checkSymbol(values.slice(0, -1)) === values.at(-1) ? symbols : undefined;',
    tests: ['tests/concerns/terms/spoken-symbols.test.ts'],
  },
  {
    name: 'the framework keeps what was typed on a card after its step',
    promise: 'sealed',
    file: 'dialogs/dialog-runner.ts',
    find: '      turn.turnState.clear();\n      stack.length = 0;',
    put: '      void stack;',
    tests: ['tests/dialogs/dialog-runner.test.ts'],
  },
  {
    name: 'the SDK is told what somebody typed',
    promise: 'sealed',
    file: 'bot/teams/adapter.ts',
    find: 'return await sdk.run(caller, about,',
    put: 'return await sdk.run(caller, activity,',
    tests: ['tests/bot/teams/adapter.test.ts'],
  },
  {
    name: 'the SDK keeps the card that answered a step',
    promise: 'sealed',
    file: 'bot/teams/adapter.ts',
    find: '      now.state?.clear();\n',
    put: '',
    tests: ['tests/bot/teams/adapter.test.ts'],
  },
];
