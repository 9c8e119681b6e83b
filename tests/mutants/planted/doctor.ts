import type { Mutant } from '../mutant.ts';

const planted = 'tests/commands/doctor/planted.test.ts';
const isolation = 'tests/commands/doctor/isolation.test.ts';
const address = 'tests/commands/doctor/address.test.ts';

/** Bugs in the doctor: something wrong that it calls well, or something that it tells of the deployment. */
export const ofTheDoctor: readonly Mutant[] = [
  {
    name: 'a line that is on no paper is called well',
    promise: 'keys',
    file: 'commands/doctor/look-at-keys.ts',
    find: 'if (paper[group].some((fingerprint) => isFingerprintOf(fingerprint, line))) continue;',
    put: 'if (paper[group].length > 0) continue;',
    tests: [planted],
  },
  {
    name: 'the doctor says where a store is',
    promise: 'truthful',
    file: 'commands/doctor/opened-store.ts',
    find: "found('store-wrong', withoutPlace(sentence))",
    put: "found('store-wrong', sentence)",
    tests: [planted],
  },
  {
    name: 'the doctor brings a store to another layout by looking at it',
    promise: 'durable',
    file: 'commands/doctor/opened-store.ts',
    find: "if (layout !== 'ready') return",
    put: "if (layout === 'none') return",
    tests: [planted],
  },
  {
    name: 'a store that lets two servers write over each other is called well',
    promise: 'durable',
    file: 'commands/doctor/look-at-store.ts',
    find: 'if (await paces.write({ name, until: until + 2, hour }, first.version))',
    put: 'if (await paces.write({ name, until: until + 2, hour }, undefined))',
    tests: [isolation],
  },
  {
    name: 'a check that hangs loses what it found',
    promise: 'truthful',
    file: 'commands/doctor/run-checks.ts',
    find: "(error) => tells.tell(found(error instanceof LateError ? 'check-late' : 'check-failed')),",
    put: "() => void findings.splice(0, findings.length, found('check-late')),",
    tests: [isolation],
  },
  {
    name: 'two roles that a token and the settings give together are called well',
    promise: 'access',
    file: 'commands/doctor/look-at-roles.ts',
    find: 'said.includes(role) || roles[role].includes(objectId)',
    put: 'said.includes(role)',
    tests: [planted],
  },
  {
    name: 'a door that lets anybody in is called well',
    promise: 'access',
    file: 'commands/doctor/look-at-address.ts',
    find: "if (status >= 200 && status < 300) tell(found('door-open', door));\n  else if",
    put: 'if',
    tests: [address],
  },
];
