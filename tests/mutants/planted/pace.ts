import type { Mutant } from '../mutant.ts';

const given = 'tests/bot/running/given-turns.test.ts';
const notice = 'tests/bot/alerts/tamper-notice.test.ts';

/** Bugs in what all servers have to know together. */
export const ofAllServers: readonly Mutant[] = [
  {
    name: 'each server gives all turns by itself again',
    promise: 'access',
    file: 'bot/running/given-turns.ts',
    find: '(monotonic() >= restsUntil ? await inTime(person, asked) : undefined) ?? (await here(person, asked))',
    put: '(monotonic() < restsUntil ? await inTime(person, asked) : undefined) ?? (await here(person, asked))',
    tests: [given],
  },
  {
    name: 'the row of somebody in a hurry is named by who they are',
    promise: 'sealed',
    file: 'bot/running/given-turns.ts',
    find: '    return { name: digest.subarray(0, 17)',
    put: '    if (kind !== "") return { name: person, beginning: 0 };\n    return { name: digest.subarray(0, 17)',
    tests: [given],
  },
  {
    name: 'the name of somebody in a hurry is the same each day',
    promise: 'sealed',
    file: 'bot/running/given-turns.ts',
    find: 'const day = new Date(now)',
    put: 'const day = new Date(now * 0)',
    tests: [given],
  },
  {
    name: 'a store that is away locks everybody out',
    promise: 'durable',
    file: 'bot/running/given-turns.ts',
    find: 'const answer = ask(person, asked).catch(() => undefined);',
    put: 'const answer = ask(person, asked).catch(() => ({ first: asked.latest + asked.oneTurnMs, count: 0 }));',
    tests: [given],
  },
  {
    name: 'a server gives by itself as fast as all of them together',
    promise: 'access',
    file: 'bot/running/throttle.ts',
    find: 'const slower = 10;',
    put: 'const slower = 1;',
    tests: [given],
  },
  {
    name: 'two servers give out the same turns',
    promise: 'access',
    file: 'storage/sqlite/shared-paces.ts',
    find: 'WHERE name = ? AND CAST(version AS TEXT) = ?',
    put: 'WHERE name = ? AND CAST(version AS TEXT) <> ? || CHAR(46)',
    // Of one file in one process each request is whole: that two cross is made to happen by the contract of the stores.
    tests: ['tests/storage/sqlite.test.ts'],
  },
  {
    name: 'whoever asks for all at once is told that there is no more while there is',
    promise: 'access',
    file: 'bot/running/throttle.ts',
    find: '      await known.asking;\n',
    put: '      await known.asking;\n      if (known.given.count === 0) return undefined;\n',
    tests: [given],
  },
  {
    name: 'two servers on Cosmos DB give out the same turns',
    promise: 'access',
    file: 'storage/cosmos/shared-paces.ts',
    find: "{ operationType: 'Replace', id, ifMatch: over, resourceBody }",
    put: "{ operationType: 'Upsert', resourceBody }",
    tests: ['tests/storage/cosmos/shared-pace.test.ts'],
  },
  {
    name: 'what one server noticed is told by that one alone',
    promise: 'alerted',
    file: 'bot/alerts/tamper-notice.ts',
    find: '      keep().catch(() => undefined);\n',
    put: '',
    tests: [notice],
  },
  {
    name: 'a server that is killed while it tells leaves it to nobody',
    promise: 'alerted',
    file: 'bot/alerts/tamper-notice.ts',
    find: "const lease = { ...markAt('taken',",
    put: "const lease = { ...markAt('done',",
    tests: [notice],
  },
  {
    name: 'three servers tell the same three times',
    promise: 'alerted',
    file: 'bot/alerts/tamper-notice.ts',
    find: 'if (!(await dailyMarks.write(lease, standing.version))) return;',
    put: 'await dailyMarks.write(lease, standing.version);',
    tests: [notice],
  },
  {
    name: 'the store is told the instant at which somebody was in a hurry',
    promise: 'sealed',
    file: 'bot/running/given-turns.ts',
    find: 'until: until - beginning,',
    put: 'until,',
    tests: [given],
  },
];
