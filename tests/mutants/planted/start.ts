import type { Mutant } from '../mutant.ts';

const settings = 'tests/bot/settings/checks/settings-troubles.test.ts';
const cosmos = 'tests/storage/cosmos/look-at-cosmos.test.ts';

/** Bugs in what is looked at before a server starts. */
export const atTheStart: readonly Mutant[] = [
  {
    name: 'a start says one trouble of its settings and keeps the others to itself',
    promise: 'truthful',
    file: 'bot/settings/checks/settings-troubles.ts',
    find: '    for (const name of settings) named.add(name);\n    return true;',
    put: '    named.add(settings.join());\n    return named.size < 2;',
    tests: [settings],
  },
  {
    name: 'somebody is named by e-mail in a role list, and holds no role',
    promise: 'access',
    file: 'bot/settings/checks/ids.ts',
    find: '...Object.values(roleSettings).flatMap(',
    put: '...Object.values(roleSettings).slice(0, 0).flatMap(',
    tests: [settings],
  },
  {
    name: 'a private key among the public lines is called malformed, and stays',
    promise: 'keys',
    file: 'bot/settings/checks/secrets.ts',
    find: '/^AGE-SECRET-KEY-/iu',
    put: '/^AGE-PRIVATE-KEY-/iu',
    tests: [settings],
  },
  {
    name: 'a sentence repeats the value that it is about',
    promise: 'truthful',
    file: 'bot/settings/checks/ids.ts',
    find: '`holds an e-mail address (entry ${at}):',
    put: '`holds an e-mail address (${entry}, entry ${at}):',
    tests: [settings],
  },
  {
    name: 'a reference to a Key Vault that gave nothing is taken for the secret',
    promise: 'truthful',
    file: 'bot/settings/checks/as-typed.ts',
    find: '/^@Microsoft\\.KeyVault\\(/iu',
    put: '/^@Azure\\.KeyVault\\(/iu',
    tests: [settings],
  },
  {
    name: 'a server starts on containers that lack an index',
    promise: 'durable',
    file: 'storage/cosmos/look-at-cosmos.ts',
    find: 'longest(policy.includedPaths) > longest(policy.excludedPaths)',
    put: 'longest(policy.includedPaths) >= -1',
    tests: [cosmos],
  },
  {
    name: 'a container whose documents expire by themselves is let through',
    promise: 'durable',
    file: 'storage/cosmos/look-at-cosmos.ts',
    find: 'ours.defaultTtl === undefined ? !expires : defaultTtl === ours.defaultTtl',
    put: 'ours.defaultTtl === undefined || (expires && defaultTtl === ours.defaultTtl)',
    tests: [cosmos],
  },
  {
    name: 'a silent account is told as an identity without a token',
    promise: 'truthful',
    file: 'storage/cosmos/look-at-cosmos.ts',
    find: 'sent: () => void (wasSent = true)',
    put: 'sent: () => void (wasSent = false)',
    tests: [cosmos],
  },
  {
    name: 'a wrong setting ends a start as if trying again could help',
    promise: 'truthful',
    file: 'bot/settings/checks/start-troubles.ts',
    find: "['settings', 'store'] as const",
    put: "['store', 'settings'] as const",
    tests: ['tests/bot/main.test.ts'],
  },
];
