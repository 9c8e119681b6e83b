import type { Mutant } from '../mutant.ts';

const planted = 'tests/commands/doctor/planted.test.ts';
const isolation = 'tests/commands/doctor/isolation.test.ts';
const address = 'tests/commands/doctor/address.test.ts';
const posts = 'tests/commands/doctor/posts.test.ts';
const fleet = 'tests/commands/doctor/fleet.test.ts';
const canary = 'tests/commands/doctor/canary.test.ts';
const healthy = 'tests/commands/doctor/healthy.test.ts';

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
    name: 'a door that lets anybody in is called well',
    promise: 'access',
    file: 'commands/doctor/look-at-address.ts',
    find: "if (status >= 200 && status < 300) tell(found('door-open', door));\n  else if",
    put: 'if',
    tests: [address],
  },
  {
    name: 'the doctor posts where nobody asked for it',
    promise: 'truthful',
    file: 'commands/doctor/look-at-posts.ts',
    find: 'if (!isAsked) {',
    put: 'if (!isAsked && whole === undefined) {',
    tests: [posts],
  },
  {
    name: 'a channel that has several things gets several test posts',
    promise: 'truthful',
    file: 'commands/doctor/look-at-posts.ts',
    find: 'if (tried.has(conversationId)) continue;',
    put: 'if (tried.has(name)) continue;',
    tests: [posts],
  },
  {
    name: 'a post without an answer is said not to be there',
    promise: 'truthful',
    file: 'commands/doctor/look-at-posts.ts',
    find: "noAnswer: 'post-unheard'",
    put: "noAnswer: 'post-unsent'",
    tests: [posts],
  },
  {
    name: 'an address that somebody wrote into the store is called well',
    promise: 'access',
    file: 'commands/doctor/look-at-alerts.ts',
    find: 'if (!isOfTeams(serviceUrl))',
    put: "if (isOfTeams(''))",
    tests: [posts],
  },
  {
    name: 'pages of another release are called well',
    promise: 'truthful',
    file: 'commands/doctor/fleet/look-at-fleet.ts',
    find: 'if (release !== first) tell(',
    put: 'if (manifests.size === 0) tell(',
    tests: [fleet],
  },
  {
    name: 'a force that is behind is called well',
    promise: 'truthful',
    file: 'commands/doctor/fleet/look-at-fleet.ts',
    find: "behind: 'force-behind',",
    put: 'behind: undefined,',
    tests: [fleet],
  },
  {
    name: 'what a store threw is told',
    promise: 'truthful',
    file: 'commands/doctor/opened-store.ts',
    find: "export const refusedBy = ({ code }: StoreError): Finding => found('store-refused', storeSentence(new StoreError(code)));",
    put: "export const refusedBy = ({ cause }: StoreError): Finding => found('store-refused', String(cause));",
    tests: [canary],
  },
  {
    name: 'a server of another version is called well',
    promise: 'truthful',
    file: 'commands/doctor/look-at-servers.ts',
    find: 'if (runs !== ourVersion.release)',
    put: "if (runs === '')",
    tests: ['tests/commands/doctor/servers.test.ts'],
  },
  {
    name: 'a channel at an address of Teams is called none',
    promise: 'truthful',
    file: 'commands/doctor/look-at-alerts.ts',
    find: 'if (!isOfTeams(serviceUrl))',
    put: "if (serviceUrl !== '')",
    tests: [healthy],
  },
  {
    name: 'more processes than a machine has cores are called well',
    promise: 'durable',
    file: 'bot/settings/workers.ts',
    find: 'workers > cores ?',
    put: 'workers > cores * 4 ?',
    tests: ['tests/commands/doctor/workers.test.ts'],
  },
  {
    name: 'the doctor goes past the proxy by which a server goes',
    promise: 'truthful',
    file: 'commands/page/agent-of-node.ts',
    find: 'proxyEnv === undefined ? {} : { proxyEnv }',
    put: 'proxyEnv === undefined ? {} : {}',
    tests: ['tests/commands/doctor/behind-a-proxy.test.ts'],
  },
];
