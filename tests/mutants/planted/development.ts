import type { Mutant } from '../mutant.ts';

/** In what keeps development away from a force's reports. */
export const inDevelopment: readonly Mutant[] = [
  {
    name: 'development opens a store that it did not make',
    promise: 'access',
    file: 'bot/settings/store-settings.ts',
    find: 'if (made === undefined || made === isDevelopment) return;',
    put: 'if (made !== true || made === isDevelopment) return;',
    tests: ['tests/development/beside-a-force.test.ts'],
  },
  {
    name: 'a command of production opens a store of development',
    promise: 'access',
    file: 'bot/settings/store-settings.ts',
    find: 'if (made === undefined || made === isDevelopment) return;',
    put: 'if (made !== false || made === isDevelopment) return;',
    tests: ['tests/development/beside-a-force.test.ts'],
  },
  {
    name: 'development takes the settings of a force',
    promise: 'access',
    file: 'bot/settings/expect-development.ts',
    find: "if (named !== 'development') throw",
    put: "if (named === 'elsewhere') throw",
    tests: ['tests/development/beside-a-force.test.ts'],
  },
  {
    name: 'development writes its secrets before it looks where it is',
    promise: 'access',
    file: 'development/development-settings.ts',
    find: '  expectDevelopment(environment);\n  const given',
    put: '  const given',
    tests: ['tests/development/beside-a-force.test.ts'],
  },
  {
    name: 'development answers a forwarded request',
    promise: 'access',
    file: 'bot/http/from-this-machine.ts',
    find: '!headers.some(({ name }) => forwarding.test(name))',
    put: 'headers.length > 0',
    tests: ['tests/development/own-machine-only.test.ts'],
  },
  {
    name: 'development answers by any name',
    promise: 'access',
    file: 'bot/http/from-this-machine.ts',
    find: 'hosts.every((host) => ownHost.test(host))',
    put: 'hosts.some((host) => host.length >= 0)',
    tests: ['tests/development/own-machine-only.test.ts'],
  },
  {
    name: 'a new store of development is marked in its log alone',
    promise: 'access',
    file: 'storage/sqlite/open-database.ts',
    find: '  migrate(database, use);\n',
    put: "  database.exec('PRAGMA journal_mode = WAL');\n  migrate(database, use);\n",
    tests: ['tests/storage/sqlite/made-for.test.ts'],
  },
];
