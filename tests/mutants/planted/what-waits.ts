import type { Mutant } from '../mutant.ts';

const core = 'tests/concerns/casework/awaited.test.ts';
const lists = 'tests/bot/api/case-lists.test.ts';
const atTheDoor = 'tests/access/tab.test.ts';

/** Ways in which somebody is not told what waits for them, or is told of what does not. */
export const whatWaits: readonly Mutant[] = [
  {
    name: 'a case that somebody is shut out of is counted among what waits for them',
    promise: 'access',
    file: 'bot/api/case-lists.ts',
    find: 'list.count({ handledBy, viewer, ...filter }, most);',
    put: "list.count({ handledBy, viewer, ...filter, ...('unread' in filter && { viewer: caller.name }) }, most);",
    tests: [lists, atTheDoor],
  },
  {
    name: 'the reserve is told of a case that whoever looks is shut out of',
    promise: 'access',
    file: 'bot/api/case-lists.ts',
    find: "list.count({ handledBy: 'acu', viewer, overseen: 'unseen' }, mostCounted)",
    put: "list.count({ handledBy: 'acu', viewer: caller.name, overseen: 'unseen' }, mostCounted)",
    tests: [lists],
  },
  {
    name: 'what somebody asked for themselves waits for them',
    promise: 'truthful',
    file: 'storage/sqlite/listed-query.ts',
    find: 'second_of IS NOT NULL AND second_of <> ?',
    put: "second_of IS NOT NULL AND second_of <> ? || '-'",
    tests: [core, lists, 'tests/storage/sqlite.test.ts'],
  },
  {
    name: 'what two people asked for waits for neither of them',
    promise: 'truthful',
    file: 'concerns/records/awaited.ts',
    find: 'return others.length > 0 ? several : first;',
    put: 'return others.length > 0 ? undefined : first;',
    tests: [core],
  },
  {
    name: 'what the reporter wrote stays unread once it was opened',
    promise: 'truthful',
    file: 'concerns/casework/consult-case.ts',
    find: 'afterEvent(asRead(standing.value), consulted, before)',
    put: 'afterEvent(standing.value, consulted, before)',
    tests: [core],
  },
  {
    name: 'nobody is told that the reporter wrote',
    promise: 'alerted',
    file: 'concerns/records/awaited.ts',
    find: 'unreadMessages: (record.unreadMessages ?? 0) + 1,',
    put: 'unreadMessages: record.unreadMessages ?? 0,',
    tests: [core],
  },
  {
    name: 'what was added counts as acknowledged with the report',
    promise: 'alerted',
    file: 'concerns/records/awaited.ts',
    find: "status === 'received' || toAcknowledge === true;",
    put: "status === 'received' || (toAcknowledge === true && status !== 'acknowledged');",
    tests: [core],
  },
  {
    name: 'an acknowledgement leaves what was added as it was',
    promise: 'truthful',
    file: 'concerns/casework/acknowledge-case.ts',
    find: '        toAcknowledge: undefined,\n',
    put: '',
    tests: [core],
  },
  {
    name: 'a list loses what comes after the edge of a page on the same day',
    promise: 'truthful',
    file: 'storage/sqlite/listed-query.ts',
    find: "['>=', '>'] : ['<=', '<']",
    put: "['>', '>'] : ['<', '<']",
    tests: ['tests/storage/sqlite.test.ts', lists],
  },
  {
    name: 'a list puts together what its walks do not all reach',
    promise: 'truthful',
    file: 'storage/list-pages.ts',
    find: '.filter(({ place }) => until === undefined || !isBefore(until, place))',
    put: '.filter(({ place }) => until === undefined || place.day !== undefined)',
    tests: ['tests/storage/list-pages.test.ts'],
  },
  {
    name: 'a case on which two deadlines run stands in a list twice',
    promise: 'truthful',
    file: 'storage/list-pages.ts',
    find: "if (order.by !== 'dueFirst' || over.by === 'received') return true;",
    put: "if (order.by !== 'newest' || over.by === 'received') return true;",
    tests: ['tests/storage/sqlite.test.ts'],
  },
  {
    name: 'a list in the order of what is due leaves out what is due at no time',
    promise: 'truthful',
    file: 'storage/list-walks.ts',
    find: "    ...(allRun ? [] : [{ part: 1, over: { by: 'received', without: limited }, days: 0 } as const]),\n",
    put: '',
    tests: ['tests/storage/sqlite.test.ts', lists],
  },
];
