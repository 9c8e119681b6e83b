import type { Mutant } from '../mutant.ts';

const template = ['tests/deploy/azure/template.test.ts'];
const entra = ['tests/deploy/teams/entra-app.test.ts'];
const pages = ['tests/bot/http/info-pages.test.ts'];

export const inDeployment: readonly Mutant[] = [
  {
    name: 'the template lets keys open the database',
    promise: 'access',
    file: 'deploy/azure/data-resources.ts',
    find: 'disableLocalAuth: true,',
    put: 'disableLocalAuth: false,',
    tests: template,
  },
  {
    name: 'an erased file is kept for a week',
    promise: 'truthful',
    file: 'deploy/azure/data-resources.ts',
    find: 'deleteRetentionPolicy: { enabled: false },',
    put: 'deleteRetentionPolicy: { enabled: true, days: 7 },',
    tests: template,
  },
  {
    name: 'the template forgets when a draft ends',
    promise: 'durable',
    file: 'deploy/azure/data-resources.ts',
    find: '...(defaultTtl === undefined ? {} : { defaultTtl }),',
    put: '',
    tests: template,
  },
  {
    name: 'the secret of the server may stand among the settings of a force',
    promise: 'keys',
    file: 'deploy/azure/settings-places.ts',
    find: "CARRIED_STATE_SECRET: 'vault',",
    put: "CARRIED_STATE_SECRET: 'force',",
    tests: ['tests/deploy/azure/parameters.test.ts'],
  },
  {
    name: 'a log of who asked when is not looked for',
    promise: 'access',
    file: 'deploy/azure/rules.ts',
    find: '  ...wrongLogs(deployment),',
    put: '',
    tests: ['tests/deploy/azure/planted-rules.test.ts'],
  },
  {
    name: 'a missing property of a resource is not looked for',
    promise: 'access',
    file: 'deploy/template/check-schema.ts',
    find: 'return [...missing, ...wrong];',
    put: 'return [...wrong];',
    tests: ['tests/deploy/azure/planted-mistakes.test.ts'],
  },
  {
    name: 'tokens of the tab do not say who is a guest',
    promise: 'access',
    file: 'deploy/teams/entra-app.ts',
    find: "{ name: 'acct', essential: false },",
    put: '',
    tests: entra,
  },
  {
    name: 'Outlook may ask for tokens where it is not wanted',
    promise: 'access',
    file: 'deploy/teams/entra-app.ts',
    find: 'everywhere = false',
    put: 'everywhere = true',
    tests: entra,
  },
  {
    name: 'the page on privacy names nobody to ask, although the force has',
    promise: 'truthful',
    file: 'bot/http/info-pages.ts',
    find: '...(spoken.contacts.dataProtection === undefined ? [] : [way(spoken.contacts.dataProtection[spoken.language])]),',
    put: '',
    tests: pages,
  },
  {
    name: 'the page on support says whom to ask in English alone',
    promise: 'both languages',
    file: 'bot/http/info-pages.ts',
    find: 'way(spoken.contacts.support[spoken.language]),',
    put: 'way(spoken.contacts.support.en),',
    tests: pages,
  },
];
