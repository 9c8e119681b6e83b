import type { Mutant } from '../mutant.ts';

const rotate = ['tests/commands/rotate.test.ts'];
const pointers = ['tests/bot/running/case-pointer.test.ts'];
const journeys = ['tests/journeys/changed-secrets.test.ts'];
const beside = ['tests/storage/sqlite/beside-an-older.test.ts'];

/** Bugs in how secrets are changed, and in how a version takes a store over from another that still runs. */
export const ofRotation: readonly Mutant[] = [
  {
    name: 'a second change of the secret is drawn while open cards need the one before',
    promise: 'durable',
    file: 'commands/rotate.ts',
    find: 'if (before > 0)',
    put: 'if (before > 9)',
    tests: rotate,
  },
  {
    name: 'a secret is drawn for settings that are not those of the servers',
    promise: 'durable',
    file: 'commands/rotate.ts',
    find: 'if (neither > 0)',
    put: 'if (neither > 9)',
    tests: rotate,
  },
  {
    name: 'the new secret is said where everybody reads it',
    promise: 'keys',
    file: 'commands/rotate.ts',
    find: 'drawn.said.forEach(say);',
    put: '[...drawn.said, ...drawn.lines].forEach(say);',
    tests: rotate,
  },
  {
    name: 'the secret before may go while an open card needs it',
    promise: 'truthful',
    file: 'commands/rotate/open-cards.ts',
    find: 'if ((await now.find(day)) !== undefined) count.now += 1;',
    put: 'if ((await (before ?? now).find(day)) !== undefined) count.now += 1;',
    tests: [...rotate, ...journeys],
  },
  {
    name: 'a link of before leads nowhere once its secret has left the settings',
    promise: 'alerted',
    file: 'bot/running/earlier-pointers.ts',
    find: 'if (secretBefore !== undefined) await keep(secretBefore);',
    put: '',
    tests: pointers,
  },
  {
    name: 'a link of two secrets before leads nowhere',
    promise: 'alerted',
    file: 'bot/running/earlier-pointers.ts',
    find: ', ...(await keptFor(before))];',
    put: '];',
    tests: pointers,
  },
  {
    name: 'what opens links of before stays for ever',
    promise: 'keys',
    file: 'bot/running/earlier-pointers.ts',
    find: '.toISOString().slice(0, 10)}.links.',
    put: '.toISOString().slice(0, 0)}links.',
    tests: pointers,
  },
  {
    name: 'a file is brought to a new layout under a server that would go on saving into the old one',
    promise: 'durable',
    file: 'storage/sqlite/open-database.ts',
    find: '  if (looked.done) {',
    put: '  if (looked.done && patienceMs < 0) {',
    tests: beside,
  },
  {
    name: 'no version is let beside another on one file, whatever that notes',
    promise: 'durable',
    file: 'storage/sqlite/use-of-file.ts',
    find: 'layout < oldestLayout;',
    put: 'layout <= oldestLayout;',
    tests: beside,
  },
];
