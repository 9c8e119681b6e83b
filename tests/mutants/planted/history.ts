import type { Mutant } from '../mutant.ts';

export const inTheHistory: readonly Mutant[] = [
  {
    name: 'a request of somebody else is taken for a repeat',
    promise: 'access',
    file: 'concerns/casework/same-request.ts',
    find: 'isSamePerson(event.by.objectId, by) &&',
    put: '(isSamePerson(event.by.objectId, by) || by !== event.by.objectId) &&',
    tests: ['tests/access/repeats.test.ts'],
  },
  {
    name: 'a request for something else is taken for a repeat',
    promise: 'access',
    file: 'concerns/casework/same-request.ts',
    find: 'leaves.includes(event.kind);',
    put: 'leaves.length > 0;',
    tests: ['tests/access/repeats.test.ts'],
  },
  {
    name: 'an identity that is opened again leaves no second entry',
    promise: 'access',
    file: 'concerns/casework/change-case.ts',
    find: 'if (!isOpening && events.some',
    put: 'if (events.some',
    tests: ['tests/concerns/casework/identity.test.ts'],
  },
  {
    name: 'a request is kept as it was sent, and exported so',
    promise: 'access',
    file: 'concerns/casework/change-case.ts',
    find: 'const request = keptRequest(asked.request);',
    put: 'const { request } = asked;',
    tests: ['tests/access/repeats.test.ts'],
  },
];
