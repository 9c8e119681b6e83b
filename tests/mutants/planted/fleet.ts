import type { Mutant } from '../mutant.ts';

const check = ['tests/commands/fleet/check.test.ts'];
const ask = ['tests/commands/fleet/ask.test.ts'];

/** Ways for a fleet file, or a server that is asked, to say more or less than is so. */
export const inAFleet: readonly Mutant[] = [
  {
    name: 'a row that cannot be read keeps all forces from being looked at',
    promise: 'truthful',
    file: 'commands/fleet/fleet-file.ts',
    find: 'if (force.success) forces.push(force.data);',
    put: "if (!force.success) return { kind: 'wrong', mistakes: mistakesOf(force.error) };\n    if (force.success) forces.push(force.data);",
    tests: check,
  },
  {
    name: 'a fleet file takes an address with a password in it',
    promise: 'keys',
    file: 'commands/fleet/fleet-file.ts',
    find: 'return isSafe && [origin, `${origin}/`].includes(text);',
    put: 'return isSafe && text.startsWith(protocol) && origin.length > 0;',
    tests: check,
  },
  {
    name: 'pages of another release than the image pass for those of the train',
    promise: 'truthful',
    file: 'commands/fleet/compare-fleet.ts',
    find: 'if (its.page !== force.page) return',
    put: 'if (its.page !== force.page && its === pages) return',
    tests: check,
  },
  {
    name: 'a fleet is in order although rows of it were not looked at',
    promise: 'truthful',
    file: 'commands/fleet.ts',
    find: 'const isWhole = fleet.mistakes.length === 0 && troubles.length === 0;',
    put: 'const isWhole = troubles.length === 0;',
    tests: check,
  },
  {
    name: 'whatever a server answers counts as ready',
    promise: 'truthful',
    file: 'commands/fleet/ask-force.ts',
    find: "return ready ? { ready: 'ready', notes: notesOf(ready) }",
    put: "return answer.status === 200 ? { ready: 'ready', notes: ready ? notesOf(ready) : [] }",
    tests: ask,
  },
];
